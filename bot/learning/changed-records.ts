import type { Change } from '../changes.ts';
import type { PersonRecords } from '../ports.ts';
import { isSame, refOfChange } from './entries.ts';

/** The records as they will be once these changes of the turn are kept. */
export function withChanges(records: PersonRecords, changes: readonly Change[]): PersonRecords {
  if (changes.length === 0) return records;
  return {
    ...records,
    async hours() {
      const kept = (await records.hours()).filter(
        ({ course, date }) => !isTouched(changes, { kind: 'hours', name: course, date }),
      );
      const put = lasting(changes).flatMap((change) => (change.type === 'hoursPut' ? [change.entry] : []));
      return [...kept, ...put].toSorted(byDate);
    },
    async certificates() {
      const kept = (await records.certificates()).filter(
        ({ name, date }) => !isTouched(changes, { kind: 'certificate', name, date }),
      );
      const put = lasting(changes).flatMap((change) => (change.type === 'certificatePut' ? [change.entry] : []));
      return [...kept, ...put].toSorted(byDate);
    },
  };
}

type Ref = NonNullable<ReturnType<typeof refOfChange>>;

function isTouched(changes: readonly Change[], ref: Ref): boolean {
  return changes.some((change) => {
    const touched = refOfChange(change);
    return touched !== null && isSame(touched, ref);
  });
}

/** The last change of each entry. */
function lasting(changes: readonly Change[]): readonly Change[] {
  return changes.filter((change, at) => {
    const ref = refOfChange(change);
    return ref !== null && !isTouched(changes.slice(at + 1), ref);
  });
}

function byDate(one: { readonly date: string }, other: { readonly date: string }): number {
  return one.date < other.date ? -1 : one.date > other.date ? 1 : 0;
}
