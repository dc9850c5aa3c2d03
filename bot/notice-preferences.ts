/** What a message that nobody asked for can be about; each can be muted by itself. */
export const noticeTopics = ['onboarding', 'hours', 'cases'] as const;
/** One of the topics. */
export type NoticeTopic = (typeof noticeTopics)[number];
/** Those that remind of something; a case is what the person asked for. */
export const reminderTopics: readonly NoticeTopic[] = ['onboarding', 'hours'];

/** What a person allows, and what was sent of late: all that the one policy for proactive messages looks at. */
export interface NoticePreferences {
  readonly muted: readonly NoticeTopic[];
  /** Quiet from and to, `HH:MM` in Taipei; null takes the agency's. */
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  /** Milliseconds since 1970 of proactive messages that were sent, oldest first; only the last few. */
  readonly sent: readonly number[];
  /** When the first weeks were offered, milliseconds since 1970, which is done once; absent where they never were. */
  readonly offeredAt?: number;
}

/** Somebody who said nothing of it. */
export const defaultNoticePreferences: NoticePreferences = { muted: [], quietFrom: null, quietTo: null, sent: [] };
