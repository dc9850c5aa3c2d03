import { channelWording } from '../../../prompts/index.ts';
import type { FakeActivity, ShownMessage } from '../../channels/teams/fake-chats.ts';
import { type CheckedCard, type CheckedElement, cardSchema } from '../../unit/teams-render/card-schema.ts';
import { actionsOf, elementsOf } from '../../unit/teams-render/check-card.ts';
import { wordsOfCard } from '../../unit/teams-render/read-activity.ts';
import { readMarkdown } from '../../unit/teams-render/read-markdown.ts';
import type { SeenMessage } from './channel-world.ts';

/** What stands above the choices that no button shows whole. */
const headings = new Set(Object.values(channelWording).flatMap((one) => [one.wholeLabels, one.wholeLabelsInGroup]));

/** A message of the assistant as somebody reads it, with all that its cards say. */
export function readTeamsMessage({ id, activity }: ShownMessage, before: ShownMessage | undefined): SeenMessage {
  const cards = cardsOf(activity);
  const lines = cards.flatMap((card) => linesOf(card, 'shown'));
  const buttons = cards.flatMap(actionsOf).flatMap((action) => {
    if (action.type !== 'Action.Execute') return [];
    return [{ label: String(action.data['label']), value: String(action.data['choice']) }];
  });
  return {
    id,
    place: isCardOf(activity, before?.activity) ? 'goes on' : 'begins',
    words: [readMarkdown(activity.text ?? '').shown, ...lines].join('\n'),
    buttons,
    listed: lines.slice(lines.findIndex((line) => headings.has(line)) + 1).flatMap((line) => {
      const [, number = '', label = ''] = /^(\d+)\. (.+)$/.exec(line) ?? [];
      return label === '' || buttons.some((button) => button.label === label) ? [] : [{ number, label }];
    }),
    sources: cards.flatMap(actionsOf).some(opensQuotes) ? 'behind a button' : 'none',
    rateable: activity.channelData?.['feedbackLoop'] === undefined ? 'no' : 'yes',
  };
}

/** Words and their card are two messages with one notification. */
function isCardOf({ text, summary }: FakeActivity, before: FakeActivity | undefined): boolean {
  return text === undefined && before?.text !== undefined && before.summary === summary;
}

/** What the button of a card opens. Throws where there is no such button. */
export function quotesOf(activity: FakeActivity): string {
  const cards = cardsOf(activity);
  if (!cards.flatMap(actionsOf).some(opensQuotes)) throw new Error('no button opens the quotes');
  return cards.flatMap((card) => linesOf(card, 'hidden')).join('\n');
}

function opensQuotes({ type }: { readonly type: string }): boolean {
  return type === 'Action.ToggleVisibility';
}

function cardsOf({ attachments = [] }: FakeActivity): readonly CheckedCard[] {
  return attachments.map(({ content }) => cardSchema.parse(content));
}

function linesOf(card: CheckedCard, which: 'shown' | 'hidden'): readonly string[] {
  const parts = card.body.filter((one) => isHidden(one) === (which === 'hidden'));
  return elementsOf(parts)
    .filter(({ type }) => type === 'TextBlock' || type === 'RichTextBlock')
    .map((element) => wordsOfCard({ ...card, body: [element], actions: undefined }));
}

function isHidden(element: CheckedElement): boolean {
  return element.type === 'Container' && element.isVisible === false;
}
