/**
 * Takes from a query what only makes it a question: 請問, 什麼, 哪些, 如何, 是否 …, and English what, which, how, the ….
 * A space is left where a word stood, so that its neighbours do not become a pair. Text must be `normaliseQuery()`d.
 * Where nothing but question words is left, the query itself is given back.
 */
export function stripQuestionWords(query: string): string {
  const stripped = query.replace(CHINESE, ' ').replace(ENGLISH, ' ').replace(/ +/g, ' ').trim();
  return stripped === '' ? query : stripped;
}

/** Longer ones first: an alternation takes the first that fits. */
const CHINESE = new RegExp(
  `
  請問一下 想請問 想問一下 想問 請問 請教 我想知道 想知道 可不可以 能不能 會不會 是不是 有沒有 要不要 可否 能否 得否 是否 可以嗎
  為什麼 為甚麼 為何 什麼樣 什麼時候 什麼 甚麼 啥 怎麼樣 怎麼辦 怎麼 怎樣 如何 何時 何處 何地 何種 何謂 何者 何人 何在 何
  哪一個 哪一位 哪一年 哪一種 哪一 哪些 哪個 哪位 哪裡 哪裏 哪兒 哪里 哪種 哪年 哪 那些 誰 多少 幾個 幾天 幾日 幾年 幾月 幾歲 幾次 幾時 幾人 幾
  分別 是指 指的是 的是 有無 嗎 呢 吧
`
    .trim()
    .split(/\s+/)
    .sort((one, other) => other.length - one.length)
    .join('|'),
  'g',
);

const ENGLISH =
  /\b(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|be|do|does|did|can|could|should|would|will|may|the|a|an|of|to|for|in|on|at|by|and|or|it|its|i|my|me|we|our|you|your|there|please|tell|about|any|some|many|much|have|has|had|get|this|that)\b/g;
