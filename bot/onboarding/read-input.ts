import { normaliseQuery, type PlanTask } from '../../knowledge/index.ts';
import { wantsToStop } from '../stop-wish.ts';
import { isPlanStart, isSelfStart, readStartDateTold } from './read-start.ts';
import { readStartDay, type StartDayRead } from './read-start-day.ts';
import { type TaskRef, taskRefIn } from './read-task-ref.ts';

/** What a message does to the onboarding. */
export type OnboardingInput =
  /** Somebody says that they are new, or asks for the plan by name. */
  | { readonly type: 'start'; readonly day: StartDayRead | null }
  /** A start date that is told or is to be changed; null where it is asked. */
  | { readonly type: 'startDay'; readonly day: StartDayRead | null }
  | { readonly type: 'plan' | 'list' | 'next' | 'resume' | 'optOut' | 'stop' | 'cancel' }
  /** For how long, as it was said; null where it was not. */
  | { readonly type: 'pause'; readonly time: string | null }
  | { readonly type: 'done' | 'undone' | 'explain' | 'declined' | 'noEvidence'; readonly ref: TaskRef }
  | { readonly type: 'evidence'; readonly text: string; readonly ref: TaskRef };

/** What was said just before, which short words are read against. */
export interface Before {
  /** A start date was asked for. */
  readonly asksDate: 'yes' | 'no';
  /** Whether the last replies were on the onboarding, or some before them in this talk. */
  readonly talks: 'now' | 'lately' | 'no';
}

/** Reads a message; null where it is about none of this, above all for every question that the documents answer. */
export function readOnboardingInput(
  text: string,
  today: string,
  tasks: readonly PlanTask[],
  before: Before,
): OnboardingInput | null {
  const plain = trimmed(text);
  const evidence = readEvidence(text, plain, tasks, before);
  if (evidence !== null) return evidence;
  if ([...plain].length > inputCharactersMax) return null;
  const bare = plain.replace(/\s/g, '');
  const steering = steer(bare, plain, before);
  if (steering !== null) return steering;
  if (before.asksDate === 'yes') {
    if (dropsIt.test(bare)) return { type: 'cancel' };
    const day = readStartDay(plain, today);
    if (day !== null && !asks.test(plain) && [...plain].length - [...day.written].length <= besidesDayMax)
      return { type: 'startDay', day };
  }
  const progress = readProgress(bare, plain, tasks, before);
  if (progress !== null) return progress;
  const told = readStartDateTold(plain, today);
  if (told !== null) return told;
  if (isSelfStart(plain, today)) return { type: 'start', day: readStartDay(plain, today) };
  if (isPlanStart(plain)) return { type: 'plan' };
  return list.test(bare) || listEnglish.test(plain) ? { type: 'list' } : null;
}

/** Whether a message could tell that a task is done, open or proven, so that it is worth to look up which tasks there are. */
export function mayNameTask(text: string): boolean {
  const plain = trimmed(text);
  if (address.test(text) || fileNumber.test(text)) return true;
  if ([...plain].length > inputCharactersMax || asks.test(plain)) return false;
  const numbered = taskRefIn(plain, [])?.by === 'numbers';
  return finished.test(plain) || unfinished.test(plain) || (numbered && (declined.test(plain) || promises.test(plain)));
}

/** Whether a normalised text says that something is done. */
export function tellsDone(plain: string): boolean {
  return finished.test(plain) && !unfinished.test(plain);
}

/** Whether the whole message is 「繼續」, which whatever rests may take up. */
export function goesOn(text: string): boolean {
  return /^(?:那|好|好的|我要|我想|可以|,|，|\s)*(?:繼續(?:吧|了|囉|喔)?|接著做|continue|resume|go on)$/.test(
    trimmed(text),
  );
}

/** Longer messages tell or ask something else. */
const inputCharactersMax = 45;
/** An answer to the question for the start date has hardly more than the day: 「應該是11/3吧」. */
const besidesDayMax = 10;

function trimmed(text: string): string {
  return normaliseQuery(text)
    .trim()
    .replace(/^(?:(?:大家好|您好|你好|妳好|哈囉|嗨|安安|早安|午安|hi|hello|hey)[\s,，、!~.]*)+(?=\S)/, '')
    .replace(/[\s.。!~…]+$/g, '')
    .replace(/(?:謝謝|感謝|請多指教|請多多指教|thanks|thank you|please)$/, '')
    .replace(/(?:喔|哦|唷|囉|啦|耶|欸|~)+$/, '')
    .replace(/[\s,，、!。.]+$/g, '');
}

const asks =
  /[?]|嗎|呢$|什麼|甚麼|啥|怎|如何|多少|幾(?!號)|哪|誰|是否|能不能|可不可以|要不要|有沒有|需不需要|何時|\b(?:what|which|how|when|where|who|why|do i|can i|should i|must i)\b/;

const planName = '(?:我的|這個)?(?:新人|新進人員|到職)?(?:計畫|計劃|任務|引導|onboarding)';
const time =
  '((?:[一二兩三四五六七八九十半\\d]+|幾)個?(?:小時|天|日|週|周|星期|禮拜|月|年)|(?:這|下)個?(?:週|周|星期|禮拜|月)|一陣子|一段時間|到(?:下|過|年|月|明)[^,，。]{1,6})';
const pause = new RegExp(
  `^(?:先|我要|我想|請|幫我|可以)*(?:暫停|停)(?:一下)?${planName}(?:先)?${time}?(?:嗎)?$|^${planName}(?:我)?(?:先|要|想)*(?:暫停|停)(?:一下)?${time}?$`,
);
/** Without the plan's name: only who has a plan that runs is taken to mean it. */
const pauseAlone = new RegExp(`^(?:先|我要|我想|請|幫我|那)*暫停(?:一下)?${time}?(?:好了|就好|吧)?$`);
const resume = new RegExp(
  `^(?:我要|我想|請)*(?:繼續|恢復|重新開始|重啟|重新加入|回到|回來)${planName}$|^${planName}(?:繼續|恢復)$`,
);
const optOut = new RegExp(
  `^(?:我)?(?:要|想|請)*(?:退出|取消|離開|結束|停止|不要|不想要|不想參加|不參加|不需要|不用|拒絕|不想做)(?:了)?${planName}(?:了)?$|^${planName}(?:我)?(?:取消|退出|結束|不做了|不要了|不參加了?)$`,
);
const pauseEnglish = /^(?:please )?pause (?:my |the )?(?:onboarding(?: plan)?|plan|tasks)$/;
const resumeEnglish =
  /^(?:please )?(?:resume|continue|restart|go on with) (?:my |the )?(?:onboarding(?: plan)?|plan|tasks)$/;
const optOutEnglish =
  /^(?:i want to )?(?:opt out|leave|quit|cancel|stop|end)(?: of)? (?:my |the )?(?:onboarding(?: plan)?|plan)$|^opt out$/;

function steer(bare: string, plain: string, { talks }: Before): OnboardingInput | null {
  const within = talks === 'now';
  const paused = pause.exec(bare) ?? pauseAlone.exec(bare) ?? pauseEnglish.exec(plain) ?? /^pause$/.exec(bare);
  if (paused !== null) return { type: 'pause', time: paused[1] ?? paused[2] ?? null };
  if (resume.test(bare) || resumeEnglish.test(plain)) return { type: 'resume' };
  if (optOut.test(bare) || optOutEnglish.test(plain) || (within && /^(?:我要|我想)?退出$/.test(bare)))
    return { type: 'optOut' };
  if (wantsToStop(plain)) return { type: 'stop' };
  return next.test(bare) || nextEnglish.test(plain) ? { type: 'next' } : null;
}

/** Who has a plan that runs asks for its next task. */
const next =
  /^(?:請問|那|我|告訴我)*(?:今天|現在|目前|接下來|再來|然後|下一步|這週|這周)(?:我)?(?:要|該|應該|需要|得)?(?:先)?(?:做|完成)(?:什麼|甚麼|啥|些什麼|哪些?(?:事|任務|項)?|哪一項)(?:呢|才好)?[?]?$|^(?:那|我的)?(?:下一步|下一項|下一個任務)(?:呢|是什麼|要做什麼|是哪一?項)?[?]?$/;
const nextEnglish =
  /^(?:what(?:'s| is)? (?:my )?next(?: task| step)?|next (?:task|step)|what (?:should|do) i do (?:today|next|now))[?]?$/;

const dropsIt = /^(?:取消|算了|不用了?|先不用|不要了?|先不要|沒事|不了|再說|下次|cancel|nevermind|notnow|no|stop)$/;

const list =
  /^(?:請|幫我|我要|我想)*(?:再)?(?:看|看看|查|查看|查詢|顯示|列出|給我看|秀)?(?:一下)?(?:我的?|目前的?|現在的?|全部的?|所有的?)*(?:新人)?(?:任務|待辦|待辦事項|任務清單|待辦清單|進度|todo|to-do)(?:列表|清單|進度|有哪些|是什麼|到哪裡?了?|如何|怎麼樣|呢)*[?]?$|^(?:我)?(?:還有|還剩|剩下|剩)(?:哪些|什麼|幾個|幾項|多少)?(?:任務|待辦|項|件事)(?:要做|沒做|沒完成|還沒做)?[?]?$/;
const listEnglish =
  /^(?:show |see |list |what are |what's |check )?(?:me )?(?:my|the) (?:onboarding )?(?:tasks?|progress|to-?dos?|checklist|task list)(?: please)?[?]?$|^(?:progress|tasks|to-?dos?|what's left|what (?:tasks )?(?:is|are) left|which tasks are left)[?]?$/;

const doneVerb =
  '(?:完成|做完|弄完|弄好|搞定|看完|讀完|上完|做好|辦好|登入|選好|聊過|聊完|談過|填好|看過|問過|試過|用過|結束|打勾)';
const particle = '(?:了|囉|啦|嘍|拉|啊|喔)*';
/** Anywhere beside a number; beside a name only where nothing else is said. */
const finished = new RegExp(
  `${doneVerb}|(?<!就|最|更)好(?:了|囉|啦)|\\bok$|\\b(?:done|finished|completed|did|checked)\\b`,
);
const endsFinished = new RegExp(
  `(?:${doneVerb}${particle}|(?<!就|最|更)好(?:了|囉|啦)+|\\b(?:done|finished|completed))$`,
);
const beginsFinished = new RegExp(
  `^(?:我)?(?:已經?|都|剛剛?)*${doneVerb}${particle}.{2,16}$|^(?:i )?(?:have |'ve |just )*(?:done|finished|completed|did) .{3,30}$`,
);
const notYet = '(?:還沒|尚未|沒有?|未|其實沒)(?:有)?';
const unfinished = new RegExp(
  `${notYet}(?:做|完成|看|弄|上|登入|好)|(?:還沒|尚未)$|取消完成|按錯|改回|復原|\\b(?:not (?:yet )?(?:done|finished)|undo|isn't done|haven't)\\b`,
);
const endsUnfinished = new RegExp(
  `${notYet}(?:做|完成|看|弄|上|登入|選|聊)?(?:完|好)?(?:啦|喔)?$|^(?:我)?(?:還沒|尚未)(?:做|完成|看|弄|上|登入|選|聊)(?:完|好)?.{2,12}$`,
);
const wantsToKnow = /什麼|甚麼|怎|如何|說明|內容|哪裡|在哪|幹嘛|做啥|細節|explain|\bwhat\b|\bhow\b|\bdetails?\b/;
/** A question about a task is short: 第2項是要做什麼. */
const explainCharactersMax = 24;
const bareDone =
  /^(?:阿|啊|就|我|這項|那項|這個|全部|全|通通|已經?|都|剛剛?|也)*(?:完成|做完|弄好|搞定|做好|弄完|辦好)(?:了|囉|啦|嘍|拉|啊|喔)*$|^(?:i'?m )?(?:done|finished)$|^(?:done|finished|completed)(?:it|that)?$/;
const bareUndone = /^(?:按錯了?|我?還沒(?:做|好|完成)|其實(?:還)?沒(?:做|完成)?|undo|not(?:done)?yet)$/;

const someTaskDone = new RegExp(
  `^(?:我|我的|新人|一個|一項|那個|這個|剛剛?|已經?|有)*(?:任務|待辦)(?:我)?(?:都|已經?|有|剛剛?)*${doneVerb}${particle}$|^(?:我|剛剛?|已經?)*${doneVerb}${particle}(?:一個|一項|我的|新人)*(?:任務|待辦)(?:了)?$`,
);
const declined =
  /(?:不想|不要|不打算|不願意|懶得)(?:再)?(?:做|弄|上|參加|完成|選|寫|用|聊|了|$)|(?:不做|跳過|略過|免了)(?:了)?$|\b(?:skip|don't want to)\b/;

function readProgress(
  bare: string,
  plain: string,
  tasks: readonly PlanTask[],
  { talks }: Before,
): OnboardingInput | null {
  if (bareDone.test(bare)) return { type: 'done', ref: { by: 'focus' } };
  if (talks === 'now' && bareUndone.test(bare)) return { type: 'undone', ref: { by: 'focus' } };
  const ref = taskRefIn(plain, tasks);
  // Some task is done, without a word on which: that is asked.
  if (ref === null) return someTaskDone.test(bare) ? { type: 'done', ref: { by: 'numbers', numbers: [] } } : null;
  if (ref.by === 'numbers' && declined.test(plain) && !asks.test(plain)) return { type: 'declined', ref };
  if (ref.by === 'name') return readNamed(plain, ref);
  if (
    wantsToKnow.test(plain) &&
    (talks === 'now' || /任務|task/.test(plain)) &&
    [...plain].length <= explainCharactersMax
  )
    return { type: 'explain', ref };
  if (asks.test(plain)) return talks === 'now' && finished.test(plain) ? { type: 'list' } : null;
  if (unfinished.test(plain)) return readBoth(plain) ?? { type: 'undone', ref };
  if (finished.test(plain)) return { type: 'done', ref };
  return talks === 'now' && /^第?[\d一二三四五六七八九十]+項$|^task #?\d+$/.test(plain)
    ? { type: 'explain', ref }
    : null;
}

/** 「第1項做完了，第2項還沒」: what is open is open; null where no part says that something is done. */
function readBoth(plain: string): OnboardingInput | null {
  const refs = plain
    .split(/[,，。;；]|但是?|可是|不過/)
    .filter((part) => tellsDone(part))
    .map((part) => taskRefIn(part, []));
  const [ref] = refs;
  return ref?.by === 'numbers' ? { type: 'done', ref } : null;
}

function readNamed(plain: string, ref: TaskRef): OnboardingInput | null {
  if (asks.test(plain) || choosing.test(plain)) return null;
  if (endsUnfinished.test(plain)) return { type: 'undone', ref };
  return endsFinished.test(plain) || beginsFinished.test(plain) ? { type: 'done', ref } : null;
}

/** Speaks of a rule or of others, not of oneself. */
const choosing =
  /還是|沒有時|多久|會有|者|同仁|大家|公務人員|如果|若|就好|才(?:要|算|能|會)|必須|應|\bif\b|\bwhether\b/;

const address =
  /(?:https?:\/\/|www\.)[^\s「」『』<>，。、）)]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:gov|edu|org|com|net)(?:\.tw)?(?:\/[^\s「」『』<>，。、）)]*)?/i;
const fileNumber = /[^\s,，。:：「]{2,14}字第\s?\d{4,14}號/;
const attaches = /附上|附件|附|連結|證明|佐證|文號|截圖|紀錄|link|attach|evidence|proof/i;

/** Says that something is attached, which may not be there. */
const promises = /附上|附件|附加|貼上|上傳|attach/i;

/** A link or file number with the words that attach it, or alone right after the onboarding spoke. */
function readEvidence(
  text: string,
  plain: string,
  tasks: readonly PlanTask[],
  { talks }: Before,
): OnboardingInput | null {
  const found = (address.exec(text) ?? fileNumber.exec(text))?.[0];
  if (asks.test(plain)) return null;
  if (found === undefined) {
    const ref = taskRefIn(plain, tasks);
    return ref?.by === 'numbers' && promises.test(plain) && !finished.test(plain) ? { type: 'noEvidence', ref } : null;
  }
  const rest = plain.replace(normaliseQuery(found), ' ');
  const ref = taskRefIn(rest, tasks);
  const alone = rest.replace(/[\s:,，。.]/g, '') === '';
  const meant = attaches.test(rest) || (ref !== null && finished.test(rest)) || alone;
  if (!meant || (talks === 'no' && ref?.by !== 'numbers')) return null;
  return { type: 'evidence', text: found, ref: ref ?? { by: 'focus' } };
}
