/** Hours and certificates as a person keeps them here: questions, confirmations, figures. Hours come in as numbers. */
export interface LearningWording {
  readonly category: Readonly<Record<'aiBasic' | 'aiAdvanced' | 'other', string>>;
  readonly state: Readonly<Record<'reported' | 'imported' | 'verified', string>>;
  readonly hours: (hours: number) => string;
  readonly total: string;
  /** The ledger of a year: caption, columns, and one cell of hours by state. */
  readonly figuresCaption: (year: number, today: string) => string;
  readonly figuresColumns: readonly string[];
  readonly byState: (state: string, hours: number) => string;
  readonly and: string;
  readonly nothingYet: (year: number) => string;
  readonly nothingAtAll: string;
  readonly howToEnter: string;
  readonly rule: (year: number, total: number, ai: number | null) => string;
  readonly ruleOfAgency: (year: number, total: number, ai: number | null, source: string | null) => string;
  readonly noRule: (year: number) => string;
  /** Behind the rule of a year after the first one that the documents speak of. */
  readonly mayChange: (from: number, year: number) => string;
  /** That the rule for each person does not tell 基礎 from 進階. */
  readonly noParts: (ai: number) => string;
  /** An entry of another year than the present one. */
  readonly otherYear: (year: number, now: number) => string;
  readonly longDay: (day: string, hours: number, max: number) => string;
  readonly missing: (total: number, ai: number | null) => string;
  readonly noneMissing: string;
  readonly noCutOff: (lastDay: string) => string;
  /** The agency's cut-off, and where hours take days to arrive, the last day of a course. */
  readonly cutOff: (cutOff: string, lagDays: number, lastDay: string) => string;
  readonly notOfficial: string;
  /** Questions for one thing; `of` is the course, or empty. */
  readonly ask: {
    readonly courseName: string;
    readonly certificateName: string;
    readonly hours: (course: string) => string;
    readonly split: (courses: readonly string[], hours: number) => string;
    readonly each: (hours: number) => string;
    readonly oneCourse: string;
    readonly sure: Readonly<Record<'longDay' | 'about', (course: string, hours: number, dayMax: number) => string>>;
    readonly right: (hours: number) => string;
    readonly wrong: string;
    readonly date: (name: string) => string;
    readonly passedOn: (name: string) => string;
    readonly category: (course: string) => string;
    readonly which: (said: string, full: string) => string;
    readonly yes: string;
    readonly no: (said: string) => string;
    readonly today: string;
    readonly yesterday: string;
    readonly cancel: string;
  };
  readonly trouble: Readonly<
    Record<
      'tooMany' | 'notPositive' | 'unclear' | 'wholeDays' | 'future' | 'tooLongAgo' | 'noSuchDay' | 'notUnderstood',
      (max: number) => string
    >
  >;
  readonly tooManyEntries: (max: number) => string;
  readonly recorded: string;
  readonly changed: string;
  readonly removed: string;
  readonly undone: string;
  readonly redone: string;
  /** Captions below `undone` and `redone`. */
  readonly takenOut: string;
  readonly thereAgain: string;
  readonly nothingToUndo: string;
  readonly nothingToRedo: string;
  readonly nothingToCancel: string;
  readonly cannotUndo: string;
  readonly cancelled: string;
  /** Entries that were being asked about; none where no name was told yet. */
  readonly dropped: (names: readonly string[]) => string;
  readonly notChanged: (name: string) => string;
  /** What was corrected of an entry that is still asked about. */
  readonly corrected: (name: string | null, value: string) => string;
  /** Entries that are asked about once the open question is answered. */
  readonly waits: (names: readonly string[]) => string;
  /** A part of the message that was left alone. */
  readonly notHandled: (said: string) => string;
  readonly howToCorrect: string;
  readonly notPassed: Readonly<Record<'exam' | 'part', string>>;
  readonly duplicate: (name: string, date: string) => string;
  readonly proven: (name: string, state: string) => string;
  readonly gone: string;
  readonly noSuchEntry: (name: string) => string;
  readonly nothingToCorrect: string;
  readonly pickToDelete: string;
  readonly pickToChange: string;
  readonly whatToChange: (name: string) => string;
  readonly slot: Readonly<Record<'name' | 'hours' | 'date' | 'category', string>>;
  readonly newValue: Readonly<Record<'name' | 'hours' | 'date' | 'category', string>>;
  readonly listHours: string;
  readonly listHoursColumns: readonly string[];
  readonly listCertificates: string;
  readonly listCertificatesColumns: readonly string[];
  readonly onlyNewest: (shown: number, all: number) => string;
  readonly noCertificates: string;
  readonly webhrUnknown: string;
  readonly notInCatalogue: string;
  /** A certificate of an exam that the documents only announce, in their words. */
  readonly notHeldYet: (name: string, announced: string) => string;
  readonly due: {
    readonly missing: (year: number, total: number, ai: number | null) => string;
    readonly empty: (year: number) => string;
  };
  readonly button: Readonly<
    Record<'edit' | 'undo' | 'redo' | 'figures' | 'enter' | 'list' | 'courses' | 'mute' | 'resume', string>
  >;
}
