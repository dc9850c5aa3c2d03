import { formatDay } from '../calendar.ts';
import { type CitationList, createCitationList } from '../cite.ts';
import { entriesShownMax } from '../limits.ts';
import { isPublished } from '../recommend/recommend.ts';
import type { Choice, Language, Part, Reply } from '../vocabulary.ts';
import type { EntryRef } from './dialogue.ts';
import type { Edited } from './edits.ts';
import { type Entry, type Ledger, nameOf } from './entries.ts';
import type { CertificateEntry, HoursEntry } from './ledger.ts';
import type { RuleOfYear } from './rules.ts';
import type { Scene } from './scene.ts';
import { missingHours, tellLeft, totalsOf } from './totals.ts';

/** One line for an entry, as in a list to pick from. */
export function tellRef({ language }: Pick<Scene, 'language'>, { name, date }: EntryRef): string {
  return `${name}（${formatDay(date, language)}）`;
}

/** What became of edits, the ledger behind them, and for hours what is left of the year's rule. */
export function composeEdited(
  scene: Scene,
  heading: 'recorded' | 'changed' | 'removed',
  outcomes: readonly Edited[],
  ledger: Ledger,
  rule: RuleOfYear | null,
): Reply {
  const { knowledge, words, language } = scene;
  const citations = createCitationList(knowledge);
  const done = outcomes.flatMap((one) => (one.type === 'done' ? [one.entry] : []));
  const others = outcomes.flatMap((one) => tellRefusal(scene, one));
  const parts: readonly Part[] = [
    ...tables(scene, done, words[heading]),
    ...others,
    ...(heading === 'removed' ? [] : tellNext(scene, done, ledger, rule, citations)),
  ];
  return { ...bare(parts, language), citations: citations.all(), choices: choicesBehind(scene, heading, outcomes) };
}

function tellRefusal(scene: Scene, one: Edited): readonly Part[] {
  const { words, language } = scene;
  switch (one.type) {
    case 'done':
      return [];
    case 'gone':
      return [{ type: 'text', text: words.gone }];
    case 'proven':
      return [{ type: 'text', text: words.proven(nameOf(one.entry), words.state[one.entry.entry.state]) }];
    case 'duplicate': {
      const text = words.duplicate(nameOf(one.entry), formatDay(one.entry.entry.date, language));
      return tables(scene, [one.entry], text);
    }
  }
}

/** What follows from hours is what is left; from a certificate, the way to WebHR. */
function tellNext(
  scene: Scene,
  done: readonly Entry[],
  ledger: Ledger,
  found: RuleOfYear | null,
  citations: CitationList,
): readonly Part[] {
  const { words, moment } = scene;
  const year = Number(moment.today.slice(0, 4));
  const isNow = done.some(({ kind, entry }) => kind === 'hours' && entry.date.startsWith(`${year}-`));
  const parts: Part[] = [];
  if (isNow && found !== null) {
    const text = tellLeft(words, missingHours(totalsOf(ledger.hours, year), found.rule));
    parts.push({ type: 'text', text: `${text}${citations.mark(found.rule.facts.slice(0, 1))}` });
  }
  if (done.some(({ kind }) => kind === 'hours')) parts.push({ type: 'notice', text: words.notOfficial });
  const certificates = done.filter(({ kind }) => kind === 'certificate');
  if (certificates.length === 0) return parts;
  if (certificates.some((one) => one.kind === 'certificate' && one.entry.catalogueId === null))
    parts.push({ type: 'text', text: words.notInCatalogue });
  return [...parts, ...tellWebhr(scene, citations), { type: 'text', text: words.webhrUnknown }];
}

/** The steps of the catalogue that lead to 表51, with their sources. */
function tellWebhr({ knowledge, language, moment }: Scene, citations: CitationList): readonly Part[] {
  const { nextSteps, incentives } = knowledge.catalogue;
  const items = [...nextSteps, ...incentives]
    .filter(({ id, facts }) => webhrSteps.includes(id) && isPublished(knowledge, facts, moment.today))
    .map(({ text, facts }) => `${language === 'en' ? text.en : text.zh}${citations.mark(facts)}`);
  return items.length === 0 ? [] : [{ type: 'list', ordered: 'unordered', items }];
}

const webhrSteps: readonly string[] = ['webhr', 'record-value'];

function choicesBehind(
  { words, session }: Scene,
  heading: 'recorded' | 'changed' | 'removed',
  outcomes: readonly Edited[],
): readonly Choice[] {
  const isDone = outcomes.some(({ type }) => type === 'done');
  const isThere =
    heading !== 'removed' && outcomes.some((one) => 'entry' in one && one.entry.entry.state === 'reported');
  const isHours = outcomes.some((one) => 'entry' in one && one.entry.kind === 'hours');
  const paused = session.interview?.stage === 'cancelled' && session.interview.steps.length > 0;
  return [
    ...(isThere ? [plain(words.button.edit, `learning:edit:${session.version}`)] : []),
    ...(isDone ? [plain(words.button.undo, `learning:undo:${session.version}`)] : []),
    ...(isHours ? [plain(words.button.figures, 'learning:figures')] : [plain(words.button.courses, 'recommend:')]),
    ...(paused ? [plain(words.button.resume, 'interview:resume')] : []),
  ];
}

/** The ledger as lists: courses, certificates, or both; the newest first. */
export function composeList(scene: Scene, ledger: Ledger, what: 'all' | 'certificates'): Reply {
  const { words, language } = scene;
  const hours = what === 'all' ? ledger.hours : [];
  if (hours.length === 0 && ledger.certificates.length === 0) {
    const text = what === 'all' ? `${words.nothingAtAll}${words.howToEnter}` : words.noCertificates;
    return { ...bare([{ type: 'text', text }], language), choices: enterChoices(scene, what) };
  }
  const newest = <T>(all: readonly T[]): readonly T[] => all.slice(-entriesShownMax).toReversed();
  const most = Math.max(hours.length, ledger.certificates.length);
  const parts: readonly Part[] = [
    ...(hours.length === 0 ? [] : [hoursTable(scene, newest(hours), words.listHours)]),
    ...(ledger.certificates.length === 0
      ? []
      : [certificateTable(scene, newest(ledger.certificates), words.listCertificates)]),
    ...(most > entriesShownMax ? [{ type: 'text' as const, text: words.onlyNewest(entriesShownMax, most) }] : []),
    { type: 'notice', text: words.notOfficial },
  ];
  return { ...bare(parts, language), choices: enterChoices(scene, what) };
}

function enterChoices({ words }: Scene, what: 'all' | 'certificates'): readonly Choice[] {
  return what === 'all'
    ? [plain(words.button.figures, 'learning:figures'), plain(words.button.enter, 'learning:begin')]
    : [plain(words.button.courses, 'recommend:')];
}

function tables(scene: Scene, entries: readonly Entry[], caption: string): readonly Part[] {
  const hours = entries.flatMap((one) => (one.kind === 'hours' ? [one.entry] : []));
  const certificates = entries.flatMap((one) => (one.kind === 'certificate' ? [one.entry] : []));
  return [
    ...(hours.length === 0 ? [] : [hoursTable(scene, hours, caption)]),
    ...(certificates.length === 0 ? [] : [certificateTable(scene, certificates, caption)]),
  ];
}

function hoursTable({ words, language }: Scene, entries: readonly HoursEntry[], caption: string): Part {
  const rows = entries.map(({ course, date, hours, category, provider, state }) => [
    formatDay(date, language),
    provider === null ? course : `${course}（${provider}）`,
    words.hours(hours),
    words.category[category],
    words.state[state],
  ]);
  return { type: 'table', caption, columns: words.listHoursColumns, rows };
}

function certificateTable({ words, language }: Scene, entries: readonly CertificateEntry[], caption: string): Part {
  const rows = entries.map(({ name, date, issuer, evidence, state }) => [
    formatDay(date, language),
    name,
    issuer ?? '',
    evidence ?? '',
    words.state[state],
  ]);
  return { type: 'table', caption, columns: words.listCertificatesColumns, rows };
}

/** A button without emphasis. */
export function plain(label: string, value: string): Choice {
  return { label, value, emphasis: 'plain' };
}

/** A notice of these parts, without sources and buttons. */
export function bare(parts: readonly Part[], language: Language): Reply {
  return { kind: 'notice', language, parts, citations: [], choices: [], role: null, progress: null };
}
