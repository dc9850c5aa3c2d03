import type { Knowledge, Period, Question } from '../../knowledge/index.ts';

/** The year that a message asks about, as it was written, or null where it names none or several. */
export interface YearAsked {
  readonly written: string;
  /** ISO dates, first and last day. */
  readonly from: string;
  readonly to: string;
}

/** Reads 114年, 2025年, 去年, 明年. A range (115–119年) or two years are not one year that is asked about. `today` is an ISO date. */
export function readYear(text: string, today: string): YearAsked | null {
  const folded = text.normalize('NFKC');
  const named = [...folded.matchAll(/(?<![\d-])(1[01]\d|20[12]\d)(?:年度?(?!\s*[-~至到])|(?= (?:ROC|year)))/g)].map(
    (match) => ({
      written: match[0],
      year: Number(match[1]) < 1000 ? Number(match[1]) + 1911 : Number(match[1]),
    }),
  );
  const spoken = /去年|明年|前年|後年|last year|next year/i.exec(folded)?.[0];
  const offset = spoken === undefined ? undefined : offsets[spoken.toLowerCase()];
  if (spoken !== undefined && offset !== undefined)
    named.push({ written: spoken, year: Number(today.slice(0, 4)) + offset });
  const [first, ...others] = named;
  if (first === undefined || others.some(({ year }) => year !== first.year)) return null;
  return { written: first.written, from: `${first.year}-01-01`, to: `${first.year}-12-31` };
}

/** Whether all that an answer says of periods lies outside the year: then it does not tell what held in that year. */
export function isOutsideYear(knowledge: Knowledge, question: Question, year: YearAsked): boolean {
  const periods = question.facts.flatMap((fact): readonly Period[] => {
    const period = knowledge.passages.get(fact)?.period ?? null;
    return period === null ? [] : [period];
  });
  return (
    periods.length > 0 &&
    periods.every(({ from, to }) => (to !== null && to < year.from) || (from !== null && from > year.to))
  );
}

const offsets: Readonly<Record<string, number>> = {
  去年: -1,
  明年: 1,
  前年: -2,
  後年: 2,
  'last year': -1,
  'next year': 1,
};
