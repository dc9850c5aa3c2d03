/**
 * Every fixed sentence that people see, by language: `zh-TW.ts` and `en.ts` hold the two values. Functions take what the
 * sentence is about; none of them decides anything.
 */
export interface Wording {
  readonly answer: {
    /** What the message may mean as well. */
    readonly also: (title: string, told: string) => string;
    /** Heads the facts that stand in the same section as the answer. */
    readonly contextHeading: string;
    /** Heads the answer to one part of a message that asked two things. */
    readonly part: (title: string) => string;
    /** Told with an announced thing: its period lies ahead, has begun, or is over on the day. */
    readonly expectedAhead: (period: string) => string;
    readonly expectedRunning: (period: string, today: string) => string;
    readonly expectedOver: (period: string, today: string) => string;
    readonly expectedOpen: string;
    /** The answer is about an earlier time; `now` is today's answer. */
    readonly onceAndNow: (now: string) => string;
    /** The person asked as of a day on which the document was not yet published. */
    readonly notYetPublished: (document: string, edition: string, asOf: string) => string;
    readonly asOf: (asOf: string) => string;
    /** Which documents and editions the answer holds for. */
    readonly appliesTo: (editions: readonly string[]) => string;
    /** Under every answer: made automatically, does not replace a decision. */
    readonly automatic: string;
    /** Shows how a follow-up was understood. */
    readonly understoodAs: (standalone: string) => string;
  };
  readonly abstention: {
    /** What is asked of a thing and not documented. */
    readonly notSaid: (asked: readonly string[]) => string;
    readonly known: (says: string) => string;
    readonly nearHeading: string;
    readonly askWhom: (office: string) => string;
    readonly outside: (matter: string, office: string) => string;
    readonly nothing: (lookedFor: string) => string;
    readonly nearQuestions: string;
    readonly office: string;
  };
  readonly clarification: { readonly which: string };
  readonly handoff: {
    readonly button: string;
    readonly given: (question: string) => string;
    readonly noQuestion: string;
    /** Behind the help for a sensitive matter that somebody wanted to hand over: it was neither kept nor sent. */
    readonly notPassedOn: string;
  };
  readonly notice: {
    readonly empty: string;
    readonly tooLong: (charactersMax: number) => string;
    readonly onlySymbols: string;
    readonly unreadable: string;
    readonly masked: string;
    /** Stands where the words of a sensitive message are not kept. */
    readonly notKept: string;
    readonly help: string;
    readonly helpItems: readonly string[];
    readonly cleared: string;
    readonly unavailable: string;
    readonly failed: string;
    readonly staleChoice: string;
    /** A number that no open button has. */
    readonly noSuchChoice: string;
    readonly nothingUnderstoodYet: string;
    readonly personalRecord: string;
  };
  readonly welcome: {
    readonly text: string;
    readonly starters: readonly { readonly label: string; readonly value: string }[];
  };
  readonly source: {
    /** Heads the list of sources. */
    readonly heading: string;
    readonly line: (title: string, edition: string, section: string) => string;
  };
  readonly roles: Readonly<Record<'policy' | 'applied' | 'developer' | 'researcher', string>>;
  readonly interview: InterviewWording;
  readonly recommendation: RecommendationWording;
}

/** Sentences of the role interview. */
export interface InterviewWording {
  readonly intro: string;
  readonly progress: (step: number, of: number) => string;
  readonly heard: (duties: string) => string;
  readonly free: string;
  readonly unsure: string;
  readonly skip: string;
  readonly back: string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly resumed: string;
  readonly resumeOffer: string;
  readonly corrected: (question: number) => string;
  readonly noSuchQuestion: (question: number) => string;
  readonly notUnderstood: string;
  readonly result: (role: string) => string;
  readonly resultUnsure: (role: string, runnerUp: string) => string;
  readonly confidence: (percent: number, runnerUp: string) => string;
  /** Instead of the confidence and of what would flip it, where no question was asked. */
  readonly fromWords: (runnerUp: string) => string;
  readonly reasonsCaption: string;
  readonly reasonsColumns: readonly [string, string, string];
  /** How much a ground speaks for a role; the weight is in log-odds, negative against it. */
  readonly effect: (role: string, weight: number) => string;
  readonly flip: (question: string, answer: string, role: string) => string;
  readonly documentsSay: string;
  readonly tooLittle: string;
  readonly why: string;
  readonly noFlip: string;
  readonly undefinedRoles: string;
  readonly decides: string;
  readonly notEveryone: string;
  readonly wantsCourses: string;
  readonly again: string;
  readonly more: string;
}

/** Sentences of a recommendation. Years are of the common era, days and periods in words. */
export interface RecommendationWording {
  /** For those of whom the documents say 先通識、後實務應用. */
  readonly intro: (role: string) => string;
  /** For the other roles, for whom that order is borrowed. */
  readonly introBorrowed: (role: string) => string;
  readonly introNoRole: string;
  /** As of a day on which the order was not yet published. */
  readonly introEarlier: (today: string) => string;
  readonly nothingLeft: string;
  readonly hours: (year: number, total: number, ai: number) => string;
  /** The appraisal figure, which is another thing than the hours of each person. */
  readonly hoursNote: (year: number, basic: number, advanced: number, total: number) => string;
  readonly hoursTotalLeft: (hours: number) => string;
  readonly hoursTotalFull: string;
  readonly hoursAiLeft: (hours: number) => string;
  readonly hoursAiFull: string;
  /** Told with any hours that are left: how long a course is and what counts is not documented. */
  readonly hoursCounting: string;
  readonly stage: Readonly<Record<'basic' | 'advanced' | 'practice', string>>;
  readonly pathCaption: string;
  readonly pathColumns: readonly [string, string, string, string];
  readonly mode: Readonly<Record<'online' | 'inPerson' | 'unknown', string>>;
  readonly sector: Readonly<Record<'public' | 'industry', string>>;
  /** An item with how it is held and by whom. */
  readonly item: (name: string, details: readonly string[]) => string;
  /** Added to the status of what was announced for a period. */
  readonly expected: Readonly<Record<'ahead' | 'running' | 'over', (status: string, today: string) => string>>;
  readonly leftOut: string;
  /** Stands between the names of things left out for the same reason. */
  readonly and: string;
  readonly leftOutLine: (items: string, why: string) => string;
  readonly why: {
    readonly done: string;
    readonly covered: string;
    readonly audience: (audience: string) => string;
    readonly otherRole: (roles: readonly string[]) => string;
    readonly mode: (mode: string) => string;
    readonly kind: string;
    readonly stage: string;
    readonly notPublished: (today: string) => string;
  };
  readonly goOn: string;
  readonly incentives: string;
  readonly modulesUnknown: string;
  readonly findRole: string;
  /** Behind what was told in brief. */
  readonly whole: string;
  readonly online: string;
  readonly inPerson: string;
  readonly anyMode: string;
}
