import { normaliseQuery } from '../knowledge/index.ts';
import { type NoticeTopic, noticeTopics, reminderTopics } from './notice-preferences.ts';
import { timeOf } from './taipei.ts';

/** What somebody wants of messages that they did not ask for. Times are `HH:MM`; null leaves them as they are. */
export type NoticeWish =
  | { readonly type: 'mute' | 'hear'; readonly topics: readonly NoticeTopic[] }
  | { readonly type: 'window'; readonly quietFrom: string | null; readonly quietTo: string | null }
  /** 晚上不要傳, 假日不要傳: nobody gets them then anyway, unless the agency is open longer. */
  | { readonly type: 'evening' }
  | { readonly type: 'reset' }
  | { readonly type: 'standing' };

/** Reads 「不要再提醒我」, 「開啟時數提醒」, 「9點以後再提醒」 in a message that says nothing else; null for all others. */
export function readNoticeWish(text: string): NoticeWish | null {
  const plain = normaliseQuery(text)
    .trim()
    .replace(/[\s.。!~…]+$/g, '')
    .replace(/(?:喔|哦|囉|啦|謝謝|感謝|拜託|thanks|thank you|please)$/g, '')
    .replace(/[\s,，]+$/g, '');
  if ([...plain].length > wishCharactersMax) return null;
  const bare = plain.replace(/\s/g, '');
  const apart = readApart(plain);
  if (apart !== null) return apart;
  const topics = topicsIn(plain);
  if (standing.test(bare)) return { type: 'standing' };
  if (reset.test(bare)) return { type: 'reset' };
  const window = readWindow(bare);
  if (window !== null) return window;
  if (never.some((pattern) => pattern.test(bare)) || neverEnglish.test(plain)) return { type: 'mute', topics };
  if (again.some((pattern) => pattern.test(bare)) || againEnglish.test(plain))
    return { type: 'hear', topics: topics === reminderTopics ? noticeTopics : topics };
  return null;
}

/** A longer message says more than that. */
const wishCharactersMax = 48;

const topicWords: readonly (readonly [NoticeTopic, RegExp])[] = [
  ['onboarding', /新人|任務|計畫|計劃|onboarding|tasks?/],
  ['hours', /時數|學習|hours?/],
  ['cases', /案件|承辦|回覆|cases?/],
];

/** Those that are named; where none is, all reminders. A reply to what the person asked is none of them. */
function topicsIn(plain: string): readonly NoticeTopic[] {
  if (everything.test(plain)) return noticeTopics;
  const named = topicWords.filter(([, pattern]) => pattern.test(plain)).map(([topic]) => topic);
  return named.length === 0 ? reminderTopics : named;
}

const everything = /所有|全部|任何|\ball\b|\bany\b/;

const please = '(?:請|拜託|麻煩|幫我|我要|我想|我|可以|先|暫時|那|以後|之後)*(?:你|您)?';
const about = '(?:所有|全部|任何)?的?(?:新人|任務|計畫|計劃|時數|學習|案件|承辦|回覆)*的?(?:主動)?';
const message = '(?:提醒|通知|推播|訊息)';
const tell = '(?:傳|傳送|發|發送|寄|推播|提醒|通知|吵|煩|打擾|叫|催)';
const no = '(?:不要|別|請勿|不用|不必|不准|莫|勿|毋通)';

const never: readonly RegExp[] = [
  new RegExp(
    `^${please}${no}(?:再|一直|老是|又)*(?:主動|來|給我|跟我)*${tell}(?:我|給我)?了?${about}${message}?(?:給我)?(?:了|啦)*$`,
  ),
  new RegExp(
    `^${please}(?:關閉|關掉|停止|取消|停用|關|退訂|停掉|不要|不想要|不想|不需要|沒有要|沒要|沒有想要?|沒說要|不用|不必)再?(?:收到|收|看到)?${about}${message}(?:功能|我)?(?:了|啦)*$`,
  ),
];
/** 不要提醒時數, and 只要提醒時數: a verb, then what it is about. */
const noneOf = new RegExp(
  `^${please}${no}(?:再|一直)*(?:主動|給我)*${tell}(?:我|給我)?${about}${message}?(?:了|啦|就好|即可)*$`,
);
const noneOfNamed = new RegExp(
  `^${please}(?:新人|任務|計畫|計劃|時數|學習)+(?:的)?(?:${message})?(?:就|都|請)?${no}(?:再|一直)*${tell}?(?:我|了|啦)*$`,
);
const onlyOf = new RegExp(
  `^${please}(?:只要|只想要?|只需要?|僅要?|只)(?:再)?(?:主動)?(?:收到|收|留)?${tell}?(?:我|給我)?(?:新人|任務|計畫|計劃|時數|學習)+(?:的)?(?:${message})?(?:就好|就可以|即可|就行|就夠)?(?:了)?$`,
);
const restAsEver =
  /^(?:但是?|不過|其他的?|可是|而)?(?:新人|任務|計畫|計劃|時數|學習|其他|其餘|別的)*(?:的)?(?:提醒|通知)?(?:照常|照舊|繼續|保留|維持|還是要|可以|要|正常|不變|留著)(?:提醒|通知|給我)?(?:就好|就可以)?(?:我)?$/;

/** One topic muted while the other goes on: 不要提醒時數，新人任務照常; 只要提醒時數就好. Null for all other wishes. */
function readApart(plain: string): NoticeWish | null {
  const [first = '', second = '', ...more] = plain.split(/[\s,，。;；]+/).filter((part) => part !== '');
  if (more.length > 0) return null;
  if (second === '') {
    const kept = onlyOf.test(first) ? topicsIn(first) : [];
    return kept.length === 1 ? { type: 'mute', topics: reminderTopics.filter((topic) => !kept.includes(topic)) } : null;
  }
  const isNone = (part: string): boolean => noneOf.test(part) || noneOfNamed.test(part);
  const [muted, rest] = isNone(first) ? [first, second] : [second, first];
  if (!isNone(muted) || !restAsEver.test(rest)) return null;
  const topics = topicsIn(muted);
  return topics.length === 1 ? { type: 'mute', topics } : null;
}

const neverEnglish =
  /^(?:please )?(?:stop|no more|turn off|disable|mute|unsubscribe from|don't|do not)(?: send(?:ing)?| get(?:ting)?)?(?: me)?(?: any| these| the| all| my)*(?: more)?(?: onboarding| hours?| task| case)?(?: of)? ?(?:remind(?:ers?|ing)?|notif(?:y|ying|ications?)|messages?)(?: me)?(?: of hours| again| anymore| about .{1,20})?$/;
const again: readonly RegExp[] = [
  new RegExp(`^${please}(?:重新|再)?(?:開啟|打開|恢復|啟用|開|重開)${about}(?:提醒|通知|推播)(?:功能)?(?:了|吧)*$`),
  new RegExp(`^${please}(?:再|繼續|恢復|重新|又)+(?:開始)?(?:提醒|通知)我(?:了|吧)*$`),
];
const againEnglish =
  /^(?:please )?(?:turn (?:on )?(?:the |my )?(?:onboarding |hours? )?(?:reminders?|notifications?)(?: back)?(?: on)?|(?:remind|notify) me again|unmute(?: .{1,20})?)$/;
const standing =
  /^(?:我的)?(?:提醒|通知)(?:的)?(?:設定|時間)(?:是(?:什麼|幾點)|為何|呢)?$|^幾點(?:會|可以)?提醒我$|^(?:請問)?(?:你|您)?(?:周末|週末|假日|放假|晚上|下班後?|平日|上班時間|早上|下午|周六|周日)(?:的時候|時)?(?:也)?(?:你|您)?(?:可以|會|能|會不會|可不可以|能不能)(?:傳|發)?(?:提醒|通知)(?:我)?(?:嗎)?$|^(?:你|您)?(?:會|可以|能)(?:在)?(?:周末|假日|晚上|下班後?|平日)(?:提醒|通知)(?:我)?嗎?$/;
const reset =
  /^(?:提醒|通知)(?:的)?(?:設定|時間)(?:改回|恢復)(?:來|原狀|預設)?$|^恢復(?:預設)?(?:的)?(?:提醒|通知)(?:時間|設定)$/;

const clock =
  '((?:上午|早上|早|下午|傍晚|晚上|中午)?(?:\\d{1,2}|[一二兩三四五六七八九十]{1,3})(?::\\d{2}|點半|點\\d{1,2}分?|點|時)|(?:中午|正午))';
const noMore = `(?:都|就|再)*(?:${no}|請${no})再?(?:主動|給我)*${tell}(?:我|給我)?(?:${message})?(?:了|啦)*`;
const subject = `${please}(?:之後|以後)?的?(?:${message}(?:的)?(?:時間)?)?(?:我)?(?:想|要)?(?:改|設|調)?(?:到|成|為|在)*(?:每天)?`;
const only = `(?:才|再|就好|可以|開始)*(?:給我)?(?:${tell})?(?:我|給我)?(?:${message})?(?:就好|就可以|了)*`;

const evening = new RegExp(
  `^${please}(?:我)?(?:在)?(?:晚上|半夜|夜間|夜裡|深夜|下班(?:後|時間|之後)?|假日|周末|放假(?:時)?|周六日?|周日|睡覺時間?)(?:的?時候)?${noMore}$|^${no}(?:在)?(?:晚上|半夜|下班(?:後|時間)?|假日|周末)再?${tell}(?:我|給我)?(?:${message})?(?:了)*$`,
);
const morning = new RegExp(`^${please}(?:在)?(?:早上|上午)${noMore}$|^${subject}(?:下午|中午(?:以?後|過後))${only}$`);
const afternoon = new RegExp(`^${please}(?:在)?下午${noMore}$|^${subject}只?(?:在|要)?(?:早上|上午)${only}$`);
const fromTo = new RegExp(`^${subject}${clock}(?:到|至|-|~)${clock}(?:之?間)?${only}$`);
const after = new RegExp(`^${subject}${clock}(?:以後|之後|後|過後|起)${only}$`);
const before = new RegExp(`^${subject}${clock}(?:以前|之前|前)${only}$`);
const notAfter = new RegExp(`^${subject}${clock}(?:以後|之後|後|過後|起)${noMore}$`);
const notBefore = new RegExp(`^${subject}${clock}(?:以前|之前|前)${noMore}$`);

function readWindow(bare: string): NoticeWish | null {
  if (!/提醒|通知|傳|發|寄|推播|訊息|吵|煩|打擾|叫|催/.test(bare)) return null;
  if (evening.test(bare)) return { type: 'evening' };
  if (morning.test(bare)) return { type: 'window', quietFrom: null, quietTo: '12:00' };
  if (afternoon.test(bare)) return { type: 'window', quietFrom: '12:00', quietTo: null };
  const range = fromTo.exec(bare);
  if (range !== null) return windowOf(readTime(range[1], 'from'), readTime(range[2], 'to'));
  const late = notAfter.exec(bare) ?? before.exec(bare);
  if (late !== null) return windowOf(null, readTime(late[1], 'to'));
  const early = notBefore.exec(bare) ?? after.exec(bare);
  return early === null ? null : windowOf(readTime(early[1], 'from'), null);
}

function windowOf(opens: string | null, closes: string | null): NoticeWish | null {
  return opens === null && closes === null ? null : { type: 'window', quietFrom: closes, quietTo: opens };
}

/** `下午5點半` → 17:30. Hours up to 6 without a part of the day are meant after noon. Null where there is no such time. */
function readTime(words: string | undefined, end: 'from' | 'to'): string | null {
  if (words === undefined) return null;
  if (/^(?:中午|正午)$/.test(words)) return '12:00';
  const match = /(\d{1,2}|[一二兩三四五六七八九十]{1,3})(?::(\d{2})|點(半|\d{1,2})?|時)/.exec(words);
  if (match === null) return null;
  const hour = toHour(match[1] ?? '');
  const minutes = match[3] === '半' ? 30 : Number(match[2] ?? match[3] ?? 0);
  const late = /下午|傍晚|晚上/.test(words) || (!/上午|早/.test(words) && hour <= (end === 'to' ? 7 : 6));
  const minute = (hour < 12 && late ? hour + 12 : hour) * 60 + minutes;
  return hour > 24 || minutes > 59 || minute >= 24 * 60 ? null : timeOf(minute);
}

function toHour(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const digits = '一二三四五六七八九';
  const value = (one: string): number => (one === '兩' ? 2 : digits.indexOf(one) + 1);
  if (!text.includes('十')) return value(text);
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones));
}
