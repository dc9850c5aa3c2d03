/** Bounds of what is sent. Narrower than the platform's own where counting differs between its parts. */

/** Characters of the text of one message; with card and entity it stays below the 100 KB in UTF-16 of a message. */
export const messageCharactersMax = 4_000;
/** Bytes of one card as JSON in UTF-8. Teams takes 28 KB; the rest is for what carries the card. */
export const cardBytesMax = 27_000;
/** Actions of one card, nested ones included; Teams shows no more. */
export const actionsMax = 6;
/** Sources of one message; Teams refuses a message with more. */
export const claimsMax = 20;
/** Characters of the name of a source; Teams refuses longer ones. */
export const claimNameMax = 80;
/** Characters of what is shown of a source where its mark is touched; Teams refuses more. The card has all of it. */
export const claimAbstractMax = 160;
/** Half widths, 7 px each, of a row of buttons in a card of 300 px, of which 268 px are inside. */
export const rowWidthMax = 39;
/** What a button takes beside its label, with the gap to the next one, in half widths. */
export const buttonFrameWidth = 5;
/** Half widths of the label of a button that has a row of its own; clients cut off what is longer. */
export const buttonWidthMax = rowWidthMax - buttonFrameWidth;
/** Bytes of value and label that a button carries, twice: for `Action.Execute` and its fallback. Ours have some 100. */
export const choiceBytesMax = 500;
/** Characters of one sentence or card element: six bytes each at worst, so that one always fits into a card. */
export const pieceCharactersMax = 1_200;
/** Characters of the notification of a message: a phone shows two lines. */
export const summaryCharactersMax = 120;
/** Characters of the title of something found; our longest question has half as many. */
export const previewCharactersMax = 120;
/** Characters that stand for a card where it cannot be drawn. */
export const fallbackCharactersMax = 500;
/** Places that are listed below an answer before the quotes are opened; an answer rests on one or two. */
export const placesShownMax = 3;
/** Characters of an answer below which it is sent at once: it is read before a stream of it had ended. */
export const streamCharactersMin = 160;
/** Steps in which an answer is streamed; each takes at least 1.5 s, and the answer is known from the start. */
export const streamStepsMax = 3;
