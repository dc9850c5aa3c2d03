/** Every bound of the core, with unit and reason. Channels have their own, which only ever are narrower. */

/** Characters of one message that are read; longer ones get a plain sentence. Long e-mails of staff stay below 4,000. */
export const messageCharactersMax = 4_000;
/** Turns of a thread that are kept to resolve follow-ups; older ones never decide what 「那張」 means. */
export const historyTurnsMax = 10;
/** Characters of somebody's words that are quoted back; whoever hands a matter over has the whole text before them. */
export const quotedCharactersMax = 200;
/** Turns of a thread whose replies wait to be shown elsewhere: older ones are asked again rather than scrolled back to. */
export const sharesOpenMax = 3;
/** Answers of one search: as many as a list of results shows without being searched itself. */
export const foundMax = 25;
/** Characters of what is looked for; a list of results is asked with some words. */
export const findCharactersMax = 200;
/** Passages that are quoted at once: a recommendation with all its sources cites some 30. */
export const quotesMax = 40;
/** Questions that are suggested at once: surfaces show no more. */
export const promptsMax = 4;
/** Open tasks of the first weeks that an overview names; the list has all. */
export const tasksShownMax = 3;
/** Citations of one answer; more is no longer read. */
export const citationsMax = 10;
/** Questions of one role interview; the result is given after the sixth at the latest. */
export const interviewQuestionsMax = 6;
/** Texts of which a reading is remembered: the questions that are asked again and again; below a kilobyte each. */
export const textsRemembered = 500;
/** Hits that the retriever returns for a turn; more never changed a decision. */
export const hitsMax = 40;
/** A thread that was silent for so long, in milliseconds, begins anew: half an hour is what people expect of a chat. */
export const sessionIdleMs = 30 * 60_000;
/** Minutes for which a code that links two channels holds: long enough to switch programs, short enough not to be found. */
export const linkCodeMinutes = 10;
/** Wrong link codes that one person may type in an hour; of 2^40 codes that is no chance. */
export const linkTriesMax = 5;
/** Messages that nobody asked for, to one person on one day: a second one is what makes people mute a bot. */
export const noticesPerDayMax = 1;
/** The same in seven days; the tightest stage of the plan needs three, and reminders of hours share them. */
export const noticesPerWeekMax = 3;
/** Moments of sent messages that are kept of a person: more than a week can hold, so that the caps can be told. */
export const noticesSentKept = 8;
/** Minutes of a day in which messages may come, at the least: with less, hardly a message would find its time. */
export const noticeWindowMinutesMin = 60;
/** Days off that an agency can add to the office calendar: a year of typhoons has ten. */
export const extraHolidaysMax = 60;
/** Reminders of one overdue task; after the second one the person has decided. */
export const nudgesPerTaskMax = 2;
/** Days before today that a start date may lie: the plan is three months long. */
export const startPastDaysMax = 100;
/** Days after today that a start date may lie: appointments are known half a year ahead. */
export const startFutureDaysMax = 190;
/** Characters of the link or number that shows a task was done; long links of document systems stay below. */
export const evidenceCharactersMax = 500;
/** People that a figure must count at the least, so that it tells of nobody. */
export const figureCellMin = 5;
/** Hours of one entry. A course that lasts weeks is entered with its last day; more than this is a slip of the pen. */
export const hoursPerEntryMax = 100;
/** Hours that one day can have; more are asked once more, because only a course of several days has them. */
export const hoursPerDayMax = 24;
/** Years before this one in which an entry may lie: a longer career than this is not entered course by course. */
export const entryAgeYearsMax = 20;
/** Characters of the name of a course or certificate; the longest in the catalogue has 35. */
export const entryNameCharactersMax = 80;
/** Courses that one message can enter; whoever has more than this to enter has an export. */
export const draftsMax = 12;
/** Entries that one list shows, the newest; a year of learning has some twenty. */
export const entriesShownMax = 30;
/** Characters up to which a typed message may be a fragment of a burst; longer ones are whole thoughts. */
export const burstCharactersMax = 30;
/** Milliseconds between two fragments of one burst: the time of typing a few more words. */
export const burstGapMs = 3_000;
