import { entryNameCharactersMax } from '../limits.ts';

const quoted = /[「『《〈“"]([^「」『』《》〈〉“”"\n]{2,80})[」』》〉”"]/;
/** Words around a name, taken off its beginning and its end until nothing changes. */
const before = new RegExp(
  `^(?:${[
    '[\\s，,、。；;：:.!！~～()（）\\-–—・]+',
    '(?:那|這)(?:門|個|堂|場)(?=\\S{3})',
    '你好|您好|哈囉|嗨|請問|請|麻煩(?:你|您)?|可以|可否|能不能|拜託|那|欸|喔|好|還有|另外|以及|然後|和|跟|也',
    '去年|今年|前年|上(?:個)?月|上(?:週|周|星期|禮拜)|早上|上午|下午|中午|晚上|傍晚',
    '我們?(?=[今昨前上剛已有在去想要參完聽修看讀學考拿取通])|我|本人|小弟|小妹',
    '想要|想|要|需要|幫我|幫忙|替我|協助|順便|再|先|剛剛|剛才|剛|已經|有(?=[上修參聽看去])|都是|是',
    '補?登錄|補登|登記|登打|登(?=一下|一[筆門]|時數|學習時數|[\\s，,]|$)|一下|新增|[紀記]錄|記一?下|記上|記(?!憶|者|得|住|功|過)|加上|加(?=一|\\s)|輸入',
    '(?:一|兩|二|三|這|那|以下)?(?:門|筆|堂|個|張|次)(?:ai)?(?:課程|課|時數|學習[紀記]錄|證照|證書|研習)?(?=$|[\\s，,、。；;：:是叫「名])',
    '學習時數|時數|學習[紀記]錄|課程名稱|課名|名稱|叫做?|[課程證照書]{2}(?=$|[\\s，,、：:])',
    '(?:去)?(?:上|修|聽)(?!台|臺|手|線|網|市|路|架|訴|完|了|過|畢|的)(?=\\S{2,}(?:課|班|研習|講座|工作坊|訓練)$)|參加(?=\\S{3})',
    '(?:去|來)?(?:上|修|聽|看|讀|學)(?:完|了|過|畢)+(?:了)?|參加(?:完|了|過)*|完成(?:了)?|研習了|結訓|受訓|去上(?=\\S)',
    '(?:考過|考到|考上|考取|考完|考了|拿到|拿了|取得|通過|獲得|領到)(?:了)?',
    '(?:上|修|聽|看|讀|學)的(?=是|$|[\\s，,])|的(?=\\S)|了|共|總共|一共|大概|大約|約|花了|為期|地點|在',
    "(?:i(?:'ve| have)?|just|please|can you|could you|have|completed|finished|attended|took|passed|got|obtained|done with|for|of|on|in|the|an?|and|course|class|log|record|add|enter|hours|certificate|called|named)(?=[\\s:,])",
  ].join('|')})`,
  'i',
);
const behind = new RegExp(
  `(?:${[
    '[\\s，,、。；;：:.!！~～(（\\-–—・]+',
    '(?:上|修|聽|看|讀|學|考)(?:完|了|過|畢|的)+(?:了|的)?|完成(?:了)?|結訓(?:了)?|參加的|(?:我)?(?:自己)?上的|有上|考過(?:了)?',
    '的(?:這|那)?(?:一)?(?:門|堂|個|張|次)?(?:課程|課|研習|訓練)|這(?:門|堂|個|張)(?:課程?|證照|研習)?|的|了(?!解)|共|總共|一共|有|是|花了|為期|大概|大約|約|剛|已經|喔|唷|耶|啦|吧|謝謝|感謝|都是|都|在|於|日期|時間|時數|每門|各',
    '(?<=[\\s,])(?:on|for|in|at|of|took|and|it|about|thanks|please|the|hours?)',
  ].join('|')})$`,
  'i',
);
const generic =
  /^登錄?$|^去?[上修聽看讀學]$|^[\d\s/.:~\-–—年月日號點時分午上下至到]+$|^(?:隨便|不知道|不確定|不清楚|不記得|忘了|忘記了?|沒有|無)$|^\S{0,12}(?:小時|鐘頭|鐘點)$|^(?:(?:一|這|那|某)?(?:門|個|堂|些|張)?(?:的)?(?:ai|人工智慧|線上|實體|數位|相關|學習|教育訓練)*的?(?:課|課程|研習|訓練|時數|證照|證書|認證|考試|東西|學習|[紀記]錄|一下|我|完了|course|class|hours?)?|it|that|one|班|ai)$/i;

/**
 * The name of the certificate in what is left of a message once its day is taken out (a line break): what stands in quotation
 * marks, else the longest piece. Null where only 「一張證照」 and the like is left.
 */
export function readName(rest: string): string | null {
  const marked = quoted.exec(rest)?.[1]?.trim();
  if (marked !== undefined) return bounded(marked);
  return longestOf(rest.split(/\n|[，,。；;!！]/));
}

/** The courses that share one amount: the name of one, or several with how the person joined them. */
export interface CourseNames {
  /** As it stands in the message; null where only 「一門課」 and the like is there. */
  readonly whole: string | null;
  /** Empty where there is one course. */
  readonly parts: readonly string[];
}

/**
 * The courses in what is left of a message around its amount, day and provider being line breaks: in quotation marks, else in front
 * of the amount, else behind it. `isKnown` tells names that are one course although they have 與 or 和 in them.
 */
export function readCourseNames(
  front: string,
  behind: string,
  isKnown: (name: string) => boolean,
  joined: 'each' | 'together' | 'unsaid',
): CourseNames {
  const marked = quoted.exec(front)?.[1]?.trim() ?? quoted.exec(behind)?.[1]?.trim();
  if (marked !== undefined) return { whole: bounded(marked), parts: [] };
  const clauses = front.split(/[，,。；;!！]/).map((clause) => longestOf(clause.split('\n')));
  const begins = front.split(/[，,。；;!！]/).findLastIndex((clause) => opens.test(clause));
  const named = clauses.slice(Math.max(begins, 0)).filter((name) => name !== null && !isClause.test(name));
  const whole = named.length > 0 ? named.join('，') : longestOf(behind.split(/\n|[，,。；;!！]/));
  if (whole === null) return { whole: null, parts: [] };
  const parts = isKnown(whole) ? [] : partsOf(whole, joined);
  return { whole: bounded(whole), parts };
}

/** Begins to tell of a course: what stands before it in other clauses is no part of its name. */
const opens =
  /(?:上|修|聽|看|讀|學)(?:完|了|過|畢)|參加|完成|研習了|登[錄記]|新增|[紀記]錄|[補幫]我?[登記]|(?:課程|課名|名稱)[是:：]/;
/** Tells something instead of naming it. */
const isClause = /^(?:我|他|她|因為|所以|不好意思|抱歉|今天|昨天|明天)|報到|到職|新人|[嗎吧呢]$|(?<!完|上|修)了$/;

const softJoints = /，|、|跟|還有|以及|加上|和/;
const allJoints = /，|、|跟|還有|以及|加上|和|與|及/;

/** 「AI素養跟公文寫作」 are two; 與 and 及 join two only where the hours are said to be of each or together. */
function partsOf(whole: string, joined: 'each' | 'together' | 'unsaid'): readonly string[] {
  const parts = whole.split(joined === 'unsaid' ? softJoints : allJoints).map(trimWords);
  const areNames = parts.every((part) => !generic.test(part) && [...part].length >= 2 && bounded(part) !== null);
  if (parts.length < 2 || !areNames) return [];
  // 「資安和倫理」 may well be one course.
  const isShort = /和/.test(whole) && parts.some((part) => [...part].length < partCharactersMin);
  return joined === 'unsaid' && isShort ? [] : parts;
}

/** Characters of a name that stands for itself beside 和. */
const partCharactersMin = 3;

/** The longest of the pieces that could be a name. */
function longestOf(pieces: readonly string[]): string | null {
  const named = pieces.map(trimWords).filter((piece) => !generic.test(piece) && /[\p{L}\p{N}]/u.test(piece));
  const longest = named.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  return longest === '' ? null : bounded(longest);
}

/** The answer to the question for the name: all of it, without the words around it. */
export function readNameAlone(text: string): string | null {
  const marked = quoted.exec(text)?.[1]?.trim();
  const name = marked ?? trimWords(text.replace(/^(?:應該)?(?:叫做?|就?是|課名|名稱|課程名稱)+[是為叫:：]?\s*/, ''));
  return generic.test(name) || !/[\p{L}\p{N}]/u.test(name) ? null : bounded(name);
}

/** What stands before 上完 or behind 由: who held it. `rest` is the text without it. */
export function readProvider(text: string): { readonly by: string; readonly rest: string } | null {
  const match =
    /(?:^|[\s\n在於去到了])([^\s\n，,在於去到了]{0,10}(?:總處|學院|公務園\+?(?:學習平[台臺])?|資策會|訓練中心|大學))的(?=[^\s\n]{2})/.exec(
      text,
    ) ??
    /(?:在|於|去|到)\s*([^\s，,。；;\n]{2,24}?)\s*(?:上面?|平[台臺])?(?=上完|上了|上過|修完|修了|聽完|看完|讀完|完成|參加)/.exec(
      text,
    ) ??
    /(?:開課單位|主辦單位|主辦|開課|平[台臺]|單位|發證單位|發證機構|發證機關)\s*[是為:：]\s*([^\s，,。；;\n]{2,30})/.exec(
      text,
    );
  const by = match?.[1]?.replace(/^(?:剛剛|剛才|剛|我)*(?:[上修聽看讀學](?:完|了|過)+)?/, '');
  return match === null || by === undefined || by === '' || /^\d|小時|家|這/.test(by)
    ? null
    : { by, rest: text.replace(match[0], '\n') };
}

/** Characters of a piece in which a name is looked for: the longest name, and words around it. */
const pieceCharactersMax = 200;

function trimWords(text: string): string {
  if (text.length > pieceCharactersMax) return text;
  const trimmed = text.replace(before, '').replace(behind, '').trim();
  return trimmed === text ? trimmed : trimWords(trimmed);
}

function bounded(name: string): string | null {
  return [...name].length <= entryNameCharactersMax ? name : null;
}
