/** Every bound of tables, with unit and reason. */

/** Bytes of a file that is read: 200,000 rows of ten columns stay below. */
export const fileBytesMax = 64 * 1024 * 1024;
/** Bytes to which the parts of an XLSX file may unpack: 200,000 rows need about 90 MB; what needs more is no table but a bomb. */
export const unpackedBytesMax = 160 * 1024 * 1024;
/** Parts of an XLSX file; a workbook with a hundred sheets has about 300. */
export const archiveEntriesMax = 2_000;
/** The last row that may hold a value: a year of hours of the largest agency is a tenth of it. */
export const tableRowsMax = 200_000;
/** The last column that may hold a value; exports have below 60. */
export const tableColumnsMax = 200;
/** Characters of a cell that is read; the longest course names have 120. */
export const cellCharactersMax = 2_000;
/** Separators on one line of text, above which it is no line of a table; a long quoted cell has a few hundred. */
export const lineSeparatorsMax = 10_000;
/** Rows from the top among which the header is looked for; reports have up to ten lines of title. */
export const headerRowsMax = 30;
/** Values of a column that are looked at to guess what it is. */
export const guessedValuesMax = 50;
/** Characters of an account; object ids have 36, e-mail addresses below 100. */
export const accountCharactersMax = 120;
/** Characters of a name of a course, certificate, provider or unit that is kept. */
export const nameCharactersMax = 200;
/** Hours of one course: full-time training of five weeks. More is a typing error or a sum. */
export const courseHoursMax = 200;
/** Days around today between which a first working day may lie: two years. */
export const startDaysMax = 731;
/** Characters of a value that a report repeats. */
export const shownCharactersMax = 40;
/** Bad rows that are shown in the terminal; `--problems FILE` has them all. */
export const shownProblemsMax = 100;
