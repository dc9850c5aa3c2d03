import type { InterviewScript } from '../../knowledge/index.ts';
import { actorAt, endsRelative } from './actors.ts';
import { type Clause, isPointInTime } from './clauses.ts';
import { isDuty, type Token } from './lexicon.ts';
import { lookBack, readBackward } from './look-back.ts';
import { MAINLY, RARELY, type Standing, type StandingClause, unmarked } from './standing.ts';

/** Reads for each word of each clause who does it, whether, when, and how much. */
export function readStandings(
  script: InterviewScript,
  folded: string,
  clauses: readonly Clause[],
): readonly StandingClause[] {
  const read: StandingClause[] = [];
  let carried = unmarked;
  let sentence = -1;
  for (const clause of clauses) {
    if (clause.sentence !== sentence) carried = unmarked;
    sentence = clause.sentence;
    const start = { ...startOf(clause, carried), amount: amountOf(folded, clause, read.length > 0 ? FURTHER : 1) };
    const forward = readForward(script, folded, clause, start);
    const said = clause.tokens.some((token) => isDuty(token) && !token.marks.has('other'));
    if (said) read.push({ clause, standings: readBackward(folded, clause, forward.standings) });
    else lookBack(folded, clause, read);
    carried = carryOn(forward.last, said ? forward.last.actor : carried.actor);
  }
  return read;
}

/** The second of two duties is the lesser: 「收發公文，也寫程式」. */
const FURTHER = 0.75;
const ALSO = /也(?![許不沒是都])/;
/** Shares below and above say no more than these. */
const SHARE_MIN = 0.3;
const SHARE_MAX = 1.6;

/** 「系統上線後，」 tells when, not what the speaker does. */
function isMoment(folded: string, clause: Clause): boolean {
  const last = clause.tokens.findLast(isDuty);
  if (last === undefined || clause.tokens.some((token) => token.marks.has('self'))) return false;
  return /^(?:完|好|完成)?(?:之|以)?[前後時]$/.test(folded.slice(last.end, clause.end).trim());
}

/** The share that a clause tells of; `further` where it only says 也. */
function amountOf(folded: string, clause: Clause, further: number): number {
  const text = folded.slice(clause.start, clause.end);
  return shareOf(text) ?? (ALSO.test(text) ? further : 1);
}

function startOf(clause: Clause, carried: Standing): Standing {
  const turns = clause.tokens[0]?.marks.has('turn') === true;
  const named = clause.tokens.some((token) => token.marks.has('self') || token.marks.has('other'));
  const inherits = carried.actor !== 'self' && !turns && !named;
  const wishEnds = turns && (carried.time === 'wish' || carried.time === 'offDuty');
  return { ...unmarked, actor: inherits ? 'left' : 'self', time: wishEnds ? 'present' : carried.time };
}

/** What goes on into the next clause of the sentence: the time and who was named; not a negation, not a share. */
function carryOn(last: Standing, actor: Standing['actor']): Standing {
  return { ...unmarked, time: last.time, actor: actor === 'vendor' ? 'self' : actor };
}

function readForward(
  script: InterviewScript,
  folded: string,
  clause: Clause,
  start: Standing,
): { readonly standings: readonly Standing[]; readonly last: Standing } {
  const standings: Standing[] = [];
  let standing = start;
  for (const [index, token] of clause.tokens.entries()) {
    if (standing.actor === 'other' && endsRelative(folded, clause, index)) standing = { ...standing, actor: 'self' };
    standing = applyMarks(script, folded, clause, index, standing);
    standings.push(isOnceDone(folded, token) ? { ...standing, time: 'past' } : standing);
  }
  const moment = isMoment(folded, clause);
  return { standings: moment ? standings.map((one) => ({ ...one, time: 'moment' })) : standings, last: standing };
}

function applyMarks(
  script: InterviewScript,
  folded: string,
  clause: Clause,
  index: number,
  standing: Standing,
): Standing {
  const token = clause.tokens[index];
  if (token === undefined || token.marks.size === 0) return standing;
  const { marks } = token;
  const behindDuty = isPointInTime(folded, clause, index);
  let next = standing;
  if (marks.has('not') && !isMiddleOfCompound(folded, token)) next = { ...next, negated: true };
  if (marks.has('past') && !behindDuty && !/^[一二兩三四五六七八九十幾數\d]+年/.test(folded.slice(token.end)))
    next = { ...next, time: 'past' };
  if (marks.has('wish') && !behindDuty) next = { ...next, time: 'wish' };
  if (marks.has('offDuty')) next = { ...next, time: 'offDuty' };
  if (marks.has('present')) next = { ...next, time: 'present' };
  if (marks.has('mainly')) next = { ...next, amount: Math.max(next.amount, MAINLY) };
  const takesPart = marks.has('together') && clause.tokens.slice(0, index).some(({ acts }) => acts.length > 0);
  if (marks.has('rarely') && !takesPart) next = { ...next, amount: RARELY };
  if (marks.has('givenTo')) next = { ...next, actor: 'other' };
  if (marks.has('self')) next = { ...next, actor: 'self' };
  if (marks.has('other')) next = { ...next, actor: actorAt(script, folded, clause, index, next.actor) };
  return next;
}

/** 不 in 對不對 or 好不好 denies nothing. */
function isMiddleOfCompound(folded: string, token: Token): boolean {
  const before = folded.charAt(token.start - 1);
  return token.end - token.start === 1 && before !== '' && before === folded.charAt(token.end);
}

/** 寫過程式: was done once. */
function isOnceDone(folded: string, token: Token): boolean {
  return token.acts.length > 0 && /^過(?![去程濾渡時於])/.test(folded.slice(token.end, token.end + 2));
}

/** 「七成時間」「30%」「一半」 as a share of an ordinary duty. */
function shareOf(text: string): number | null {
  const percent = /(\d{1,3})\s*%/.exec(text)?.[1];
  const tenths = /([一二三四五六七八九])成/.exec(text)?.[1];
  const share =
    percent !== undefined
      ? Number(percent) / 100
      : tenths !== undefined
        ? ('一二三四五六七八九'.indexOf(tenths) + 1) / 10
        : null;
  if (share === null) return /一半|各半|half/.test(text) ? 1 : null;
  return Math.min(SHARE_MAX, Math.max(SHARE_MIN, share * 2));
}
