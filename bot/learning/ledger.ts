/** What an hour of learning counts as: AI 基礎, AI 進階, or anything else. */
export const hoursCategories = ['aiBasic', 'aiAdvanced', 'other'] as const;
/** One of the categories. */
export type HoursCategory = (typeof hoursCategories)[number];

/** How far an entry is proven: 自報, 匯入, 已驗證. A stronger state is never replaced by a weaker one. */
export const evidenceStates = ['reported', 'imported', 'verified'] as const;
/** One of the states. */
export type EvidenceState = (typeof evidenceStates)[number];

/** One line of the ledger. A person has at most one for a course (by `courseKey`) and a date. */
export interface HoursEntry {
  /** The course as the person or the export names it, personal data masked. */
  readonly course: string;
  /** The day on which it was completed, ISO date; the year of the ledger follows from it. */
  readonly date: string;
  /** Above 0, at most two decimals. */
  readonly hours: number;
  readonly category: HoursCategory;
  readonly provider: string | null;
  readonly state: EvidenceState;
}

/** A certificate that somebody holds. A person has at most one by name (by `courseKey`) and date. */
export interface CertificateEntry {
  readonly name: string;
  /** Its id in the catalogue; null for one that the catalogue does not have. */
  readonly catalogueId: string | null;
  /** The day on which it was passed or issued, ISO date. */
  readonly date: string;
  readonly issuer: string | null;
  /** Where the proof is found (a file number, a link): the proof itself is not kept here. */
  readonly evidence: string | null;
  readonly state: EvidenceState;
}

/** The name by which entries are compared: case, width, spaces and punctuation do not make another course. */
export function courseKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('臺', '台')
    .replace(/[^\p{L}\p{N}+#]+/gu, '');
}
