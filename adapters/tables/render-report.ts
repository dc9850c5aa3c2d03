import { tablesWording } from '../../prompts/index.ts';
import type { CollectedRow, CollectedRows } from './collect-rows.ts';
import { shownProblemsMax } from './limits.ts';
import type { MappedColumn, Mapping } from './map-columns.ts';
import { showValue } from './show-value.ts';
import type { RowProblem, Table, UnreadableTable } from './table.ts';

const { report, standings, meanings, file } = tablesWording;
/** Rows that are shown as they would be read. */
const samplesMax = 5;
/** Merged rows that are named one by one. */
const mergedMax = 20;

/** Why nothing of a file was read. */
export function renderRefusal({ problem, sheets }: UnreadableTable): string {
  return problem === 'sheetUnknown' ? file.sheetUnknown(sheets.map(showValue)) : file[problem];
}

/** What was found in the file, what each column was taken for, and what is missing. */
export function renderMapping(table: Table, mapping: Mapping): readonly string[] {
  const above = table.rows.filter(({ line }) => line < mapping.header.line).length;
  return [
    report.source(table.format, table.sheet === null ? null : showValue(table.sheet)),
    ...(table.otherSheets.length > 0 ? [report.otherSheets(table.otherSheets.map(showValue))] : []),
    report.header(mapping.header.line, above),
    report.mapping,
    ...mapping.columns.filter(({ name, meaning }) => name !== '' || meaning !== null).map(renderColumn),
    ...mapping.missing.map((meaning) => report.missing(meanings[meaning], meaning)),
    ...mapping.wrongNames.map((name) => report.wrongName(showValue(name))),
  ];
}

function renderColumn({ name, meaning, standing, example }: MappedColumn): string {
  const shown = name === '' ? report.nameless : showValue(name);
  return meaning === null
    ? report.columnUnread(shown, standings[standing])
    : report.column(shown, meanings[meaning], example, standings[standing]);
}

/** The first rows as they would be read, the counts, what was merged and what is bad. */
export function renderRows<Entry>(
  { entries, merged, problems }: CollectedRows<Entry>,
  sample: (row: CollectedRow<Entry>) => string,
): readonly string[] {
  const people = new Set(entries.map(({ account }) => account)).size;
  const samples = entries.slice(0, samplesMax).map((row) => report.sample(row.line, sample(row)));
  return [
    ...(samples.length > 0 ? [report.samples, ...samples] : []),
    report.counts(entries.length, people, merged.length, problems.length),
    ...renderMerged(merged),
    ...renderProblems(problems),
  ];
}

function renderMerged(merged: CollectedRows<unknown>['merged']): readonly string[] {
  if (merged.length === 0) return [];
  const lines = merged.slice(0, mergedMax).map(({ line, into }) => report.mergedLine(line, into));
  const rest = merged.length - lines.length;
  return [report.merged(rest > 0 ? [...lines, report.more(rest)] : lines)];
}

function renderProblems(problems: readonly RowProblem[]): readonly string[] {
  if (problems.length === 0) return [];
  const shown = problems
    .slice(0, shownProblemsMax)
    .map(({ line, reason, value }) => report.problem(line, reason, value));
  const rest = problems.length - shown.length;
  return [report.problems, ...shown, ...(rest > 0 ? [report.moreProblems(rest)] : [])];
}

/** All bad rows as a table of their own. */
export function renderProblemsTable(problems: readonly RowProblem[]): readonly (readonly string[])[] {
  return [report.problemColumns, ...problems.map(({ line, reason, value }) => [String(line), reason, value])];
}

/** The first lines of a list, with how many more there are. */
export function cutLines(lines: readonly string[]): readonly string[] {
  const rest = lines.length - linesShown;
  return rest > 0 ? [...lines.slice(0, linesShown), report.moreLines(rest)] : lines;
}

/** Lines of warnings that are read; who has more looks into the file. */
const linesShown = 20;
