/** The turn before, as far as a follow-up needs it. */
export interface Before {
  /** Its stand-alone reading. */
  readonly question: string;
  /** What was answered, as plain text. */
  readonly answer: string;
  /** Ids of the topics that the answer told, the main one first. */
  readonly topics: readonly string[];
}

/** How strongly a message leans on what went before. */
export type Leaning = 'alone' | 'maybe' | 'leans';

const opening =
  /^(?:那|那麼|那如果|所以|然後|還有|另外|不然|但|但是|可是|不過|結果|and\b|so\b|then\b|but\b|what about|how about)/i;
const pointing =
  /它|牠|這個|那個|這張|那張|這些|那些|這類|那類|這種|那種|這門|那門|這班|那班|這份|那份|這裡|那裡|這邊|那邊|這樣|那樣|前面|剛才|剛剛|上面|前者|後者|這幾|那幾|其中|中間那|另外[兩二三幾]|其他|其餘|剩下|該(?:認證|課程|證照|計畫|班)|第[一二三四五1-5](?:個|種|類|張|項|步|點|門|層|條)|最後一?(?:個|種|類|張|項|步)|另一?(?:個|種|類|張|項|邊)|\b(?:it|its|that|this|those|these|them|they|one|ones|former|latter)\b/i;
const trailing = /(?:呢|咧|勒)[?？]?$/;
const correcting = /^(?:不是|不對|我是問|我的意思|我是說|no,|i mean)/i;

/** Reads from the words alone whether a message needs the turn before; short ones might. */
export function leaningOf(text: string): Leaning {
  const plain = text.trim();
  if (opening.test(plain) || correcting.test(plain) || trailing.test(plain)) return 'leans';
  if (pointing.test(plain)) return 'leans';
  return [...plain].length <= 9 || otherTime.test(plain) ? 'maybe' : 'alone';
}

/** Asks for another time than the one just told. */
const otherTime =
  /那時候?|當時|以前|之前|現在|後來|隔年|去年|明年|今年|往後|將來|\b(?:back then|now|before that|later|next year|last year)\b/i;

const ordinals: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
};

/**
 * What a pointing word in the message points to in the answer before: 第二種 → the second thing listed there, 前面那張 → the
 * first, 最後一個 → the last, 那張 → the only one. Null where nothing is listed.
 */
export function pointedAt(text: string, answer: string): string | null {
  const things = listedThings(answer);
  if (things.length === 0) return null;
  const ordinal = /第([一二三四五1-5])(?:個|種|類|張|項|步|點|門|層|條)/.exec(text)?.[1];
  if (ordinal !== undefined) return things[(ordinals[ordinal] ?? 1) - 1] ?? null;
  if (/最後一?(?:個|種|類|張|項|步)|後者|後面那|後一|the last|the latter/i.test(text)) return things.at(-1) ?? null;
  if (/中間那|the middle/i.test(text) && things.length === 3) return things[1] ?? null;
  if (/前面那|前者|前一|頭一|the first|the former/i.test(text)) return things[0] ?? null;
  if (/另一?(?:個|種|類|張|項|邊)|the other/i.test(text)) return things[1] ?? null;
  return things.length === 1 ? (things[0] ?? null) : null;
}

/** Whether the message names one of several things by its place, so that only that thing can be meant. */
export function pointsByPlace(text: string): boolean {
  return byPlace.test(text);
}

const byPlace =
  /第[一二三四五1-5](?:個|種|類|張|項|步|點|門|層|條)|最後一?(?:個|種|類|張|項|步)|前者|後者|前面那|中間那|the (?:first|second|third|last|former|latter)/i;

/** 1. 2. or 一、二、, never inside a number or a word. */
const itemMarkers = [
  /(?<![\dA-Za-z])[（(]?[1-9][)）.、．](?!\d)\s*/,
  /(?<![\p{L}])[（(]?[一二三四五][)）、．]\s*/u,
] as const;

/** Things listed in an answer: numbered items, else quoted names, else what 、或和及 join. */
function listedThings(answer: string): readonly string[] {
  const body = answer.replace(/[（(][^）)]*(?:FAQ|DECK|Q\d|問答集|簡報)[^）)]*[）)]/gi, '').replace(/\[\d\]/g, '');
  for (const marker of itemMarkers) {
    const [, ...items] = body.split(marker);
    if (items.length >= 2) return items.map(clean);
  }
  const quoted = [...body.matchAll(/「([^」]{2,30})」/g)].map((match) => clean(match[1]));
  if (quoted.length > 0) return [...new Set(quoted)];
  const joined = body
    .replace(/^.*?(?:例如|包括|分別是|分為|有|是|：|:)/s, '')
    .split(/[、，,；;。]|或者?|以及|和|與|及|→/)
    .map(clean)
    .filter((thing) => thing.length >= 2 && thing.length <= 24);
  return joined.length >= 2 ? joined : [];
}

function clean(text: string | undefined): string {
  return (text ?? '')
    .replace(/^(?:例如|經濟部之?|或|及|和)/, '')
    .replace(/(?:等)?[。，,；;．.\s]*$/, '')
    .trim();
}
