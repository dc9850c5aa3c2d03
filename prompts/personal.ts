/** Days for which what was said is kept; a test holds it against the store's own table. */
export const talkKeptDays = 180;

/** What is said of one's own data and role, and to somebody who wants to stop. */
export interface PersonalWording {
  /** What is kept here of a person, who sees it, and how it is seen, handed out and removed. */
  readonly data: {
    readonly lead: string;
    readonly items: (days: number, cellMin: number) => readonly string[];
    readonly end: string;
  };
  readonly role: (role: string) => string;
  readonly roleAgain: string;
  /** Behind 「重來」, where a role was found before. */
  readonly roleStays: (role: string) => string;
  /** Nothing runs that could be stopped. */
  readonly stop: string;
}

const zhTW: PersonalWording = {
  data: {
    lead: '關於您在這裡的資料，說明如下：',
    items: (days, cellMin) => [
      `存了什麼：您和我的對話（${days} 天後自動刪除，身分證字號、電話等個資會先遮蔽）、您自己登錄或人事單位匯入的時數與證照、角色訪談結果、新人計畫的進度，以及提醒與語言等設定。時數、證照與新人計畫屬人事紀錄，不會自己消失。`,
      `誰看得到：您自己。我不會傳給主管或同事；人事單位與系統管理人員因公需要時才能調閱或匯出，匯出個人全部資料會留下稽核紀錄；各單位的統計至少要有 ${cellMin} 人才會顯示。`,
      '怎麼看：說「我的紀錄」看登錄的時數與證照，說「我的角色」看訪談結果，說「我的任務」看新人計畫。',
      '怎麼刪：說「重來」會清除這裡的對話；單筆紀錄說「刪除」加上課名就可以。要一份完整的匯出，或要把全部資料刪除，我自己不能做，請洽人事單位或系統管理人員，由他們處理（依法須保存的除外）。',
    ],
    end: '我沒有連到任何人事系統，那裡的資料請依機關的規定辦理。',
  },
  role: (role) => `您之前的角色初步建議是「${role}」，正式歸類請由主管與人事單位認定。`,
  roleAgain: '重做角色訪談',
  roleStays: (role) => `您的角色初步建議「${role}」還留著，要改可以說「角色訪談」重做。`,
  stop: '好，那就先停在這裡。想問問題或做別的事，直接跟我說就可以；如果是最近太累、心裡不好受，也可以找信任的人談談，或撥1925安心專線。',
};

const en: PersonalWording = {
  data: {
    lead: 'This is how it is with your data here:',
    items: (days, cellMin) => [
      `What is kept: what you and I say (deleted after ${days} days; ID numbers, phone numbers and the like are masked first), hours and certificates that you entered or HR imported, the result of the role interview, your onboarding plan, and settings such as reminders and language. Hours, certificates and the plan are HR records and do not go by themselves.`,
      `Who sees it: you. I pass nothing on to your supervisor or colleagues. HR and the system's operator can look it up or export it only where their duties call for it, and an export of all that is kept of a person is audited; figures by unit are shown from ${cellMin} people on.`,
      'How to see it: say “my records” for hours and certificates, “my role” for the result of the interview, “my tasks” for the plan.',
      'How to remove it: “restart” clears our conversation here; “delete” with the name of a course removes one entry. I cannot hand you a full export or erase everything myself: please ask HR or the system’s operator, who can (unless the law requires records to be kept).',
    ],
    end: 'I am not connected to any HR system; what is kept there follows your agency’s rules.',
  },
  role: (role) =>
    `Your role was first suggested as “${role}”. The formal assignment is for your supervisor and HR to make.`,
  roleAgain: 'Do the role interview again',
  roleStays: (role) => `The suggested role “${role}” is still kept; say “role interview” to do it again.`,
  stop: 'All right, we stop here. Ask me anything else whenever you like. If you are worn out or feel low, you can also talk to somebody you trust or call the 1925 helpline (1925安心專線).',
};

/** The sentences by language. */
export const personalWordings: Readonly<Record<'zh-TW' | 'en', PersonalWording>> = { 'zh-TW': zhTW, en };
