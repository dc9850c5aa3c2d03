import { createPushedSurface } from '../conformance/channels/pushed-surface.ts';
import { openSlack } from '../conformance/channels/slack-channel.ts';
import { honest } from '../conformance/channels/tampering.ts';
import type { Surface } from './talk.ts';

/** The Slack channel with a strict Slack in this process: signed requests in, calls of the Web API out. */
export function createSlackSurface(): Surface {
  return createPushedSurface('slack', openSlack, honest);
}
