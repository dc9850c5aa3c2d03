/** The first weeks of a new employee as HR wrote them: stages with tasks, and the questions at the end. */
export interface OnboardingPlan {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  /** In the order in which they begin; the first one on the first day. */
  readonly stages: readonly PlanStage[];
  readonly pulse: Pulse;
}

/** A part of the plan, with what is said when it begins. */
export interface PlanStage {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly intro: string;
  readonly introEn: string;
  /** After the start date. */
  readonly begins: Offset;
  readonly tasks: readonly PlanTask[];
}

/** One thing to do. */
export interface PlanTask {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  /** How to do it, in one or two sentences. */
  readonly text: string;
  readonly textEn: string;
  /** Fact ids that the text rests on; empty where it states nothing. */
  readonly facts: readonly string[];
  /** Words by which people name the task when they say that it is done. */
  readonly names: readonly string[];
  /** After the start date; moved to the next office day. */
  readonly due: Offset;
  /** `interview` and `hours` are ticked off by what is known; all others by the person's word. */
  readonly kind: 'read' | 'do' | 'interview' | 'hours' | 'course';
  /** AI hours of the year that make a task of the kind `hours` done; null for all others. */
  readonly hours: number | null;
  readonly evidence: 'none' | 'optional';
  /** Where it is done; null where the documents give no address. */
  readonly link: string | null;
}

/** Calendar days after the start date: `months` first, then the others. */
export interface Offset {
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
}

/** Two questions at the end; answers are options, never free words, so that they can be counted and tell nobody. */
export interface Pulse {
  /** After the start date. */
  readonly begins: Offset;
  readonly questions: readonly PulseQuestion[];
}

/** One of the two questions. */
export interface PulseQuestion {
  readonly id: string;
  readonly text: string;
  readonly textEn: string;
  readonly options: readonly PulseOption[];
}

/** One answer. */
export interface PulseOption {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
}
