import { handoffChoice } from '../choices.ts';
import type { Choice, Reply } from '../vocabulary.ts';
import { bare, plain } from './reply-entry.ts';
import type { Scene } from './scene.ts';

/** How entries are corrected here. */
export function howToCorrectReply(scene: Scene): Reply {
  const { words } = scene;
  return reply(scene, words.howToCorrect, [plain(words.button.list, 'learning:list')]);
}

/** That nothing is open that could be cancelled. */
export function nothingToCancelReply(scene: Scene): Reply {
  const { words } = scene;
  return reply(scene, words.nothingToCancel, [plain(words.button.list, 'learning:list')]);
}

/** A kind word where an exam was not passed, or not all of it; nothing is entered. */
export function notPassedReply(scene: Scene, what: 'exam' | 'part'): Reply {
  const { words, language } = scene;
  return reply(scene, words.notPassed[what], [plain(words.button.courses, 'recommend:'), handoffChoice(language)]);
}

function reply({ language }: Scene, text: string, choices: readonly Choice[]): Reply {
  return { ...bare([{ type: 'text', text }], language), choices };
}
