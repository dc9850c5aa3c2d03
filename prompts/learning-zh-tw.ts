import type { LearningWording } from './learning-wording.ts';

/** 臺灣正體中文 of the ledger. */
export const learningZhTW: LearningWording = {
  category: { aiBasic: 'AI基礎', aiAdvanced: 'AI進階', other: '其他' },
  state: { reported: '自報', imported: '匯入', verified: '已驗證' },
  hours: (hours) => `${hours}小時`,
  total: '合計',
  figuresCaption: (year, today) => `您${year - 1911}年登錄在這裡的時數（到${today}）`,
  figuresColumns: ['類別', '時數', '狀態'],
  byState: (state, hours) => `${state}${hours}小時`,
  and: '、',
  nothingYet: (year) => `您${year - 1911}年的時數，這裡還沒有登錄任何一筆，所以算不出還差多少。`,
  nothingAtAll: '您在這裡還沒有登錄任何紀錄。',
  howToEnter: '要登錄的話，直接說就可以，例如「幫我記 AI倫理 2小時 昨天上的」。',
  rule: (year, total, ai) =>
    ai === null
      ? `${year - 1911}年的規定是每人每年${total}小時學習時數。`
      : `${year - 1911}年的規定：每人每年${total}小時學習時數中，須含${ai}小時AI課程。`,
  ruleOfAgency: (year, total, ai, source) =>
    `貴機關設定的${year - 1911}年規則是每人${total}小時${part(ai)}${source === null ? '' : `（${source}）`}。`,
  noRule: (year) => `${year - 1911}年的時數規定，手上的文件沒有寫，所以不算還差幾小時；請洽人事單位。`,
  mayChange: (from, year) => `文件寫的是${from - 1911}年起，沒有寫${year - 1911}年是否調整，請洽人事單位確認。`,
  noParts: (ai) => `文件對每個人只寫AI課程${ai}小時，沒有分基礎、進階各要幾小時。`,
  otherYear: (year, now) =>
    year > now
      ? `日期在${year - 1911}年的，算${year - 1911}年的時數，不計入${now - 1911}年。`
      : `日期在${year - 1911}年的，算${year - 1911}年的時數，不計入今年（${now - 1911}年）。`,
  longDay: (day, hours, max) => `${day}這一天合計${hours}小時，超過一天的${max}小時，請再確認日期與時數。`,
  missing: (total, ai) =>
    `照這裡的紀錄，${total === 0 ? '總時數已達到' : `總時數還差${total}小時`}${ai === null ? '' : ai === 0 ? '，AI課程時數已達到' : `，AI課程還差${ai}小時`}。`,
  noneMissing: '照這裡的紀錄，規定的時數都已達到。',
  noCutOff: (lastDay) => `文件沒有寫統計截止日，這裡先以年底（${lastDay}）計算；實際截止日請洽人事單位。`,
  cutOff: (cutOff, lagDays, lastDay) =>
    lagDays === 0
      ? `貴機關設定的截止日是${cutOff}。`
      : `貴機關設定的截止日是${cutOff}；時數上傳約需${lagDays}天，所以最晚請在${lastDay}上完。`,
  notOfficial: '這只是登錄在這裡的紀錄；各課程能否採計、正式時數是多少，以學習平臺與人事單位的紀錄為準。',
  ask: {
    courseName: '要登錄的課程叫什麼名字？（不想登錄了，說「取消」）',
    certificateName: '是哪一張證照？（不想登錄了，說「取消」）',
    hours: (course) =>
      course === '' ? '是幾小時？例如「3小時」或「90分鐘」。' : `「${course}」是幾小時？例如「3小時」或「90分鐘」。`,
    split: (courses, hours) =>
      `${courses.map((course) => `「${course}」`).join('、')}共${hours}小時，各是幾小時？請依序說，例如「${courses.map(() => '1小時').join('、')}」；如果其實是同一門課，也請告訴我。`,
    each: (hours) => `各${hours}小時`,
    oneCourse: '是同一門課',
    sure: {
      longDay: (course, hours, dayMax) =>
        `一天只有${dayMax}小時，「${course}」確定是${hours}小時嗎？好幾天的課，可以合計記在最後一天。`,
      about: (course, hours) => `您說大概，「${course}」就記${hours}小時，可以嗎？`,
    },
    right: (hours) => `對，${hours}小時`,
    wrong: '不是，我重說',
    date: (name) => `「${name}」是哪一天上完的？例如「昨天」或「11月3日」。`,
    passedOn: (name) => `「${name}」是哪一天通過的？例如「上週五」或「115年11月3日」。`,
    category: (course) => `「${course}」要算哪一類？從課名看不出來。`,
    which: (said, full) => `您說的「${said}」，是「${full}」嗎？`,
    yes: '是',
    no: (said) => `不是，就記「${said}」`,
    today: '今天',
    yesterday: '昨天',
    cancel: '取消',
  },
  trouble: {
    tooMany: (max) => `一筆最多${max}小時，這個數字我沒有記。`,
    notPositive: () => '時數要大於0，這個數字我沒有記。',
    wholeDays: () => '半天或一天算幾小時，每門課不同，請告訴我時數。',
    unclear: () => '我不確定是幾小時，所以沒有記。',
    future: () => '這一天還沒到；這裡只登錄已經完成的。',
    tooLongAgo: (max) => `這個日期是${max}年以前，請再確認一次。`,
    noSuchDay: () => '沒有這一天，請再確認日期。',
    notUnderstood: () => '這個我沒看懂。',
  },
  tooManyEntries: (max) => `一次最多登錄${max}筆，這次都還沒有記；請分幾次說。`,
  recorded: '已登錄',
  changed: '已改成',
  removed: '已刪除',
  undone: '好，已復原。',
  redone: '好，已取消復原。',
  takenOut: '拿掉的紀錄',
  thereAgain: '恢復的紀錄',
  nothingToUndo:
    '這次對話裡沒有可以復原的變更。之前登錄的不會因為一句「復原」就動到；要改或刪，請說「刪除AI倫理那筆」或「AI倫理改成3小時」這樣的話。',
  nothingToRedo: '沒有可以取消的復原。',
  nothingToCancel: '現在沒有正在登錄或修改的東西可以取消，紀錄沒有變動。要刪除某一筆，請說「刪除」加上名稱。',
  cannotUndo: '這筆後來已由匯入或驗證更新，不能復原；如有錯誤請洽人事單位。',
  cancelled: '好，取消了，紀錄沒有變動。',
  dropped: (names) =>
    names.length === 0
      ? '好，這筆不登錄了，其他紀錄沒有變動。'
      : `好，${names.map((name) => `「${name}」`).join('、')}不登錄了，其他紀錄沒有變動。`,
  notChanged: (name) => `好，「${name}」不改了，紀錄沒有變動。`,
  corrected: (name, value) => `好，${name === null ? '這筆' : `「${name}」`}改成${value}。`,
  waits: (names) => `${names.map((name) => `「${name}」`).join('、')}也收到了，還沒登錄；先答完這一題，再接著問。`,
  notHandled: (said) => `「${said}」這部分還沒有處理，請單獨再說一次。`,
  howToCorrect:
    '直接說就可以改，例如「AI倫理改成3小時」、「日期改成昨天」、「課名改成AI素養」、「刪除AI倫理那筆」；剛登錄的，說「復原」就取消。',
  notPassed: {
    exam: '準備考試很辛苦，這次沒過沒關係，謝謝您告訴我。這裡沒有登錄任何東西。想先補強的話，我可以推薦課程；重考的時間與方式文件沒有寫，請看主辦單位的公告。',
    part: '恭喜往前一步。只通過其中一科，還不是整張證照，所以這裡先不登錄；拿到證書之後，說「登錄證照」加上名稱就可以。及格與換證的規定文件沒有寫，請看主辦單位的公告。',
  },
  duplicate: (name, date) => `「${name}」${date}已經有紀錄，沒有重複計算`,
  proven: (name, state) => `「${name}」這筆是「${state}」的紀錄，不能在這裡更改；如有錯誤請洽人事單位。`,
  gone: '這筆紀錄已經不在了。',
  noSuchEntry: (name) => `您的紀錄裡沒有「${name}」。`,
  nothingToCorrect: '您在這裡還沒有自己登錄的紀錄，沒有可以更改的。',
  pickToDelete: '要刪除哪一筆？',
  pickToChange: '要改哪一筆？',
  whatToChange: (name) => `「${name}」要改什麼？也可以直接說「改成2小時」。`,
  slot: { name: '名稱', hours: '時數', date: '日期', category: '類別' },
  newValue: {
    name: '正確的名稱是什麼？',
    hours: '正確的時數是幾小時？',
    date: '正確的日期是哪一天？',
    category: '要改成哪一類？',
  },
  listHours: '您登錄在這裡的課程',
  listHoursColumns: ['日期', '課程', '時數', '類別', '狀態'],
  listCertificates: '您登錄在這裡的證照',
  listCertificatesColumns: ['日期', '證照', '發證單位', '佐證', '狀態'],
  onlyNewest: (shown, all) => `只列最近${shown}筆，共${all}筆。`,
  noCertificates: '您在這裡還沒有登錄證照。要登錄的話，說「登錄證照」加上名稱就可以。',
  webhrUnknown: '由誰登打、附什麼證明、這張證照能不能登，文件沒有寫；我也沒有連到WebHR，這裡的登錄不會進表51。',
  notHeldYet: (name, announced) =>
    `關於「${name}」，文件（115年6月版）寫的是：${announced}；是否已經辦理，我這裡無法確認，請再核對名稱與日期，並洽人事單位。`,
  notInCatalogue: '文件舉的例子裡沒有這個名稱的證照，但例子沒有列完；是否採認請洽人事單位。',
  due: {
    missing: (year, total, ai) =>
      `提醒您：照這裡的紀錄，${year - 1911}年${total === 0 ? '' : `總時數還差${total}小時`}${total > 0 && ai !== null && ai > 0 ? '，' : ''}${ai === null || ai === 0 ? '' : `AI課程還差${ai}小時`}。`,
    empty: (year) => `提醒您：${year - 1911}年的學習時數，您在這裡還沒有登錄。如果都已經上完，可以不用理會。`,
  },
  button: {
    edit: '改',
    undo: '復原',
    redo: '取消復原',
    figures: '我還差幾小時？',
    enter: '登錄一門課',
    list: '列出我的學習紀錄',
    courses: '推薦課程',
    mute: '不再提醒',
    resume: '繼續剛才的角色訪談',
  },
};

const part = (ai: number | null): string => (ai === null ? '' : `，其中須含${ai}小時AI課程`);
