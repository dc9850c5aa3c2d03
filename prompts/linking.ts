/** What is said while somebody links a second channel to themselves. */
export interface LinkingWording {
  /** The code, and what to do with it. */
  readonly code: (code: string, minutes: number) => string;
  /** With what stays where both sides had it. */
  readonly linked: string;
  /** How two places are linked. */
  readonly help: (minutes: number) => string;
  /** A link cannot be undone here. */
  readonly unlink: string;
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
    linked:
      '已經連結。您的角色、時數、證照與任務，從現在起在兩邊都看得到。兩邊若有同一門課、同一天的紀錄，保留證明較完整的那一筆，一樣的話保留時數較多的；兩邊若都有新人計畫、提醒設定或角色，以取得連結碼的那一邊為準，包括到職日。請說「我的紀錄」和「我的任務」核對，到職日要改可以說「到職日改成11/3」。',
    help: (minutes) =>
      `要把兩邊（例如電腦網頁和手機通訊軟體）的紀錄合在一起：先在紀錄要留下的那一邊說「取得連結碼」，再到另一邊輸入「連結 ABCD-EFGH」（換成您拿到的碼，${minutes} 分鐘內有效）。連結後不能自己拆開。`,
    unlink:
      '連結之後，兩邊的紀錄已經合成一份，我沒辦法自動拆開。需要解除的話，請洽人事單位或系統管理人員，說明是哪兩個帳號；單筆紀錄不對，可以說「我的紀錄」後逐筆更正。',
    own: '這是您自己在這裡取得的連結碼，請到另一個頻道輸入。',
    unknown: '這組連結碼不存在、已用過或已逾時。請在原來的頻道輸入「取得連結碼」再拿一組新的。',
    tooManyTries: '錯誤次數太多，請一小時後再試。',
    hidden: '連結 〔連結碼〕',
  },
  en: {
    code: (code, minutes) =>
      `Your link code is ${code}. It works once, for ${minutes} minutes. Type “link ${code}” to me in another channel of your own (the web page, or your agency’s messenger), and your role, hours and tasks come together. Do not give it to anybody.`,
    linked:
      'Linked. From now on you find your role, hours, certificates and tasks in both places. Where both had an entry of the same course and day, the better proven one stays, or else the one with more hours; where both had an onboarding plan, settings or a role, those of the side that got the code stay, with its start date. Please check “my records” and “my tasks”; say “change my start date to Nov 3” if it is another.',
    help: (minutes) =>
      `To bring the records of two places together (such as the web page and your messenger): say “get link code” where your records are to stay, then type “link ABCD-EFGH” in the other place, with the code you got; it works for ${minutes} minutes. You cannot take a link apart yourself.`,
    unlink:
      'A link cannot be taken apart here: the records of both places are one by now. Please ask HR or the system’s operator and name the two accounts; single entries you can correct after “my records”.',
    own: 'You got this code here; type it in the other channel.',
    unknown:
      'This code does not exist, was used, or has expired. Type “get link code” in the other channel for a new one.',
    tooManyTries: 'Too many wrong codes. Please try again in an hour.',
    hidden: 'link [code]',
  },
};
