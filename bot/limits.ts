/** Every bound of the core, with unit and reason. Channels have their own, which only ever are narrower. */

/** Characters of one message that are read; longer ones get a plain sentence. Long e-mails of staff stay below 4,000. */
export const messageCharactersMax = 4_000;
/** Turns of a thread that are kept to resolve follow-ups; older ones never decide what 「那張」 means. */
export const historyTurnsMax = 40;
/** Citations of one answer; more is no longer read. */
export const citationsMax = 10;
/** Questions of one role interview; the result is given after the sixth at the latest. */
export const interviewQuestionsMax = 6;
/** Hits that the retriever returns for a turn; more never changed a decision. */
export const hitsMax = 40;
