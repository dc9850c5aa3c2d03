import type { PersonRecords } from './ports.ts';
import type { Session } from './session.ts';
import type { Language } from './vocabulary.ts';

/** When a turn takes place: milliseconds since 1970, and the day as of which things are told, ISO date. */
export interface Moment {
  readonly now: number;
  readonly today: string;
}

/** What a step that reads or changes a person's own records gets beside the words. */
export interface PersonTurn {
  readonly session: Session;
  readonly records: PersonRecords;
  readonly language: Language;
  readonly moment: Moment;
}
