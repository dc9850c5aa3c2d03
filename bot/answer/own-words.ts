import { normaliseQuery, type Topic } from '../../knowledge/index.ts';

/**
 * Whether the message has a word of the topic's own: one of its phrasings says it too, and it is more than 你覺得, 這個 or 昨天,
 * which stand in phrasings of every topic. Short messages share such words with anything by chance.
 */
export function sharesOwnWords(topic: Topic, text: string): boolean {
  const said = saidOf(topic);
  return tellingWords(text).some((word) => said.includes(word));
}

/** Whether nothing but such words stands in the message, so that it names no matter at all: 昨天, 你覺得呢, 這個可以嗎. */
export function namesNothing(text: string): boolean {
  return tellingWords(text).length === 0;
}

/** All that is said of a topic, one phrasing a line. */
function saidOf(topic: Topic): string {
  const known = said.get(topic);
  if (known !== undefined) return known;
  const words = topic.kind === 'outside' ? topic.words : [];
  const all = normaliseQuery([topic.title, topic.titleEn, ...topic.asks, ...words].join('\n'));
  said.set(topic, all);
  return all;
}

const said = new WeakMap<Topic, string>();

/** Pairs of characters of which one at least is not light (請調, but not 我要), and words; one character between light ones counts alone. */
function tellingWords(text: string): readonly string[] {
  const plain = normaliseQuery(text).replace(lightEnglish, ' ');
  const rest = plain.replace(light, (word) => ' '.repeat(word.length));
  const isTelling = (at: number): boolean => /[\p{L}\p{N}]/u.test(rest[at] ?? '');
  return [...plain.matchAll(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu)].flatMap(({ 0: run, index }) => {
    if (!/\p{Script=Han}/u.test(run)) return isTelling(index) ? [run] : [];
    const pairs = [...run]
      .map((_, at) => at)
      .filter((at) => at + 1 < run.length && (isTelling(index + at) || isTelling(index + at + 1)))
      .map((at) => run.slice(at, at + 2));
    return pairs.length > 0 || run.length > 1 || !isTelling(index) ? pairs : [run];
  });
}

/** Longer ones first. What denies (不, 沒) is not among them: 「不想要有明天」 says something. */
const light = new RegExp(
  `
  你們 我們 他們 她們 咱們 大家 自己 本人 你 您 妳 我 他 她 它
  這個 那個 這些 那些 這樣 那樣 這種 那種 這裡 那裡 這邊 那邊 這次 那次 這 那 其他 另外 別的 某個
  昨天 昨日 今天 今日 明天 明日 前天 後天 大前天 大後天 現在 剛剛 剛才 等一下 等等 待會 晚點 早上 上午 中午 下午 晚上 周末 週末 假日 平常 最近 之前 以前 之後 以後 後來
  上個月 下個月 這個月 上個禮拜 下個禮拜 這個禮拜 上禮拜 下禮拜 這禮拜 上周 下周 這周 本周 上週 下週 這週 本週 本月 上月 下月 今年 去年 明年 前年
  星期[一二三四五六日天] 禮拜[一二三四五六日天] [上下這本]?[週周][一二三四五六日天] [一二三四五六七八九十兩半\\d]+個?(?:小時|分鐘|月|天|日|號|年|次|下|點|週|周|禮拜|星期)
  什麼 甚麼 為什麼 怎麼樣 怎麼辦 怎麼 怎樣 如何 多少 幾個 哪裡 哪些 哪個 哪一 哪 誰 是不是 有沒有 可不可以 能不能 會不會 要不要 好不好
  覺得 認為 以為 想要 想 應該 可以 可能 需要 知道 曉得 意思 請問 請 幫 給 跟 對 把 讓 叫 說 講 問 看 聽 告訴 回答 要 會 能 可 做 弄 用 算 是 有 在 來 去 到 當 行 好 真 很 太 超 都 也 還 再 又 就 才 只 先 已經 一下 一點 有點 然後 所以 但是 可是 因為 為了 如果 或 和 與 的 了 過 著 嗎 呢 吧 啊 喔 哦 啦 耶 欸 唷 呀 嘛 囉
`
    .trim()
    .split(/\s+/)
    .sort((one, other) => other.length - one.length)
    .join('|'),
  'g',
);

const lightEnglish =
  /\b(?:i|you|he|she|it|we|they|me|my|your|this|that|these|those|what|which|who|when|where|why|how|do|does|did|is|are|am|was|were|be|can|could|will|would|should|may|think|know|mean|want|like|have|has|had|the|a|an|of|to|for|in|on|at|by|and|or|so|about|please|ok|okay|yesterday|today|tomorrow|now|then|there|here|one|thing)\b/g;
