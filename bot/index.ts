export { defaultThresholds } from './answer/decide.ts';
export { understand } from './answer/understand.ts';
export { type Bot, createBot } from './bot.ts';
export { countBurst, joinBurst } from './burst.ts';
export { type Change, type Job, jobKinds } from './changes.ts';
export { OperatorError, unreachable } from './errors.ts';
export { assessText } from './interview/assess-text.ts';
export {
  type CertificateEntry,
  courseKey,
  evidenceStates,
  type HoursEntry,
  hoursCategories,
} from './learning/ledger.ts';
export { hoursReminders } from './learning/rules.ts';
export { linkTriesMax, messageCharactersMax } from './limits.ts';
export { defaultNoticePreferences, type NoticePreferences } from './notice-preferences.ts';
export { parseNoticeRules } from './notice-rules.ts';
export { failedReply, unavailableReply } from './notices.ts';
export { progressByUnit, progressOf, pulseFigures } from './onboarding/figures.ts';
export type { Onboarding } from './onboarding/onboarding.ts';
export { enrol } from './onboarding/roster.ts';
export { renderPlainText } from './plain-text.ts';
export type { Clock, Embedder, Ids, LinkCodeStanding, PersonRecords, SettingName } from './ports.ts';
export { maskPersonalData } from './privacy/mask.ts';
export { receiveMessage } from './receive.ts';
export {
  emptySession,
  orderChoices,
  type Profile,
  profileOf,
  type Session,
  type TurnRecord,
  wakeSession,
} from './session.ts';
export { taipeiDay, taipeiMoment } from './taipei.ts';
export type { Turn } from './turn.ts';
export type { Choice, Citation, Found, Joining, Language, Message, Part, Prompt, Reply } from './vocabulary.ts';
