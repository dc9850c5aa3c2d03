import { readStartDay, type StartDayRead } from './read-start-day.ts';

/** Whether somebody tells that they are new, or when they begin, and nothing else: 我是新人, 我11/3到職, I start on Nov 3. */
export function isSelfStart(plain: string, today: string): boolean {
  const { text, dated } = withoutDay(plain, today);
  const bare = text.replace(/[\s,，、]/g, '');
  const begins = beginning.exec(bare);
  if (begins !== null && (begins[1] !== '' || dated === 'yes' || /剛|今|了$|完成|完畢/.test(bare))) return true;
  return newcomer.test(bare) || asksFirst.test(bare) || english.test(text.replace(/[,\s]+/g, ' ').trim());
}

/** Whether somebody asks for the plan by its name. */
export function isPlanStart(plain: string): boolean {
  return plan.test(plain.replace(/[\s,，、]/g, '')) || planEnglish.test(plain);
}

/** A start date that is told as such or is to be changed: 我的到職日是11/3, 到職日改成11/10; null for all else. */
export function readStartDateTold(
  plain: string,
  today: string,
): { readonly type: 'startDay'; readonly day: StartDayRead | null } | null {
  const { text } = withoutDay(plain, today);
  const bare = text.replace(/[\s,，、:]/g, '');
  if (!changesDay.test(bare) && !tellsDay.test(bare) && !changesDayEnglish.test(text)) return null;
  return { type: 'startDay', day: readStartDay(plain, today) };
}

/** Stands where the day stood. */
const mark = '＃';

function withoutDay(plain: string, today: string): { readonly text: string; readonly dated: 'yes' | 'no' } {
  const read = readStartDay(plain, today);
  return read === null ? { text: plain, dated: 'no' } : { text: plain.replace(read.written, mark), dated: 'yes' };
}

const who = '(我|本人|小弟|小妹|敝人|在下|)';
const arrives = '(?:報到|報道|到職|到任|入職|就職|任職|上工|開始上班|正式上班|第一天上班|開始工作)';
const when = `(?:${mark}|是|將|預計|預定|會|要|才|剛剛|剛|已經|已|於|在|從|自|打算|即將|起|正式|來|去|到|第一天|今年|其實|應該|新的?(?:單位|機關|職場|辦公室|工作)|貴(?:單位|機關|處|局|所)|這裡|這邊|的)*`;
const beginning = new RegExp(
  `^${who}${when}${arrives}(?:日|的|了|完了|完成了?|過了|完畢)*(?:新人|新進人員|新同仁|同仁)?${mark}?$`,
);

const self = '(?:我|本人|小弟|小妹|敝人|在下)(?:們)?(?:是|為|算是|也是|就是)?';
const fresh = `(?:${mark}|剛|剛剛|才|今年|本月|這個月|這周|最近|新|的)*(?:報到|到職|考上|分發|進來|調來|來)?的?(?:一個|一名|一位)?`;
const noun =
  '(?:新人|新進人員|新進同仁|新進公務員|新進公務人員|新進員工|新進職員|新同事|新同仁|新來的(?:同仁|同事|人)?|新來|菜鳥|菜逼八|菜比八|新手|新鮮人|職場新人)';
const newcomer = new RegExp(
  `^${self}${fresh}${noun}(?:一枚|一名|一位|一隻|報到|來報到|請多指教|${when}${arrives}(?:日|的|了)*)*$|^${noun}(?:一枚|一名)?(?:來)?報到$|^${self}第一天(?:上班|報到|來)?$|^今天(?:是)?(?:我)?(?:的)?第一天(?:上班|報到)$`,
);
const asksFirst = new RegExp(
  `^(?:${self}${fresh}${noun}|${who}${when}${arrives}|新人|第一天上班|第一天報到|到職第一天|報到第一天|剛報到)(?:的話)?(?:那)?(?:第一天|現在|接下來|首先|請問)*(?:我)?(?:應該|該|要|需要)?(?:先)?(?:從哪裡開始|怎麼開始|要?(?:先)?(?:做|準備|帶)(?:什麼|甚麼|啥|些什麼|哪些事|哪些東西))[?]?$`,
);

const plan =
  /^(?:請|幫我|我要|我想|我|給我)*(?:開始|啟動|參加|加入|進行|看|看看|打開|申請|做|排|安排)?(?:我的|一下)?(?:新人|新進人員|新進同仁|到職)(?:的)?(?:計畫|計劃|任務|待辦|引導|導引|清單|任務清單|進度|待辦清單)(?:清單|是什麼|有哪些|在哪|內容|進度|怎麼開始)?[?]?$/;
const planEnglish =
  /^(?:begin |start |show |open |see )?(?:me )?(?:my |the )?onboarding(?: plan| tasks| list| checklist)?$/;

const changesDay = new RegExp(
  `^(?:請|幫我|我要|我想|我)*(?:改|更改|修改|變更|更正|調整)(?:一下)?(?:我的?)?(?:到職|報到)(?:日|日期|時間)?(?:成|為|到|是|改成)?${mark}?$|^(?:我的?)?(?:到職|報到)(?:日|日期|時間)?(?:要|應該|想|幫我|請)*(?:改|更改|更正|延|延後|延到|提前|變更)(?:成|到|為|在)?${mark}?$`,
);
const tellsDay = new RegExp(
  `^(?:不對|不是|更正|抱歉|說錯了|我記錯了|喔)*(?:我的?|本人的?)?(?:其實)?(?:到職|報到|任職|入職|就職)(?:日|日期|時間)(?:不對|錯了|寫錯了|說錯了|記錯了|不是(?:${mark})?)?(?:應該|其實|而|才)*(?:是|為|在)?${mark}$|^(?:不是|不對|更正|改|其實是|應該是)+${mark}(?:到職|報到)(?:的)?$`,
);
const changesDayEnglish = new RegExp(
  `^(?:please )?(?:change|move|correct) my start date(?: to ${mark})?$|^my (?:start date|first day)(?: of work)? (?:is|was|will be)(?: on)? ${mark}$`,
);

const newEnglish =
  "(?:i am|i'm|im) (?:a |the )?(?:new(?: here| hire| employee| joiner| colleague| staff(?: member)?| civil servant)?|newcomer|newbie)(?: here)?";
const beginsEnglish = `(?:(?:i|who|and|that)(?: will|'ll| have|'ve)? )?(?:just )?(?:start|starts|started|starting|join|joined|joining|begin|began|beginning|report|reported)(?: work| working| my job| here| for duty)*(?: on| from)?(?: ${mark})?`;
const english = new RegExp(
  `^${newEnglish}$|^${newEnglish}(?: and| who| i)* ${beginsEnglish}$|^i(?: will|'ll| have|'ve)? (?:just )?(?:start|started|join|joined|begin|began|report|reported)(?: work| working| my job| here| for duty)*(?: on)?(?: ${mark})?$|^${mark} (?:is|was) my first day(?: here)?$|^(?:new employee|newcomer) here$`,
);
