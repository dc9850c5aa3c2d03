import type { ContextBlock } from '@slack/types';
import type { Reply } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { plain } from './render-words.ts';

/** Squares of the bar at most. */
const squaresMax = 10;
const [fullSquare, emptySquare] = ['▰', '▱'];

/** 「第 2 題／最多 6 題」 with a bar of squares; nothing outside a guided conversation. */
export function renderProgress({ progress, language }: Reply): readonly ContextBlock[] {
  if (progress === null) return [];
  const words = plain(channelWording[language].progress(progress.step, progress.of));
  const bar = barOf(progress.step, progress.of);
  return [{ type: 'context', elements: bar === '' ? [words] : [plain(bar), words] }];
}

/** Whether a text is a bar, which is to be seen and not to be read out. */
export function isBar(text: string): boolean {
  return [...text].every((character) => character === fullSquare || character === emptySquare);
}

function barOf(step: number, of: number): string {
  if (!(of >= 1)) return '';
  const squares = Math.min(Math.ceil(of), squaresMax);
  const full = Math.round((Math.min(Math.max(step, 0), of) / of) * squares);
  return fullSquare.repeat(full) + emptySquare.repeat(squares - full);
}
