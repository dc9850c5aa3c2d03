import type { Message, Reply } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import type { Address, Conversations } from '../../conversations.ts';
import type { TeamsEvent } from './activity.ts';
import { addressOf } from './address.ts';
import type { Afterwards } from './afterwards.ts';
import type { DrawnCards } from './drawn-cards.ts';
import { answerWithCard, answerWithText, type InvokeAnswer, languageOf } from './invoke-answer.ts';
import { readExecuted } from './read-tap.ts';
import { renderGist } from './render-body.ts';
import type { AdaptiveCard } from './render-card.ts';
import { originOf, renderEntity } from './render-entity.ts';
import { renderChosen, renderStep } from './render-reply.ts';
import type { Scene } from './scene.ts';
import { targetOf } from './target.ts';
import type { Typing } from './typing.ts';

/** What the answer to a tapped card is made of. */
export interface TapParts {
  readonly conversations: Conversations;
  readonly agency: string;
  readonly typing: Typing;
  readonly afterwards: Afterwards;
  readonly drawn: DrawnCards;
  /** Milliseconds within which a card is answered; Teams gives up after some ten seconds. */
  readonly answerWithinMs: number;
}

/**
 * The card that takes the place of the tapped one. A guided step in a chat of one's own becomes the next one. Every other card says
 * what was chosen, and the replies follow as messages: a card alone has no sources, no label and no feedback, and under an answer
 * it would stand for another one. Null for a button of somebody else.
 */
export async function answerTap(parts: TapParts, scene: Scene, event: TeamsEvent): Promise<InvokeAnswer | null> {
  const tapped = readExecuted(event.value);
  if (tapped === null || event.id === undefined) return null;
  const { conversations, agency, typing, drawn } = parts;
  const tap: Tap = {
    address: addressOf(scene, agency),
    target: targetOf(scene),
    name: `x:${event.id}`,
    tapped,
    messageId: event.replyToId ?? null,
  };
  const onCard = tap.messageId === null ? null : drawn.shownOn(tap.messageId);
  const offered = onCard?.findLast(offers(tapped)) ?? (await offeredBefore(conversations, tap.address, tapped));
  const said = answerChosen(event, tapped, offered, onCard);
  if (tap.address.audience === 'private' && offered !== null && offered.progress !== null)
    return (await answerStep(parts, tap)) ?? said;
  if ((await conversations.accept(tap.address, tapped, tap.name, tap.target)) === 'new') typing.show(scene);
  return said;
}

/** A choice that was tapped, and where. */
interface Tap {
  readonly address: Address;
  readonly target: string;
  readonly name: string;
  readonly tapped: Message;
  /** The message with the card. */
  readonly messageId: string | null;
}

/**
 * The next step in the same card; null where the replies follow as messages, because they are late or need more than a card. What
 * was put together for one person gets its label afterwards: the answer to a tap has no place for it.
 */
async function answerStep(
  { conversations, afterwards, drawn, answerWithinMs }: TapParts,
  { address, target, name, tapped, messageId }: Tap,
): Promise<InvokeAnswer | null> {
  const answering = conversations.send(address, tapped, name);
  const replies = await within(answering, answerWithinMs);
  const card = replies === null ? null : renderStep(replies, 'personal');
  if (replies === null || card === null) {
    afterwards.send(address, target, name, answering);
    return null;
  }
  if (messageId !== null) {
    drawn.remember(messageId, replies);
    const composed = replies.find((reply) => originOf(reply) === 'composed');
    if (composed !== undefined) afterwards.amend(target, messageId, labelled(card, composed));
  }
  return answerWithCard(card);
}

/** The message of a card with the label of generated text. Text beside the card would make it two, which takes no update. */
function labelled(card: AdaptiveCard, reply: Reply): object {
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
  const { summary } = renderGist(reply);
  return { type: 'message', summary, attachments, entities: [renderEntity(reply, '')] };
}

/**
 * The same card with 「已選」 instead of its buttons, and all that it showed. Where nobody knows any more whether the words of a
 * result stand on the card or above it, the card stays as it is.
 */
function answerChosen(
  event: TeamsEvent,
  { text }: Message,
  offered: Reply | null,
  onCard: readonly Reply[] | null,
): InvokeAnswer {
  const reply = offered ?? saysNothing(languageOf(event));
  const chosen = channelWording[reply.language].chosen(text);
  if (onCard === null)
    return originOf(reply) === 'composed'
      ? answerWithText('adaptiveCard/action', chosen)
      : answerWithCard(renderChosen(reply, text));
  const shown = onCard.map((one): Reply => ({ ...one, choices: [] }));
  const last: Reply = { ...saysNothing(reply.language), parts: [{ type: 'text', text: chosen }] };
  const card = renderStep([...shown, last], 'personal');
  return card === null ? answerWithText('adaptiveCard/action', chosen) : answerWithCard(card);
}

/** The reply on which the choice stood last; null where it is no longer kept. */
async function offeredBefore(conversations: Conversations, address: Address, tapped: Message): Promise<Reply | null> {
  const turns = await conversations.transcript(address).catch(() => []);
  return turns.flatMap(({ replies }) => replies).findLast(offers(tapped)) ?? null;
}

function offers({ choice }: Message): (reply: Reply) => boolean {
  return ({ choices }) => choices.some(({ value }) => value === choice);
}

/** Stands for a reply that is no longer kept. */
function saysNothing(language: Reply['language']): Reply {
  return { kind: 'notice', language, parts: [], citations: [], choices: [], role: null, progress: null };
}

/** Null where it takes longer. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), milliseconds);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
