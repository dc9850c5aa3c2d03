import { learningEn } from './learning-en.ts';
import type { LearningWording } from './learning-wording.ts';
import { learningZhTW } from './learning-zh-tw.ts';

/** The sentences of the ledger, by language. */
export const learningWordings: Readonly<Record<'zh-TW' | 'en', LearningWording>> = {
  'zh-TW': learningZhTW,
  en: learningEn,
};
