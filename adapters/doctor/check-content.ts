import { OperatorError } from '../../bot/index.ts';
import { type Knowledge, yearsKnown } from '../../knowledge/index.ts';
import { type Finding, good, notice, toRepair } from './finding.ts';

/** The month from which the published days off of the next year are needed: reminders are set weeks ahead. */
const nextYearNeededFrom = 10;

/** Whether what HR writes can be loaded, and the calendar for reminders; `today` is an ISO date. */
export function checkContent(load: () => Knowledge, today: string): readonly Finding[] {
  const about = '內容';
  try {
    const knowledge = load();
    const sections = [...knowledge.documents.values()].reduce((sum, document) => sum + document.sections.length, 0);
    const figures = `${knowledge.documents.size} 份文件、${sections} 節、${knowledge.passages.size} 則事實`;
    return [good(about, `${figures}，都通過檢查`), checkCalendar(knowledge, today)];
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return [toRepair(about, error.message, '更正所指的那一行')];
  }
}

function checkCalendar({ officeCalendar }: Knowledge, today: string): Finding {
  const about = '辦公日曆';
  const [year = 0, month = 0] = today.split('-').map(Number);
  const missing = [year, year + 1].filter((one) => !yearsKnown(officeCalendar).includes(one));
  const repair = '公布後加到 knowledge/content/office-calendar.yaml';
  if (missing.length === 0) return good(about, `有 ${year} 與 ${year + 1} 年`);
  const text = `沒有 ${missing.join(' 與 ')} 年`;
  return missing.includes(year) || month >= nextYearNeededFrom
    ? toRepair(about, `${text}，提醒會在假日送出`, repair)
    : notice(about, text, repair);
}
