import { handsOver, isLight } from './actors.ts';
import { type Clause, isPointInTime } from './clauses.ts';
import { isDuty, type Mark, type Token } from './lexicon.ts';
import { MAINLY, RARELY, type Standing, type StandingClause } from './standing.ts';

/** What is said of the words before it: 寫程式我不會、開發是外包的、那是以前的事. */
export function readBackward(folded: string, clause: Clause, standings: readonly Standing[]): readonly Standing[] {
  const lastDuty = clause.tokens.findLastIndex(
    (token, index) => isDuty(token) && !token.marks.has('other') && !isLight(clause, index),
  );
  const trailing = clause.tokens.slice(lastDuty + 1);
  const outsourced = clause.tokens.some(
    (token, index) => token.marks.has('outsourced') && standings[index]?.negated !== true,
  );
  const change = trailingChange(folded, clause, lastDuty, trailing);
  return standings.map((standing, index) => {
    const changed = index <= lastDuty ? { ...standing, ...change } : standing;
    const token = clause.tokens[index];
    const isOwn = token?.marks.has('outsourced') === true;
    return outsourced && !isOwn && changed.actor === 'self' ? { ...changed, actor: 'vendor' } : changed;
  });
}

/** A clause without a duty of its own may speak of the one before it: 「程式開發，這我不會」「…，不過那是以前的事」. */
export function lookBack(folded: string, clause: Clause, read: StandingClause[]): void {
  const before = read.at(-1);
  if (before === undefined || before.clause.sentence !== clause.sentence) return;
  const any = (mark: Mark): boolean => clause.tokens.some((token) => token.marks.has(mark));
  const told = TOLD_OF_IT.test(folded.slice(clause.start, clause.end));
  const change: Change = {};
  if (any('notMine')) change.negated = true;
  if (told && any('past')) change.time = 'past';
  if (told && any('offDuty')) change.time = 'offDuty';
  if (told && any('rarely')) change.amount = RARELY;
  if (told && any('mainly')) change.amount = MAINLY;
  const [first] = clause.tokens;
  const given = first?.marks.has('givenTo') === true && !/\p{L}/u.test(folded.slice(clause.start, first.start));
  if ((given || told) && any('other') && !any('self')) change.actor = 'other';
  const standings = before.standings.map((standing) => ({ ...standing, ...change }));
  read[read.length - 1] = { clause: before.clause, standings };
}

function trailingChange(
  folded: string,
  clause: Clause,
  lastDuty: number,
  trailing: readonly Token[],
): Partial<Standing> {
  const any = (mark: Mark): boolean => trailing.some((token) => token.marks.has(mark));
  const change: Change = {};
  if (any('notMine')) change.negated = true;
  const past = clause.tokens.findIndex((token, index) => index > lastDuty && token.marks.has('past'));
  if (past >= 0 && !isPointInTime(folded, clause, past)) change.time = 'past';
  if (any('offDuty')) change.time = 'offDuty';
  if (/興趣|嚮往|憧憬|夢想|interest/.test(folded.slice(clause.tokens[lastDuty]?.end ?? clause.start, clause.end)))
    change.time = 'wish';
  if (any('present')) delete change.time;
  if (any('rarely')) change.amount = RARELY;
  else if (any('mainly')) change.amount = MAINLY;
  const last = clause.tokens[lastDuty];
  const given = trailing.some((token) => token.marks.has('givenTo'));
  const self = clause.tokens.some((token) => token.marks.has('self'));
  if (given && (!self || trailing.some(isDuty)) && !trailing.some((token) => token.marks.has('self')))
    change.actor = 'other';
  const other = trailing.find((token) => token.marks.has('other'));
  if (other !== undefined && last !== undefined && handsOver(folded, clause, last, other, trailing))
    change.actor = 'other';
  return change;
}

type Change = { -readonly [key in keyof Standing]?: Standing[key] };

/** 「不過那是…」, 「都是…」: what follows is told of the clause before; 「我是…」 and 「之前是…」 are not. */
const TOLD_OF_IT = /^[\s,]*(?:但是?|不過|可是)?(?:[這那][些個]?[都全也]?是|[都全只]?是)/;
