/**
 * The role interview as HR wrote it: questions with options, and the words by which a description of duties is read.
 * Weights are on one scale (natural log-odds): 1 is a hint, 2 speaks for a role, 3 nearly decides it.
 */
export interface InterviewScript {
  /** What counts before anything is said; most people are in the role of the users of AI. */
  readonly prior: RoleWeights;
  readonly questions: readonly InterviewQuestion[];
  readonly acts: Vocabulary;
  readonly things: Vocabulary;
  readonly grammar: Grammar;
  /** The first one that fits an act and its thing counts. */
  readonly duties: readonly Duty[];
  /** Acts that say something without a thing: 驗收, 除錯. */
  readonly bare: readonly Duty[];
  /** How evidence against a role is told; `{reason}` stands for the duty's own sentence. */
  readonly told: { readonly negated: Bilingual; readonly other: Bilingual };
  readonly marks: Marks;
  /** Characters after which an act of one character is a word of its own. */
  readonly free: string;
  /** Titles, grades, 職系, names of units and certificates: they carry no weight. */
  readonly ignored: Ignored;
  /** How like a description is to the examples of each role; says nothing before examples are loaded. */
  readonly likeness: (text: string) => RoleWeights;
}

/** The four roles of the guideline, in the order in which it names them. */
export type InterviewRole = 'policy' | 'applied' | 'developer' | 'researcher';

/** A weight for each role; a role that is not named has none. */
export type RoleWeights = Readonly<Record<InterviewRole, number>>;

/** Words by class: what kind of act or thing each word is. A word may stand in several classes. */
export type Vocabulary = Readonly<Record<string, readonly string[]>>;

/** A sentence in both languages. */
interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A question about what somebody really does; never about title, grade or 職系. */
export interface InterviewQuestion {
  readonly id: string;
  readonly text: Bilingual;
  /** What is meant, for somebody who hesitates. */
  readonly help: Bilingual;
  readonly options: readonly InterviewOption[];
}

/** One answer. The one called `unsure` stands in every question and weighs nothing. */
export interface InterviewOption {
  readonly id: string;
  readonly label: Bilingual;
  readonly weights: RoleWeights;
}

/** How classes of acts and things work together. */
export interface Grammar {
  /** Things that make a matter digital; procurement or planning counts as policy only there. */
  readonly digital: readonly string[];
  /** Bodies that deal with digital matters: what is planned there is about them, to a lesser degree. */
  readonly forum: readonly string[];
  /** Acts that are done to the work of others: who plans 系統開發 does not develop. */
  readonly governing: readonly string[];
  /** Things that turn the act before them into a name: 系統開發案, 維護合約. */
  readonly enclosing: readonly string[];
  /** The duty that counts where one about digital matters is found and nothing digital is spoken of. */
  readonly otherwise: string;
  /** The duty that counts instead where it is not said at all what it is about. */
  readonly unspecific: string;
  /** Things of research: overseeing them is not planning the models that they are about. */
  readonly research: readonly string[];
}

/** What a duty speaks for: an act on a thing, or a thing that speaks for itself (`acts` empty). */
export interface Duty {
  readonly id: string;
  /** What is told as the reason. */
  readonly reason: Bilingual;
  readonly acts: readonly string[];
  readonly things: readonly string[];
  /** What else must stand in the name of the thing, such as 新的 in 新的演算法; empty where nothing must. */
  readonly besides: readonly string[];
  /**
   * `digital`: counts only as far as AI or digital systems are spoken of; `matter`: only where the thing itself is what
   * it is about, not an instrument; `any`: counts always.
   */
  readonly about: 'digital' | 'matter' | 'any';
  readonly weights: RoleWeights;
}

/** Words that say who does something, whether, when and how much. */
export interface Marks {
  /** 我, 自己 */
  readonly self: readonly string[];
  /** 廠商, 同事: somebody else does it. */
  readonly other: readonly string[];
  /** 由, 交給: whoever is named next does it. */
  readonly givenTo: readonly string[];
  /** 請, 找: somebody named next does it. */
  readonly handover: readonly string[];
  /** 跟, 協助: what is named next takes part, and the speaker does it. */
  readonly together: readonly string[];
  /** 委外, 外包: somebody outside does it. */
  readonly outsourced: readonly string[];
  readonly not: readonly string[];
  /** 不只, 不斷: look like a negation and are none. */
  readonly notNegation: readonly string[];
  /** 與我無關: says of what stands before it that the speaker does not do it. */
  readonly notMine: readonly string[];
  readonly past: readonly string[];
  readonly present: readonly string[];
  readonly wish: readonly string[];
  /** 下班後, 在職專班: not at work. */
  readonly offDuty: readonly string[];
  readonly mainly: readonly string[];
  readonly rarely: readonly string[];
  /** 但, 所以: another statement begins. */
  readonly turn: readonly string[];
  /** 和, 或: the next word is of the same kind. */
  readonly and: readonly string[];
  /** 是否, 適合: what is used after it is the matter that is decided on. */
  readonly whether: readonly string[];
  /** 用, 透過: what is named next is an instrument. */
  readonly by: readonly string[];
}

/** What carries no weight. */
export interface Ignored {
  /** Whole words and names. */
  readonly words: readonly string[];
  /** 師, 員: a duty word with one of these is a title. */
  readonly titleEndings: readonly string[];
  /** 處, 科: a duty word with one of these is the name of a unit. */
  readonly unitEndings: readonly string[];
  /** 處理, 科技: words that begin like the ending of a unit and are none. */
  readonly endingsInWords: readonly string[];
}
