/** What is said of messages that nobody asked for: when they come, and that they come no more. */
export interface NoticesWording {
  /** What is muted or heard again, by topic; several are joined by `and`. */
  readonly topic: Readonly<Record<'onboarding' | 'hours' | 'cases', string>>;
  readonly and: string;
  readonly muted: (topics: string) => string;
  readonly mutedAll: string;
  readonly heard: (topics: string, from: string, to: string) => string;
  readonly heardAll: (from: string, to: string) => string;
  readonly window: (from: string, to: string) => string;
  /** The hours of the agency allow no such window. */
  readonly outOfWindow: (from: string, to: string) => string;
  readonly alreadyQuiet: (from: string, to: string) => string;
  readonly standing: (from: string, to: string, muted: string) => string;
  readonly isMuted: (topics: string) => string;
  readonly nothingMuted: string;
  readonly mute: string;
  readonly hear: string;
}

/** The sentences on reminders, by language. Times are `HH:MM`. */
export const noticesWordings: Readonly<Record<'zh-TW' | 'en', NoticesWording>> = {
  'zh-TW': {
    topic: { onboarding: '新人計畫提醒', hours: '時數提醒', cases: '案件通知' },
    and: '、',
    muted: (topics) => `好，我不會再傳${topics}。想恢復時說「開啟提醒」就可以。`,
    mutedAll: '好，我不會再主動提醒您；您問我的時候我還是會回答。想恢復時說「開啟提醒」就可以。',
    heard: (topics, from, to) => `好，${topics}已經開啟，只在上班日 ${from} 到 ${to} 之間傳，一天最多一則。`,
    heardAll: (from, to) => `好，提醒已經開啟，只在上班日 ${from} 到 ${to} 之間傳，一天最多一則。`,
    window: (from, to) => `好，之後的提醒只在上班日 ${from} 到 ${to} 之間傳。`,
    outOfWindow: (from, to) =>
      `提醒只能在貴機關允許的 ${from} 到 ${to} 之間，而且至少留一個小時；這個時間我沒辦法設定，原來的設定不變。`,
    alreadyQuiet: (from, to) => `放心，提醒只在上班日 ${from} 到 ${to} 之間傳，晚上和假日都不會傳。`,
    standing: (from, to, muted) => `提醒目前只在上班日 ${from} 到 ${to} 之間傳，一天最多一則。${muted}`,
    isMuted: (topics) => `已關閉：${topics}。`,
    nothingMuted: '沒有關閉任何提醒。',
    mute: '不要再提醒我',
    hear: '開啟提醒',
  },
  en: {
    topic: { onboarding: 'onboarding reminders', hours: 'reminders of hours', cases: 'messages on cases' },
    and: ' and ',
    muted: (topics) => `I will send no more ${topics}. Say “turn reminders on” to get them again.`,
    mutedAll: 'I will send no more reminders; when you ask, I still answer. Say “turn reminders on” to get them again.',
    heard: (topics, from, to) =>
      `You get ${topics} again, only on office days between ${from} and ${to}, one a day at most.`,
    heardAll: (from, to) => `Reminders are on again, only on office days between ${from} and ${to}, one a day at most.`,
    window: (from, to) => `From now on reminders come on office days between ${from} and ${to} only.`,
    outOfWindow: (from, to) =>
      `Reminders must lie between ${from} and ${to}, which your agency allows, with an hour left at least. Nothing was changed.`,
    alreadyQuiet: (from, to) =>
      `Reminders come on office days between ${from} and ${to} only, never at night or on a holiday.`,
    standing: (from, to, muted) =>
      `Reminders come on office days between ${from} and ${to} only, one a day at most. ${muted}`,
    isMuted: (topics) => `Turned off: ${topics}.`,
    nothingMuted: 'None is turned off.',
    mute: 'Stop reminding me',
    hear: 'Turn reminders on',
  },
};
