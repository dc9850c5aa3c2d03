export { channelWording } from './channels.ts';
export { learningWordings } from './learning.ts';
export type { LearningWording } from './learning-wording.ts';
export { linkingWordings } from './linking.ts';
export { noticesWordings } from './notices.ts';
export { type OnboardingWording, onboardingWordings } from './onboarding.ts';
export { onboardingFiguresWording } from './onboarding-figures.ts';
export { overviewWordings } from './overview.ts';
export { personalWordings, talkKeptDays } from './personal.ts';
export { publicWordings } from './public.ts';
export { type SuggestionWording, suggestionWordings } from './suggestions.ts';

import { en } from './en.ts';
import type { Wording } from './wording.ts';
import { zhTW } from './zh-TW.ts';

export type { InterviewWording } from './wording.ts';

/** All fixed sentences by language. */
export const wordings: Readonly<Record<'zh-TW' | 'en', Wording>> = { 'zh-TW': zhTW, en };

export { tablesWording } from './tables.ts';
export { webWording } from './web.ts';
