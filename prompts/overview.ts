/** The headings and sentences of somebody's own page. */
export interface OverviewWording {
  readonly role: string;
  readonly roleFound: (role: string) => string;
  readonly roleUnknown: string;
  readonly roleLeftOff: string;
  readonly hours: string;
  readonly hoursOf: (year: number, total: number, ai: number) => string;
  readonly next: string;
  readonly nextTasks: (plan: string, done: number, of: number) => string;
  readonly nextOthers: (count: number) => string;
  readonly nextRole: string;
  readonly nextHours: string;
  readonly nextCourses: string;
  readonly cases: string;
  readonly noCases: string;
  readonly settings: string;
  readonly findRole: string;
}

/** The overview, by language. Hours come in as numbers. */
export const overviewWordings: Readonly<Record<'zh-TW' | 'en', OverviewWording>> = {
  'zh-TW': {
    role: '我的角色',
    roleFound: (role) => `初步建議：${role}。正式歸類請由主管與人事單位依指引認定。`,
    roleUnknown: '還沒有結果。用幾個問題，就能看看哪一類AI人才比較接近您的工作。',
    roleLeftOff: '角色訪談做到一半，已經回答的都留著，隨時可以接著做。',
    hours: '學習時數',
    hoursOf: (year, total, ai) => `您${year - 1911}年登錄在這裡的時數：合計${total}小時，其中AI課程${ai}小時。`,
    next: '下一步',
    nextTasks: (plan, done, of) => `${plan}：${of} 項裡完成了 ${done} 項，接下來是：`,
    nextOthers: (count) => `還有 ${count} 項，點「看全部任務」就看得到。`,
    nextRole: '先用角色訪談看看哪一類AI人才比較接近您的工作，課程建議也會更貼近。',
    nextHours: '看看適合您的課程；上完課跟我說一聲，我就幫您登錄。',
    nextCourses: '照這裡的紀錄，規定的時數都已達到；想再加強的話，可以看看適合您的課程與證照。',
    cases: '案件',
    noCases:
      '目前這個版本還不能替您送件，所以這裡沒有案件可以查。需要人事承辦人時，請以貴機關慣用的方式（分機、電子郵件或當面）聯絡人事單位；點「找人事承辦人」，我會幫您把問題整理成一句話。',
    settings: '設定',
    findRole: '我是哪一種AI人才？',
  },
  en: {
    role: 'My role',
    roleFound: (role) => `First suggestion: ${role}. Your supervisor and personnel office decide.`,
    roleUnknown: 'Not known yet. A few questions show which AI role is closest to your work.',
    roleLeftOff: 'The role interview is half done; your answers are kept, and you can go on at any time.',
    hours: 'Hours of learning',
    hoursOf: (year, total, ai) => `Entered here for ${year}: ${total} h in all, of them ${ai} h of AI courses.`,
    next: 'Next steps',
    nextTasks: (plan, done, of) => `Your ${plan}: ${done} of ${of} done. Next:`,
    nextOthers: (count) => `${count} more; tap “All tasks” to see them.`,
    nextRole: 'Take the role interview to see which AI role is closest to your work; courses then fit better.',
    nextHours: 'See which courses fit you; when one is done, tell me and I enter it.',
    nextCourses:
      'By what is entered here, all the hours are reached; there are courses and certificates to go further.',
    cases: 'Cases',
    noCases:
      'This version cannot send anything for you yet, so there are no cases to look up. For a person, please contact your personnel office (人事單位) the usual way; “Ask a person in HR” puts your question into one sentence.',
    settings: 'Settings',
    findRole: 'Which AI role am I?',
  },
};
