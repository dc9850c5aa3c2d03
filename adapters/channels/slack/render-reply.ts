import type { KnownBlock } from '@slack/types';
import type { Reply } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { renderChoices } from './render-choices.ts';
import { cleanReply } from './render-clean.ts';
import { describeBlocks } from './render-described.ts';
import { type Feedback, renderFeedback } from './render-feedback.ts';
import { packMessages } from './render-messages.ts';
import { renderNotices, renderParts } from './render-parts.ts';
import { renderProgress } from './render-progress.ts';
import { renderSources } from './render-sources.ts';
import { renderContext } from './render-words.ts';

/** One message to be posted: its blocks, and what they say for notifications and screen readers. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/**
 * A reply as messages to be posted in this order; at least one. All but a long table or list fits in one. What can be tapped
 * stands in the last one.
 */
export function renderReply(reply: Reply, feedback: Feedback): readonly SlackMessage[] {
  const said = cleanReply(reply);
  const { automatic, feedback: asking } = channelWording[said.language];
  const choices = renderChoices(said);
  const body = [
    renderProgress(said),
    ...renderParts(said.parts, 'tables'),
    renderSources(said),
    renderNotices(said.parts),
  ];
  const isSilent = body.flat().length === 0 && choices.length === 0;
  // A reply that says nothing still must not be silence.
  const groups = [...(isSilent ? [renderContext(automatic)] : body), [...choices, ...renderFeedback(said, feedback)]];
  return packMessages(groups.filter((group) => group.length > 0)).map((blocks) => ({
    text: describeBlocks(blocks) || asking.label,
    blocks: [...blocks],
  }));
}
