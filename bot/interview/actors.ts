import type { InterviewScript } from '../../knowledge/index.ts';
import type { Clause } from './clauses.ts';
import { isDuty, type Token } from './lexicon.ts';
import type { Standing } from './standing.ts';

/** A word this near belongs to the word before it; one unit leaves room for 的. */
const NEXT_TO = 1;
/** Room for 三家 between 跟 and 廠商. */
const COUNTED = 3;

/** Who acts behind a word for somebody else; `actor` where that person is only named. */
export function actorAt(
  script: InterviewScript,
  folded: string,
  clause: Clause,
  index: number,
  actor: Standing['actor'],
): Standing['actor'] {
  const [before, token, after] = [clause.tokens[index - 1], clause.tokens[index], clause.tokens[index + 1]];
  if (token === undefined || /^(?:的(?!是)|'s )/.test(folded.slice(token.end))) return actor;
  const act = actOn(clause, index);
  if (act !== undefined) return act.acts.some((one) => script.grammar.governing.includes(one)) ? 'vendor' : actor;
  if (isNamed(folded, clause, index)) return actor;
  const asked = before?.marks.has('handover') === true && !before.marks.has('givenTo');
  if (asked && isNear(before, token) && token.things.includes('vendor')) return 'vendor';
  return after?.marks.has('and') === true && isNear(token, after) && !after.marks.has('together') ? actor : 'other';
}

/** The act whose object somebody is: 督導廠商, selecting AI vendors; not 請廠商, which makes them act. */
function actOn(clause: Clause, index: number): Token | undefined {
  let right = clause.tokens[index];
  for (let at = index - 1; at >= 0; at -= 1) {
    const left = clause.tokens[at];
    if (left === undefined || right === undefined || !isNear(left, right)) return undefined;
    if (left.acts.length > 0) return left.marks.has('handover') || left.marks.has('givenTo') ? undefined : left;
    if (left.things.length === 0 || left.marks.size > 0) return undefined;
    right = left;
  }
  return undefined;
}

/** Somebody whom the text only names: 跟廠商, 在資訊室, 我是工程師. */
function isNamed(folded: string, clause: Clause, index: number): boolean {
  const [before, token] = [clause.tokens[index - 1], clause.tokens[index]];
  if (token === undefined) return false;
  const text = folded.slice(clause.start, token.start);
  const next = clause.tokens.slice(index + 1);
  if (text.endsWith('給') && isDoing(next[0])) return false;
  const beside = before !== undefined && !isDuty(before) && token.start - before.end <= COUNTED;
  const together = before?.marks.has('together') === true && !before.marks.has('handover');
  if (together && (beside || isNear(before, token))) return true;
  if (/[轉擔調改接升兼]任$/.test(text)) return true;
  return /[到在於去至從回進赴]$/.test(text) || (/[是任為當]$/.test(text) && !next.some(isDuty));
}

function isNear(left: Token, right: Token): boolean {
  return right.start - left.end <= NEXT_TO;
}

/** 把廠商交付的模型接進來: behind the noun of a relative clause inside a statement, the speaker acts again. */
export function endsRelative(folded: string, clause: Clause, index: number): boolean {
  const token = clause.tokens[index];
  if (token === undefined || token.things.length === 0 || folded.charAt(token.start - 1) !== '的') return false;
  const other = clause.tokens.slice(0, index).findLast(({ marks }) => marks.has('other'));
  return other !== undefined && folded.slice(clause.start, other.start).trim() !== '';
}

/** 程式撰寫交給組員、寫程式的是廠商、負責開發的廠商, but not 我是寫程式的工程師. */
export function handsOver(
  folded: string,
  clause: Clause,
  last: Token,
  other: Token,
  trailing: readonly Token[],
): boolean {
  const before = folded.slice(last.end, other.start);
  const handed = trailing.some((token) => token.marks.has('handover') && token.start < other.start);
  const relative =
    /的是|的都是|的人是|^的?(?:都|全|也)?是[^是]{0,6}$|^的$/.test(before) &&
    !/我(?:就)?是/.test(folded.slice(clause.start, last.start));
  return handed || relative;
}

/** 負責 or 做 after another person or 不會 repeats the work named before: 「開發由廠商負責」「程式我不會做」. */
export function isLight(clause: Clause, index: number): boolean {
  const token = clause.tokens[index];
  if (token === undefined || token.things.length > 0 || !token.acts.some((act) => act === 'handle' || act === 'make'))
    return false;
  const before = clause.tokens.slice(0, index);
  const who = before.findLastIndex(({ marks }) => marks.has('other') || marks.has('notMine') || marks.has('givenTo'));
  return (
    who >= 0 &&
    before.slice(0, who).some(isDuty) &&
    !before.slice(who).some(({ things, marks }) => things.length > 0 && !marks.has('other'))
  );
}

/** 給廠商寫 hands over the work, 給同事用 the result. */
function isDoing(next: Token | undefined): boolean {
  return next !== undefined && next.acts.length > 0 && !next.acts.includes('use') && !next.acts.includes('read');
}
