import type { HoursLeft } from './recommend.ts';

/** More hours than a year of learning can lack are a slip of the pen. */
const hoursLeftMax = 200;

const digits = '(\\d{1,3}(?:\\.\\d)?|[半一二兩三四五六七八九十]{1,3})';
const unit = '個?(?:小時|鐘頭|鐘點|hours?|hrs?|h\\b)';
const left: readonly RegExp[] = [
  new RegExp(
    `(?:差|缺|欠|剩|少)(?:下|了|大概|大約|約|不到)?(?:的?(?:ai|人工智慧)?(?:課程?)?(?:的)?(?:學習)?時數)?(?:還有)?\\s?${digits} ?${unit}`,
  ),
  new RegExp(`(?:差|缺|欠|剩|少)(?:ai|人工智慧)(?:課程?)?\\s?${digits} ?${unit}`),
  new RegExp(`(?:還|尚)(?:有|要|需要?)(?:上|補|修)?\\s?${digits} ?${unit}`),
  new RegExp(`${digits} ?${unit}(?:的?(?:ai)?課?程?)?(?:時數)?(?:都)?(?:還沒|尚未|沒上|沒修|未修|要補)`),
  new RegExp(
    `\\b(?:need|lack|missing|short(?: of| by)?|left|remaining)\\b\\D{0,12}${digits} ?(?:more )?(?:ai )?${unit}`,
  ),
  new RegExp(
    `${digits} ?(?:more )?(?:ai )?${unit}(?: of ai(?: courses?)?)?(?: are| is)? ?(?:left|to go|short|missing|remaining|more)`,
  ),
];
const full =
  /(?:時數|小時|鐘頭|\bhours?\b).{0,6}?(?:滿了|已滿|夠了|足夠|已足|達標|[上修補做]完了?|[修上湊]滿|完成了|已經?完成|\b(?:complete|completed|done|full|finished)\b)|(?:已經?|都)(?:[上修補]完|[上修湊]滿|完成).{0,8}(?:時數|小時)|\b(?:completed|finished|done with)\b.{0,16}\bhours?\b/;
/** A character of every word for hours, looked for first because most clauses have none. */
const hoursNamed = /[時鐘h]/;
const notFull = /沒|未|不夠|不足|就夠|\bnot\b/;
const ai = /ai|人工智慧/;

/** Reads 「還差2小時」 and 「AI時數已經滿了」 clause by clause; null where nothing is said of hours left. */
export function readHoursLeft(clauses: readonly string[]): HoursLeft | null {
  let result: HoursLeft | null = null;
  for (const clause of clauses) {
    const hours = readHours(clause);
    if (hours === null) continue;
    const before: HoursLeft = result ?? { total: null, ai: null };
    result = ai.test(clause) ? { ...before, ai: hours } : { ...before, total: hours };
  }
  return result;
}

function readHours(clause: string): number | null {
  if (!hoursNamed.test(clause)) return null;
  for (const pattern of left) {
    const hours = toNumber(pattern.exec(clause)?.[1]);
    if (hours !== null) return hours <= hoursLeftMax ? hours : null;
  }
  return full.test(clause) && !notFull.test(clause) ? 0 : null;
}

const chineseDigits = '一二三四五六七八九';

function toNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d/.test(text)) return Number(text);
  if (text === '半') return 0.5;
  const value = (character: string): number => (character === '兩' ? 2 : chineseDigits.indexOf(character) + 1);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  if (tens === undefined || ones === undefined) return null;
  const high = text.includes('十') ? (tens === '' ? 1 : value(tens)) : 0;
  return high * 10 + (ones === '' ? 0 : value(ones));
}
