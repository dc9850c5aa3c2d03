import type { CertificateEntry, Change } from '../../bot/index.ts';

/** Where an import writes to, as `adapters/compose.ts` joins it to the store. */
export interface TableTarget {
  /**
   * Keeps the changes of one person of the agency. Contract: all or none; idempotent, so that what was kept before is not counted;
   * gives how many changed something; an account that the agency does not know yet is kept for its first message.
   */
  apply(account: string, channel: string, changes: readonly Change[]): Promise<number>;
  /**
   * Begins the first weeks of a new employee. Contract: whoever has begun already is left as they are, whatever start date the
   * table has.
   */
  enrol(account: string, entry: RosterEntry): Promise<Enrolment>;
}

/** What came of enrolling somebody. */
export interface Enrolment {
  readonly begun: 0 | 1;
  /** The first working day that holds, ISO date: of the table, or of whoever had begun before. */
  readonly startsOn: string;
}

/** A new employee, as far as the table says. */
export interface RosterEntry {
  readonly channel: string;
  /** The first working day, ISO date. */
  readonly startsOn: string;
  readonly unit: string | null;
}

/** Where an export reads from. */
export interface CertificateSource {
  /** Certificates of an agency (null for the only one) on or after an ISO date (null for all), in a stable order. */
  list(agency: string | null, since: string | null): Promise<readonly HeldCertificate[]>;
}

/** A certificate and whose it is. */
export interface HeldCertificate {
  readonly account: string;
  readonly certificate: CertificateEntry;
}
