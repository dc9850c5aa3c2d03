import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import { type Choice, orderChoices, type Reply } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { buttonColumnsMax, buttonsPerRowMax, buttonTextMax, buttonValueMax, messageSizeMax } from './limits.ts';
import { countedLength } from './render-escaped.ts';
import { plain, renderList, renderParagraph } from './render-words.ts';
import { shorten } from './split-text.ts';

/**
 * The buttons of a reply in the order in which they are numbered. Where one cannot show all its words, or carry what it does,
 * all stand before them as a numbered list: a number can be typed, too.
 */
export function renderChoices(reply: Reply): readonly KnownBlock[] {
  const choices = orderChoices([reply]);
  const whole = choices.some((choice) => !showsWhole(choice)) ? listChoices(choices, reply) : [];
  return [...whole, ...rowsOf(choices.flatMap((choice, index) => buttonOf(choice, index, choices)))];
}

function listChoices(choices: readonly Choice[], { language }: Reply): readonly KnownBlock[] {
  const labels = choices.map(({ label }, index) => (label === '' ? String(index + 1) : label));
  return [...renderParagraph(channelWording[language].wholeLabels, 'bold'), ...renderList(labels, 'ordered')];
}

function showsWhole({ label, value }: Choice): boolean {
  return columnsOf(label) <= buttonColumnsMax && isCarried(value);
}

function isCarried(value: string): boolean {
  return value.length <= buttonValueMax;
}

/** Width in columns of a telephone: Chinese characters and emoji take two. */
function columnsOf(label: string): number {
  return [...label].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}

/** Only a single way on is coloured: of several answers to one question none may look like the right one. */
function buttonOf({ label, value, emphasis }: Choice, index: number, choices: readonly Choice[]): readonly Button[] {
  if (!isCarried(value)) return [];
  const text = plain(shorten(label, buttonTextMax) || String(index + 1));
  const button: Button = { type: 'button', action_id: `choice:${index + 1}`, text, value };
  const isOnly = choices.filter((other) => other.emphasis === 'primary').length === 1;
  return emphasis === 'primary' && isOnly ? [{ ...button, style: 'primary' }] : [button];
}

function rowsOf(buttons: readonly Button[]): readonly ActionsBlock[] {
  const rows: ActionsBlock[] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    const isFull =
      row === undefined || row.elements.length === buttonsPerRowMax || countedLength([row, button]) > messageSizeMax;
    if (isFull) rows.push({ type: 'actions', elements: [button] });
    else row.elements.push(button);
  }
  return rows;
}
