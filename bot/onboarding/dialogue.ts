/** What the onboarding's conversation waits for: plain data in the session; null where it was not spoken of. */
export interface OnboardingDialogue {
  readonly waitsFor: 'startDay' | null;
  /** The task just spoken of, which 「完成了」 and a link alone mean; null where there is none. */
  readonly task: string | null;
  /** The version of the session in which it was last spoken of; `now` as long as it is the session's. */
  readonly version: number;
  /** A link or file number that was given without saying for which task; null where none was. */
  readonly link: string | null;
}

/** The onboarding was spoken of, and nothing is open. */
export const nothingOpen: OnboardingDialogue = { waitsFor: null, task: null, link: null, version: 0 };
