/** What is said while somebody links a second channel to themselves. */
export interface LinkingWording {
  /** The code, and what to do with it. */
  readonly code: (code: string, minutes: number) => string;
  readonly linked: string;
  readonly own: string;
  readonly unknown: string;
  readonly tooManyTries: string;
  /** Stands in the transcript where a code was typed. */
  readonly hidden: string;
}

/** The sentences of linking, by language. */
export const linkingWordings: Readonly<Record<'zh-TW' | 'en', LinkingWording>> = {
  'zh-TW': {
    code: (code, minutes) =>
      `您的連結碼是 ${code}，${minutes} 分鐘內有效，只能用一次。請在您自己的另一個頻道（例如網頁或機關的通訊軟體）對我輸入「連結 ${code}」，兩邊的角色、時數與任務就會合在一起。請勿把連結碼給別人。`,
    linked: '已經連結。您的角色、時數、證照與任務，從現在起在兩邊都看得到。',
    own: '這是您自己在這裡取得的連結碼，請到另一個頻道輸入。',
    unknown: '這組連結碼不存在、已用過或已逾時。請在原來的頻道輸入「取得連結碼」再拿一組新的。',
    tooManyTries: '錯誤次數太多，請一小時後再試。',
    hidden: '連結 〔連結碼〕',
  },
  en: {
    code: (code, minutes) =>
      `Your link code is ${code}. It works once, for ${minutes} minutes. Type “link ${code}” to me in another channel of your own (the web page, or your agency’s messenger), and your role, hours and tasks come together. Do not give it to anybody.`,
    linked: 'Linked. From now on you find your role, hours, certificates and tasks in both places.',
    own: 'You got this code here; type it in the other channel.',
    unknown:
      'This code does not exist, was used, or has expired. Type “get link code” in the other channel for a new one.',
    tooManyTries: 'Too many wrong codes. Please try again in an hour.',
    hidden: 'link [code]',
  },
};
