import type { Block } from '@slack/types';
import { z } from 'zod';
import type { Language } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { clean } from './render-clean.ts';
import { renderContext } from './render-words.ts';

const block = z.looseObject({ type: z.string() });
const actions = z.looseObject({ type: z.literal('actions'), elements: z.array(z.unknown()) });
const choice = z.looseObject({ action_id: z.string().startsWith('choice:') });

/**
 * The blocks of a message as they came back from the platform, with 「已選：…」 in the place of the choices, so that nobody taps
 * what is over. All else stays as it came; what is no block at all is left out.
 */
export function markChosen(blocks: unknown, label: string, language: Language = 'zh-TW'): Block[] {
  const received = Array.isArray(blocks) ? blocks.flatMap(readBlock) : [];
  const first = received.findIndex(isOfChoices);
  const chosen = renderContext(channelWording[language].chosen(clean(label).trim()));
  return received.flatMap((one, index) => {
    if (!isOfChoices(one)) return [one];
    return [...withoutChoices(one), ...(index === first ? chosen : [])];
  });
}

function readBlock(value: unknown): readonly Block[] {
  const read = block.safeParse(value);
  return read.success ? [read.data] : [];
}

function isOfChoices(value: Block): boolean {
  const read = actions.safeParse(value);
  return read.success && read.data.elements.some(isChoice);
}

function isChoice(element: unknown): boolean {
  return choice.safeParse(element).success;
}

/** Buttons beside the choices stay. */
function withoutChoices(value: Block): readonly Block[] {
  const read = actions.safeParse(value);
  const elements = read.success ? read.data.elements.filter((element) => !isChoice(element)) : [];
  const rest: Block & { readonly elements: readonly unknown[] } = { ...value, elements };
  return elements.length === 0 ? [] : [rest];
}
