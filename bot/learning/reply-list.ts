import { entriesShownMax } from '../limits.ts';
import type { Choice, Part, Reply } from '../vocabulary.ts';
import type { EntryRef } from './dialogue.ts';
import { type Ledger, refOf } from './entries.ts';
import { bare, plain } from './reply-entry.ts';
import { certificateTable, hoursTable } from './reply-tables.ts';
import type { Scene } from './scene.ts';

/** The ledger as lists: courses, certificates, or both; the newest first. */
export function composeList(scene: Scene, ledger: Ledger, what: 'all' | 'certificates'): Reply {
  const { words, language } = scene;
  const hours = what === 'all' ? ledger.hours : [];
  if (hours.length === 0 && ledger.certificates.length === 0) {
    const text = what === 'all' ? `${words.nothingAtAll}${words.howToEnter}` : words.noCertificates;
    return { ...bare([{ type: 'text', text }], language), choices: enterChoices(scene, what) };
  }
  const newest = <T>(all: readonly T[]): readonly T[] => all.slice(-entriesShownMax).toReversed();
  const most = Math.max(hours.length, ledger.certificates.length);
  const parts: readonly Part[] = [
    ...(hours.length === 0 ? [] : [hoursTable(scene, newest(hours), words.listHours)]),
    ...(ledger.certificates.length === 0
      ? []
      : [certificateTable(scene, newest(ledger.certificates), words.listCertificates)]),
    ...(most > entriesShownMax ? [{ type: 'text' as const, text: words.onlyNewest(entriesShownMax, most) }] : []),
    { type: 'notice', text: words.notOfficial },
  ];
  return { ...bare(parts, language), choices: enterChoices(scene, what) };
}

function enterChoices({ words }: Scene, what: 'all' | 'certificates'): readonly Choice[] {
  return what === 'all'
    ? [plain(words.button.figures, 'learning:figures'), plain(words.button.enter, 'learning:begin')]
    : [plain(words.button.courses, 'recommend:')];
}

/** The entries in the order in which the list shows them. */
export function refsListed(ledger: Ledger, what: 'all' | 'certificates'): readonly EntryRef[] {
  const newest = <T>(all: readonly T[]): readonly T[] => all.slice(-entriesShownMax).toReversed();
  const hours = what === 'all' ? newest(ledger.hours).map((entry) => refOf({ kind: 'hours', entry })) : [];
  return [...hours, ...newest(ledger.certificates).map((entry) => refOf({ kind: 'certificate', entry }))];
}
