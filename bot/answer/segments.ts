/** A message cut into sentences. */
export interface Segments {
  /** Every sentence, in order. */
  readonly all: readonly string[];
  /** Sentences that ask something, in order. */
  readonly asking: readonly string[];
  /** What is most likely the question: the last sentence that asks, of a long one its last clauses; null where none asks. */
  readonly core: string | null;
}

const asks =
  /[?？]|嗎|呢|什麼|甚麼|啥|怎|如何|哪|誰|多少|幾|是否|能不能|可不可以|有沒有|要不要|是不是|會不會|該不該|何|請惠示|請釋示|吗|什么|谁|几|\b(?:what|which|who|when|where|why|how|do|does|is|are|can|should|will)\b/i;

/** Cuts at sentence ends and before a second question (另外, 還有, 順便問, also); never inside a number such as 460,050. */
export function cutSegments(text: string): Segments {
  const all = text
    .replace(/[?？]+/g, (mark) => `${mark.charAt(0)}\n`)
    .replace(/[。！!；;]+/g, '\n')
    .replace(
      /(?:，|,\s|、|\s)(?=(?:另外|還有|順便|然後|再來|以及|又|而且想|also|and also|and how|and what|and which|and who)(?!有))/gi,
      '\n',
    )
    .split('\n')
    .map((segment) => segment.trim())
    .filter((segment) => /[\p{L}\p{N}]/u.test(segment));
  const asking = all.filter((segment) => asks.test(segment)).flatMap(splitQuestions);
  const last = asking.at(-1);
  return { all, asking, core: last === undefined ? null : lastClauses(last) };
}

/** A sentence whose clauses each ask something (補助多少，在哪裡報名) is several questions; any other stays whole. */
function splitQuestions(sentence: string): readonly string[] {
  const clauses = sentence.split(/[，,、]/).map((clause) => clause.trim());
  const each = clauses.every((clause) => clause.length >= 4 && clearlyAsks.test(clause));
  return clauses.length > 1 && each ? clauses : [sentence];
}

/** Stricter than `asks`: a statement with 幾 or 呢 in it is not a question of its own. */
const clearlyAsks =
  /[?？]|嗎|什麼|怎麼|如何|哪|誰|多少|幾(?:分|個|門|小時|天|人|張|種)|是不是|能不能|可不可以|有沒有|要不要|\b(?:what|which|who|when|where|how)\b/i;

/** A sentence of more characters has a story before its question. */
const sentenceCharactersMax = 45;
/** As many characters at the end hold the question. */
const clauseCharacters = 22;

/** The last clauses of a long sentence that together have enough characters and ask something. */
function lastClauses(sentence: string): string {
  if (sentence.length <= sentenceCharactersMax) return sentence;
  const clauses = sentence.split(/(?<=[，,、：:])/);
  let tail = '';
  while (clauses.length > 0 && (tail.length < clauseCharacters || !asks.test(tail)))
    tail = `${clauses.pop() ?? ''}${tail}`;
  return tail;
}
