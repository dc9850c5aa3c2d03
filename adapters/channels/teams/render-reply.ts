import type { Part, Reply } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { actionsMax, fallbackCharactersMax, streamCharactersMin, streamStepsMax } from './limits.ts';
import { divide, matterOf, renderBody, renderGist } from './render-body.ts';
import { type AdaptiveCard, type CardItem, pickCard, renderCards, shown } from './render-card.ts';
import { type Place, renderChoices } from './render-choices.ts';
import { renderLines } from './render-element.ts';
import { isTelling, type RootEntity, renderEntity } from './render-entity.ts';
import { joinSaid, packMessages, renderSaid } from './render-message.ts';
import { clip } from './render-sentences.ts';

/** A message as it is sent: a part of a Bot Framework activity. Arrays are mutable, as that type wants them. */
export type TeamsActivity = {
  readonly type: 'message';
  readonly text?: string;
  readonly textFormat?: 'markdown';
  /** What a notification says. */
  readonly summary: string;
  readonly attachments?: CardAttachment[];
  readonly entities: RootEntity[];
  readonly channelData?: { readonly feedbackLoop: { readonly type: 'default' } };
};

/** A card as it is attached. */
export type CardAttachment = {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: AdaptiveCard;
};

/**
 * A reply as messages, in order: its text, cut between sentences where it is long, and below it cards with tables,
 * sources, small print and choices. Buttons, and feedback where it is asked, stand on the last one. None for a reply
 * that says nothing.
 */
export function renderReply(reply: Reply, place: Place, feedback: 'asked' | 'none'): readonly TeamsActivity[] {
  const divided = divide(reply);
  const texts = packMessages(renderSaid(divided.said, reply.citations.length)).map(joinSaid);
  return compose(reply, texts, renderReplyCards(reply, divided.shown, place), feedback);
}

/** The last card of a reply once this choice was taken: 「已選」 instead of the buttons, so that it is taken once. */
export function renderChosen(reply: Reply, label: string): AdaptiveCard {
  const { language } = reply;
  const fallbackText = channelWording[language].chosen(clip(label, fallbackCharactersMax));
  const chosen = renderLines(fallbackText, { weight: 'bolder', spacing: 'medium' });
  const items = [...renderBody(reply, divide(reply).shown, 1), ...shown(chosen)];
  return pickCard(items, { language, fallbackText, footer: [] }, 'last');
}

/** The card that takes the place of the one on which a choice was tapped; null where the replies need more than one. */
export function renderStep(replies: readonly Reply[], place: Place): AdaptiveCard | null {
  const last = replies.at(-1);
  if (last === undefined) return null;
  const body = replies.flatMap((reply, index) => renderBody(reply, matterOf(reply), index + 1));
  const cards = renderOffering(replies, body, place, last);
  return cards.length === 1 ? (cards[0] ?? null) : null;
}

/** An answer that is written before the reader's eyes. */
export interface Stream {
  /** The text so far, again and again, each longer than the one before. */
  readonly chunks: readonly string[];
  /** The message that ends it, with the whole text and all that stands below it. */
  readonly final: TeamsActivity;
}

/** A reply to be streamed in a one-to-one chat; null for one that is short, has no text or needs several messages. */
export function renderStream(reply: Reply, feedback: 'asked' | 'none'): Stream | null {
  const [said, ...others] = packMessages(renderSaid(divide(reply).said, reply.citations.length));
  const [final, ...more] = renderReply(reply, 'personal', feedback);
  if (said === undefined || final === undefined || others.length + more.length > 0) return null;
  if (joinSaid(said).length < streamCharactersMin) return null;
  const steps = Math.min(streamStepsMax, said.length);
  const chunks = Array.from({ length: steps - 1 }, (_, step) =>
    joinSaid(said.slice(0, Math.ceil(((step + 1) * said.length) / steps))),
  );
  return chunks.length === 0 ? null : { chunks, final };
}

function compose(
  reply: Reply,
  texts: readonly string[],
  cards: readonly AdaptiveCard[],
  feedback: 'asked' | 'none',
): readonly TeamsActivity[] {
  const { summary } = renderGist(reply);
  // The last text and the first card are one message.
  const count = texts.length === 0 ? cards.length : texts.length + Math.max(cards.length - 1, 0);
  return Array.from({ length: count }, (_, index): TeamsActivity => {
    const text = texts[index];
    const card = cards[index - Math.max(texts.length - 1, 0)];
    const asked = feedback === 'asked' && isTelling(reply) && index === count - 1;
    return {
      type: 'message',
      ...(text !== undefined && { text, textFormat: 'markdown' }),
      summary,
      ...(card !== undefined && {
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      }),
      entities: [renderEntity(reply, text ?? '')],
      ...(asked && { channelData: { feedbackLoop: { type: 'default' } } }),
    };
  });
}

function renderReplyCards(reply: Reply, parts: readonly Part[], place: Place): readonly AdaptiveCard[] {
  return renderOffering([reply], renderBody(reply, parts, 1), place, reply);
}

/** The body in cards, with what replies offer below it. Each group of quotes has a button of its own. */
function renderOffering(
  replies: readonly Reply[],
  body: readonly CardItem[],
  place: Place,
  last: Reply,
): readonly AdaptiveCard[] {
  const groups = replies.filter(({ citations }) => citations.length > 0).length;
  const { listed, buttons } = renderChoices(replies, Math.max(actionsMax - groups, 0), place);
  const { fallbackText } = renderGist(last);
  return renderCards([...body, ...shown(listed)], { language: last.language, fallbackText, footer: buttons });
}
