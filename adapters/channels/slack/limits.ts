/**
 * What the platform takes, with unit and reason. Where its documentation and what was measured in real workspaces differ, the
 * narrower number stands here; nothing that is rendered comes near enough to be refused.
 */

/** Blocks of one message. */
export const blocksPerMessageMax = 50;
/** Blocks of a modal or of the Home tab. */
export const blocksPerViewMax = 100;
/**
 * Characters of one text, as `countedLength()` counts. Documented are 3,000; texts were refused from 2,958 on, because what is
 * escaped counts as it is escaped.
 */
export const blockTextMax = 2_900;
/**
 * Characters of all blocks of one message together, counted as JSON. The platform does not say its limit; it refused messages
 * of 13,172 characters with a divider and of 11,341 in many small pieces, so every bracket is counted here.
 * A streamed text has the same limit, and it is documented there.
 */
export const messageSizeMax = 12_000;
/** UTF-8 bytes of a message's `text`. 4,000 characters are documented, but an update is measured in bytes. */
export const messageTextBytesMax = 3_800;
/** Characters of a header. */
export const headerTextMax = 150;
/** Characters on a button. */
export const buttonTextMax = 75;
/** Characters that a button carries. */
export const buttonValueMax = 2_000;
/** Columns that a button shows on a telephone before it cuts its words; a Chinese character takes two. */
export const buttonColumnsMax = 40;
/** Buttons in a row: 25 are taken, but more than these make a wall. */
export const buttonsPerRowMax = 5;
/** Rows of a table, the heads of its columns included. */
export const tableRowsMax = 100;
/** Columns of a table. */
export const tableColumnsMax = 20;
/** Characters of all cells of a table. */
export const tableCharactersMax = 10_000;
/** Characters of one cell; with more of them a table is harder to read than a list. */
export const tableCellMax = 500;
/** Links in one text; more stay words, because each costs more than its letters. */
export const linksPerTextMax = 20;
/** Sources named below a reply; the others are behind the button. */
export const sourcesShownMax = 6;
/** Characters of the line that names a source; the longest title has 30. */
export const sourceLineMax = 200;
/** Characters that may be typed into a field of a form. */
export const inputTextMax = 3_000;
/** Characters of the title of a modal, and of its buttons. */
export const modalTitleMax = 24;
/** Parts in which a text is streamed: each is a call, and a person does not read faster. */
export const streamChunksMax = 12;
/** Characters of one part at the least: less would only flicker. */
export const streamChunkMin = 80;
