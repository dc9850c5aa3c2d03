import { courseKey, type HoursEntry } from '../../bot/index.ts';
import { tablesWording } from '../../prompts/index.ts';
import type { CollectedRow } from './collect-rows.ts';
import { cutLines } from './render-report.ts';
import { showValue } from './show-value.ts';

const { report } = tablesWording;

/**
 * Lines on two courses of one person on one day of which one's name is the other's with something added (AI素養, AI素養課程): both are
 * kept, for they may be two, and the operator is told, for they may be one.
 */
export function warnOfTwins(rows: readonly CollectedRow<HoursEntry>[]): readonly string[] {
  const sameDay = Map.groupBy(rows, ({ account, entry }) => JSON.stringify([account, entry.date]));
  const lines = [...sameDay.values()].flatMap((group) =>
    group.flatMap((row, at) =>
      group
        .slice(at + 1)
        .filter((other) => isNear(row.entry.course, other.entry.course))
        .map((other) =>
          report.twin(row.line, other.line, row.account, showValue(row.entry.course), showValue(other.entry.course)),
        ),
    ),
  );
  return lines.length === 0 ? [] : [report.twins, ...cutLines(lines)];
}

function isNear(one: string, other: string): boolean {
  const [short = '', long = ''] = [courseKey(one), courseKey(other)].sort((a, b) => a.length - b.length);
  return short.length >= nearMin && long.includes(short);
}

/** Shorter names (AI) are part of too many. */
const nearMin = 3;
