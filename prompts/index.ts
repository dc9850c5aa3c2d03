import { en } from './en.ts';
import type { Wording } from './wording.ts';
import { zhTW } from './zh-TW.ts';

export type { InterviewWording } from './wording.ts';

/** All fixed sentences by language. */
export const wordings: Readonly<Record<'zh-TW' | 'en', Wording>> = { 'zh-TW': zhTW, en };

export { webWording } from './web.ts';
