/** The day as of which a message asks, and the message without the date. */
export interface AsOf {
  /** ISO date. */
  readonly day: string;
  /** How the person wrote it, such as 113年7月. */
  readonly written: string;
}

const retrospective = '(?:的?時候|當時|那時候?|底?初?時(?![候數間程段光代常刻序限裝薪差])|的規定)';
const republicYear = new RegExp(`(?:民國)?(?<!\\d)(1[01]\\d)年(?:(\\d{1,2})月)?(?:(\\d{1,2})[日號])?${retrospective}`);
const commonYear = new RegExp(`(?<!\\d)(20\\d\\d)年(?:(\\d{1,2})月)?(?:(\\d{1,2})[日號])?${retrospective}`);
const english = /\bas of (?:(\d{4})-(\d{2})(?:-(\d{2}))?|(20\d\d))\b/i;

/**
 * Reads 「113年7月時…」, 「2025年當時…」 or "as of 2025-07": a day in the past as of which the person asks. A year that is
 * merely named (115年的3小時) is not one. The last day of the month or year counts, when everything of it was in force.
 * Null where the message asks about today.
 */
export function readAsOf(text: string): AsOf | null {
  const folded = text.normalize('NFKC');
  const republic = republicYear.exec(folded);
  if (republic !== null) return toAsOf(Number(republic[1]) + 1911, republic);
  const common = commonYear.exec(folded);
  if (common !== null) return toAsOf(Number(common[1]), common);
  const spoken = english.exec(folded);
  if (spoken === null) return null;
  return toAsOf(Number(spoken[1] ?? spoken[4]), spoken);
}

function toAsOf(year: number, match: RegExpExecArray): AsOf | null {
  const month = match[2] === undefined ? 12 : Number(match[2]);
  if (month < 1 || month > 12) return null;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = match[3] === undefined ? lastDay : Number(match[3]);
  if (day < 1 || day > lastDay) return null;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { day: iso, written: match[0].replace(new RegExp(`${retrospective}$`), '').replace(/^as of /i, '') };
}
