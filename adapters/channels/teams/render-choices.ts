import { type Choice, orderChoices, type Reply } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { buttonFrameWidth, buttonWidthMax, choiceBytesMax, rowWidthMax } from './limits.ts';
import { type CardAction, type CardElement, renderLines } from './render-element.ts';
import { linesOf } from './render-sentences.ts';

/** Where somebody reads: alone with the assistant, or among others, where it hears only what mentions it. */
export type Place = 'personal' | 'group';

/** The buttons of a card in rows, and what is listed above them because no button can show it whole. */
export interface Offered {
  readonly listed: readonly CardElement[];
  readonly buttons: readonly CardElement[];
}

/** The choices of replies as at most `slots` buttons; the others are listed with the numbers by which they are typed. */
export function renderChoices(replies: readonly Reply[], slots: number, place: Place): Offered {
  const numbered = orderChoices(replies).map((choice, index) => ({ choice, number: index + 1 }));
  const buttons = takeButtons(numbered.map(({ choice }) => choice).filter(fits), slots);
  const { wholeLabels, wholeLabelsInGroup } = channelWording[replies.at(-1)?.language ?? 'zh-TW'];
  const isWhole = (choice: Choice): boolean => buttons.includes(choice) && shorten(choice.label) === choice.label;
  const lines = numbered
    .filter(({ choice }) => !isWhole(choice))
    .flatMap(({ choice, number }) => renderLines(`${number}. ${choice.label}`, { spacing: 'small' }));
  const heading = place === 'personal' ? wholeLabels : wholeLabelsInGroup;
  return {
    listed: lines.length === 0 ? [] : [...renderLines(heading, listHeading), ...lines],
    buttons: renderRows(buttons.map(renderButton)),
  };
}

const listHeading = { weight: 'bolder', size: 'small', spacing: 'medium' } as const;

/** Row below row: where buttons do not fit beside each other, clients cut them off. */
function renderRows(actions: readonly CardAction[]): readonly CardElement[] {
  const rows: CardAction[][] = [];
  let room = 0;
  for (const action of actions) {
    const width = widthOf(action.title) + buttonFrameWidth;
    const fits = width <= room;
    if (fits) rows.at(-1)?.push(action);
    else rows.push([action]);
    room = (fits ? room : rowWidthMax) - width;
  }
  return rows.map((row, index) => ({ type: 'ActionSet', actions: row, spacing: index === 0 ? 'medium' : 'small' }));
}

/** The first ones, and in any case the way to a person. */
function takeButtons(choices: readonly Choice[], slots: number): readonly Choice[] {
  if (choices.length <= slots) return choices;
  const person = choices.filter(({ emphasis }) => emphasis === 'person').slice(0, 1);
  const others = choices.filter((choice) => !person.includes(choice));
  return [...others.slice(0, slots - person.length), ...person];
}

function fits({ label, value }: Choice): boolean {
  return new TextEncoder().encode(JSON.stringify([label, value])).length <= choiceBytesMax && lineOf(label) !== '';
}

/** `Action.Execute` draws its answer in place of the card; where it is not known, `Action.Submit` sends the same. */
function renderButton({ label, value, emphasis }: Choice): CardAction {
  const title = shorten(lineOf(label));
  const looks = { title, ...(title !== label && { tooltip: lineOf(label) }), ...(emphasis === 'primary' && positive) };
  const data = { choice: value, label };
  return {
    type: 'Action.Execute',
    verb: 'choose',
    ...looks,
    data,
    fallback: { type: 'Action.Submit', ...looks, data: { ...data, verb: 'choose' } },
  };
}

const positive = { style: 'positive' } as const;

/** A button has one line. */
function lineOf(label: string): string {
  return linesOf(label).join(' ');
}

/** At most `buttonWidthMax` half widths. */
function shorten(label: string): string {
  if (widthOf(label) <= buttonWidthMax) return label;
  let title = '';
  for (const character of label) {
    if (widthOf(title) + widthOf(character) >= buttonWidthMax - 1) break;
    title += character;
  }
  return `${title.trimEnd()}…`;
}

/** In half widths: Chinese characters and symbols have two, capitals in bold more than one. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : /[A-Z]/.test(character) ? 1.3 : 1;
  return width;
}
