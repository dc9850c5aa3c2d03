import { z } from 'zod';
import { type Arrival, ignored } from './arrival.ts';
import { parseAction } from './parse-action.ts';
import { parseEvent } from './parse-event.ts';
import { parseCommand, parseShortcut, parseSubmission } from './parse-form.ts';

const schema = z.looseObject({ type: z.string().optional(), command: z.string().optional() });

/**
 * Understands any body that Slack sends, over HTTP or a socket. Never throws; what is not understood is ignored with a reason.
 * `ownUser` is this app's account, where it is known; most payloads tell it as well.
 */
export function parsePayload(body: unknown, ownUser: string | null): Arrival {
  const read = schema.safeParse(body);
  if (!read.success) return ignored('not an object');
  const { type, command } = read.data;
  if (command !== undefined) return parseCommand(body);
  switch (type) {
    case 'event_callback':
      return parseEvent(body, ownUser);
    case 'block_actions':
      return parseAction(body);
    case 'shortcut':
    case 'message_action':
      return parseShortcut(body);
    case 'view_submission':
      return parseSubmission(body);
    default:
      return ignored('a payload of another type');
  }
}
