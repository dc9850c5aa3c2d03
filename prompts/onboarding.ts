/** What is said while a new employee is led through the plan. Days are texts as `day` makes them. */
export interface OnboardingWording {
  /** A day in a list; `weekday` is 0 for Sunday. */
  readonly day: (month: number, dayOfMonth: number, weekday: number) => string;
  readonly askStart: string;
  readonly askNewStart: string;
  readonly noSuchDay: (written: string) => string;
  /** The date lies outside of what the plan can be begun for. */
  readonly outOfRange: (day: string, earliest: string, latest: string) => string;
  readonly today: string;
  readonly notYet: string;
  readonly dropped: string;
  /** After somebody told their start date. */
  readonly begun: (plan: string, day: string, tasks: number) => string;
  /** To somebody whom the roster named, on the first day. */
  readonly welcome: (plan: string, day: string, tasks: number) => string;
  readonly how: string;
  /** To somebody who arrived and may be new: what the assistant is, and how the plan is begun. */
  readonly offer: string;
  readonly already: string;
  readonly moved: (day: string) => string;
  readonly none: string;
  readonly start: string;
  readonly standing: (plan: string, day: string, done: number, of: number) => string;
  readonly itemOpen: (title: string, due: string) => string;
  readonly itemToday: (title: string) => string;
  readonly itemOverdue: (title: string, due: string, officeDays: number) => string;
  readonly itemDone: (title: string) => string;
  readonly evidence: (evidence: string) => string;
  readonly done: (number: number, title: string, done: number, of: number) => string;
  readonly wasDone: (number: number, title: string) => string;
  readonly allDone: string;
  readonly next: (number: number, title: string, due: string) => string;
  readonly canAttach: string;
  readonly attached: (number: number, title: string) => string;
  readonly noEvidenceNeeded: (number: number, title: string) => string;
  readonly undone: (number: number, title: string) => string;
  /** What is known here says that the task is done, whatever the person says. */
  readonly byRecord: (number: number, title: string) => string;
  readonly hoursSoFar: (hours: number, of: number) => string;
  readonly task: (number: number, title: string, due: string) => string;
  readonly which: string;
  readonly noSuchTask: (number: number, of: number) => string;
  /** The task was ticked off; what was said besides could not be read. */
  readonly restUnread: (rest: string) => string;
  readonly paused: string;
  readonly pausedFor: (time: string) => string;
  /** Somebody does not want to do this any more: rest, or leave? */
  readonly askStop: string;
  /** A task that the person does not want to do stays in the list. */
  readonly declined: (number: number, title: string) => string;
  /** Something was to be attached, and nothing was given. */
  readonly noEvidence: (number: number, title: string) => string;
  readonly resumed: string;
  readonly optedOut: string;
  readonly isPaused: string;
  readonly isLeft: string;
  readonly finished: string;
  readonly stage: (title: string) => string;
  readonly nudgeOne: string;
  readonly nudgeMany: string;
  readonly nudgeEnd: string;
  readonly pulseIntro: string;
  readonly pulseThanks: string;
  readonly pulseSkip: string;
  readonly button: {
    readonly done: (number: number) => string;
    readonly undo: string;
    readonly list: string;
    readonly pause: string;
    readonly resume: string;
    readonly optOut: string;
    readonly mute: string;
    readonly interview: string;
    readonly courses: string;
    readonly open: (title: string) => string;
  };
}

const zhTW: OnboardingWording = {
  day: (month, dayOfMonth, weekday) => `${month}月${dayOfMonth}日（${'日一二三四五六'.charAt(weekday)}）`,
  askStart: '歡迎！請問您的到職日是哪一天？例如「今天」、「11/3」或「下週一」。',
  askNewStart: '好，新的到職日是哪一天？例如「11/3」。',
  noSuchDay: (written) => `「${written}」這一天不存在，請再看一下日期，例如「11/3」。`,
  outOfRange: (day, earliest, latest) =>
    `${day}離現在有點遠，我沒辦法從那天安排。到職日請在${earliest}到${latest}之間；如果日期沒錯，請洽人事單位。`,
  today: '今天',
  notYet: '先不用',
  dropped: '好，先不安排。想開始的時候說「新人計畫」就可以。',
  begun: (plan, day, tasks) => `歡迎加入！我照您的到職日${day}排好了${plan}，三個月內慢慢完成這 ${tasks} 件事就好：`,
  welcome: (plan, day, tasks) =>
    `歡迎加入！我是AI公務人才問答助理。人事單位為您準備了${plan}（到職日${day}），三個月內慢慢完成這 ${tasks} 件事就好：`,
  how: '做完一項就說「第2項完成了」，想看進度說「我的任務」。我只在上班日的白天提醒，不想收到就說「不要再提醒我」。',
  offer:
    '您好，我是AI公務人才問答助理，由程式自動回覆，不是真人。如果您是新進同仁，告訴我到職日（例如「我11/3到職」），我就幫您排好新人計畫，三個月內一步一步來；不是新進同仁的話，可以不用理會這則訊息。我只依兩份AI人才文件回答，文件沒寫的會直說。',
  already: '您的新人計畫已經在進行，目前是這樣：',
  moved: (day) => `好，到職日改成${day}，期限也跟著重排；已完成的都留著。`,
  none: '您還沒有開始新人計畫。告訴我到職日（例如「我11/3到職」），我就幫您排好。',
  start: '開始新人計畫',
  standing: (plan, day, done, of) => `${plan}（到職日${day}）：${of} 項裡完成了 ${done} 項。`,
  itemOpen: (title, due) => `${title}：${due}前`,
  itemToday: (title) => `${title}：今天`,
  itemOverdue: (title, due, officeDays) => `${title}：原訂${due}，已過 ${officeDays} 個上班日`,
  itemDone: (title) => `${title}：已完成`,
  evidence: (evidence) => `（${evidence}）`,
  done: (number, title, done, of) => `好，第 ${number} 項「${title}」完成了（${done}／${of}）。`,
  wasDone: (number, title) => `第 ${number} 項「${title}」之前就記過完成了。`,
  allDone: '全部都完成了，辛苦了！之後有問題隨時問我。',
  next: (number, title, due) => `接下來是第 ${number} 項「${title}」，${due}前：`,
  canAttach: '想留紀錄的話，可以說「附上連結」再貼網址或文號，不附也沒關係。',
  attached: (number, title) => `您給的紀錄已經附在第 ${number} 項「${title}」。`,
  noEvidenceNeeded: (number, title) => `第 ${number} 項「${title}」不用附證明，所以這筆沒有留存。`,
  undone: (number, title) => `好，第 ${number} 項「${title}」改回還沒做。`,
  byRecord: (number, title) => `依這裡的紀錄，第 ${number} 項「${title}」已經完成，所以維持完成。`,
  hoursSoFar: (hours, of) =>
    `這裡記到的今年AI時數是 ${hours} 小時（共需 ${of} 小時）；上完課說「我上了…2小時」，我會記下來。`,
  task: (number, title, due) => `第 ${number} 項「${title}」（${due}前）`,
  which: '請問是哪一項？點按鈕，或說「第2項」。',
  noSuchTask: (number, of) => `沒有第 ${number} 項，您的計畫一共 ${of} 項。`,
  paused: '好，新人計畫先暫停，這段期間我不會提醒。想繼續時說「繼續新人計畫」，期限會順延。',
  restUnread: (rest) =>
    `另外，「${rest}」我還沒有處理。要登錄時數的話，請再單獨說一次，例如「昨天上AI素養課程3小時」。`,
  pausedFor: (time) =>
    `好，新人計畫先暫停。我不會在${time.startsWith('到') ? '那天' : `${time}後`}自己恢復，會一直停著，等您說「繼續」；期限會順延，這段期間我不會提醒。`,
  askStop: '好，不勉強。要先暫停新人計畫（之後說「繼續」就可以接著做），還是退出、以後都不再提醒？已完成的都會留著。',
  declined: (number, title) =>
    `好，第 ${number} 項「${title}」先放著，它會留在清單上。不想收到提醒，說「不要提醒新人任務」；整個計畫都不想做，說「退出新人計畫」。`,
  noEvidence: (number, title) =>
    `我沒有看到連結。請把網址或文號跟這句話一起傳，例如「第${number}項附上連結 https://…」；第 ${number} 項「${title}」目前沒有變動。`,
  resumed: '好，新人計畫繼續，還沒做的期限已經順延：',
  optedOut: '好，您已退出新人計畫，我不會再提醒。紀錄還留著，想回來時說「繼續新人計畫」就可以。',
  isPaused: '新人計畫目前暫停中。',
  isLeft: '您已退出新人計畫，想回來時說「繼續新人計畫」就可以。',
  finished: '您的新人計畫已經結束，之後有問題隨時問我。',
  stage: (title) => `新人計畫・${title}`,
  nudgeOne: '提醒您，這一項過了原訂的日期：',
  nudgeMany: '提醒您，這幾項過了原訂的日期：',
  nudgeEnd: '已經做了就跟我說一聲；還沒也沒關係，找個空檔就好。',
  pulseIntro: '三個月到了！想請您點兩下，回答兩個小問題。只會和其他人的答案一起統計，人數太少時不會顯示。',
  pulseThanks: '謝謝您！新人計畫到這裡告一段落，之後有問題隨時問我。',
  pulseSkip: '不想回答',
  button: {
    done: (number) => `第${number}項完成了`,
    undo: '按錯了，改回還沒做',
    list: '看全部任務',
    pause: '先暫停',
    resume: '繼續新人計畫',
    optOut: '退出新人計畫',
    mute: '不要再提醒我',
    interview: '開始角色訪談',
    courses: '推薦我課程',
    open: (title) => `完成：${title}`,
  },
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const en: OnboardingWording = {
  day: (month, dayOfMonth, weekday) => `${weekdays[weekday] ?? ''} ${dayOfMonth} ${months[month - 1] ?? ''}`,
  askStart: 'Welcome! On which day do you start, or did you? For instance “today”, “Nov 3” or “next Monday”.',
  askNewStart: 'On which day do you start then? For instance “Nov 3”.',
  noSuchDay: (written) => `There is no such day as “${written}”. Please check the date, for instance “Nov 3”.`,
  outOfRange: (day, earliest, latest) =>
    `${day} is too far away to plan from. The start date must lie between ${earliest} and ${latest}; if it is right, please ask HR.`,
  today: 'Today',
  notYet: 'Not now',
  dropped: 'All right, nothing is planned. Say “onboarding plan” when you want to begin.',
  begun: (plan, day, tasks) =>
    `Welcome! Your ${plan} is set up from your start on ${day}. There are ${tasks} things to do, spread over three months:`,
  welcome: (plan, day, tasks) =>
    `Welcome! I am the assistant for questions on AI talent in the civil service. HR prepared this ${plan} for you (start on ${day}): ${tasks} things, spread over three months:`,
  how: 'When something is done, say “task 2 done”; for your progress, “my tasks”. I only remind you in office hours; say “stop reminding me” if you do not want it.',
  offer:
    'Hello, I am an automated assistant on AI talent in the civil service, not a person. If you are new here, tell me your start date (for instance “I start on Nov 3”) and I set up your onboarding plan, step by step over three months; if you are not, you need not do anything. I answer from two documents on AI talent and say so where they are silent.',
  already: 'Your plan is under way already. This is where you stand:',
  moved: (day) => `Your start date is now ${day} and the due dates have moved with it; what is done stays done.`,
  none: 'You have not begun an onboarding plan. Tell me your start date (“I start on Nov 3”) and I set it up.',
  start: 'Begin the onboarding plan',
  standing: (plan, day, done, of) => `Your ${plan} (start on ${day}): ${done} of ${of} done.`,
  itemOpen: (title, due) => `${title}: by ${due}`,
  itemToday: (title) => `${title}: today`,
  itemOverdue: (title, due, officeDays) =>
    `${title}: was due ${due}, ${officeDays} office ${officeDays === 1 ? 'day' : 'days'} ago`,
  itemDone: (title) => `${title}: done`,
  evidence: (evidence) => ` (${evidence})`,
  done: (number, title, done, of) => `Task ${number}, “${title}”, is done (${done} of ${of}).`,
  wasDone: (number, title) => `Task ${number}, “${title}”, was done already.`,
  allDone: 'Everything is done. Well done! Ask me whenever you have a question.',
  next: (number, title, due) => `Next is task ${number}, “${title}”, by ${due}:`,
  canAttach: 'If you want to keep proof of it, say “attach” with a link or file number; you need not.',
  attached: (number, title) => `What you gave is attached to task ${number}, “${title}”.`,
  noEvidenceNeeded: (number, title) => `Task ${number}, “${title}”, needs no proof, so nothing was attached.`,
  undone: (number, title) => `Task ${number}, “${title}”, is open again.`,
  byRecord: (number, title) => `By what is recorded here, task ${number}, “${title}”, is done, so it stays done.`,
  hoursSoFar: (hours, of) =>
    `Recorded here are ${hours} AI hours this year (${of} needed). After a course, tell me “I took … for 2 hours”.`,
  task: (number, title, due) => `Task ${number}, “${title}” (by ${due})`,
  which: 'Which one is it? Tap a button or say “task 2”.',
  noSuchTask: (number, of) => `There is no task ${number}; your plan has ${of}.`,
  paused: 'The plan is paused and I will not remind you. Say “resume onboarding” to go on; due dates move along.',
  restUnread: (rest) =>
    `I have not dealt with “${rest}” yet. To enter hours, please say it by itself, for instance “I took an AI course yesterday, 3 hours”.`,
  pausedFor: (time) =>
    `The plan is paused. It does not go on by itself after ${time}: it rests until you say “resume”. Due dates move along, and I will not remind you meanwhile.`,
  askStop:
    'That is fine. Shall the plan rest (say “resume” to go on later), or do you want to leave it, without any more reminders? What is done is kept.',
  declined: (number, title) =>
    `All right, task ${number}, “${title}”, can wait; it stays in the list. For no reminders of it say “stop onboarding reminders”, to drop the whole plan “leave the plan”.`,
  noEvidence: (number, title) =>
    `I see no link. Please send the address or file number together with these words, such as “attach https://… to task ${number}”; task ${number}, “${title}”, is as it was.`,
  resumed: 'The plan goes on, and what is open has new due dates:',
  optedOut:
    'You have left the plan and I will not remind you again. Your record stays; say “resume onboarding” to return.',
  isPaused: 'Your onboarding plan is paused.',
  isLeft: 'You have left the onboarding plan. Say “resume onboarding” to return.',
  finished: 'Your onboarding plan is over. Ask me whenever you have a question.',
  stage: (title) => `Onboarding plan: ${title}`,
  nudgeOne: 'A reminder: this one is past its date.',
  nudgeMany: 'A reminder: these are past their date.',
  nudgeEnd: 'If it is done, just tell me; if not, whenever you find a moment.',
  pulseIntro:
    'Three months already! Two small questions, two taps. Answers are only counted together with those of others, and not shown where there are too few.',
  pulseThanks: 'Thank you! The plan ends here. Ask me whenever you have a question.',
  pulseSkip: 'Rather not say',
  button: {
    done: (number) => `Task ${number} done`,
    undo: 'Not done yet after all',
    list: 'All tasks',
    pause: 'Pause',
    resume: 'Resume onboarding',
    optOut: 'Leave the plan',
    mute: 'Stop reminding me',
    interview: 'Begin the role interview',
    courses: 'Recommend courses',
    open: (title) => `Done: ${title}`,
  },
};

/** The sentences of the first weeks, by language. */
export const onboardingWordings: Readonly<Record<'zh-TW' | 'en', OnboardingWording>> = { 'zh-TW': zhTW, en };
