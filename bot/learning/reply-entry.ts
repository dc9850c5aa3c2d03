import { yearOf } from '../../knowledge/index.ts';
import { formatDay } from '../calendar.ts';
import { type CitationList, createCitationList } from '../cite.ts';
import { hoursPerDayMax } from '../limits.ts';
import { isPublished } from '../recommend/recommend.ts';
import type { Choice, Language, Part, Reply } from '../vocabulary.ts';
import type { EntryRef } from './dialogue.ts';
import type { Edited } from './edits.ts';
import { type Entry, type Ledger, nameOf } from './entries.ts';
import type { CertificateEntry, HoursEntry } from './ledger.ts';
import { tellCaveat } from './reply-figures.ts';
import { tables } from './reply-tables.ts';
import type { RuleOfYear } from './rules.ts';
import type { Scene } from './scene.ts';
import { missingHours, roundHours, tellLeft, totalsOf } from './totals.ts';

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
    ...(heading === 'changed' ? tellLongDays(scene, done) : []),
    ...(heading === 'removed' ? [] : tellNext(scene, done, ledger, rule, citations)),
  ];
  return { ...bare(parts, language), citations: citations.all(), choices: choicesBehind(scene, heading, outcomes) };
}

/** New hours are asked about before they are entered; corrected ones are told to be more than a day has. */
function tellLongDays({ words, language }: Scene, done: readonly Entry[]): readonly Part[] {
  return done.flatMap((one) =>
    one.kind === 'hours' && one.entry.hours > hoursPerDayMax
      ? [{ type: 'text', text: words.longDay(formatDay(one.entry.date, language), one.entry.hours, hoursPerDayMax) }]
      : [],
  );
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
  const hours = done.flatMap((one) => (one.kind === 'hours' ? [one.entry] : []));
  const certificates = done.flatMap((one) => (one.kind === 'certificate' ? [one.entry] : []));
  return [
    ...(hours.length === 0 ? [] : tellHours(scene, hours, ledger, found, citations)),
    ...(certificates.length === 0 ? [] : tellCertificates(scene, certificates, citations)),
  ];
}

function tellHours(
  { words, moment, language }: Scene,
  entries: readonly HoursEntry[],
  ledger: Ledger,
  found: RuleOfYear | null,
  citations: CitationList,
): readonly Part[] {
  const year = yearOf(moment.today);
  const texts: string[] = [];
  if (found !== null && entries.some(({ date }) => yearOf(date) === year)) {
    const left = tellLeft(words, missingHours(totalsOf(ledger.hours, year), found.rule));
    texts.push(`${left}${citations.mark(found.rule.facts.slice(0, 1))}`);
  }
  const isNow = found !== null && texts.length > 0;
  const otherYears = new Set(entries.map(({ date }) => yearOf(date)).filter((one) => one !== year));
  for (const one of otherYears) texts.push(words.otherYear(one, year));
  for (const date of new Set(entries.map((entry) => entry.date))) {
    const sum = roundHours(ledger.hours.reduce((all, entry) => all + (entry.date === date ? entry.hours : 0), 0));
    const isSeveral = ledger.hours.filter((entry) => entry.date === date).length > 1;
    if (isSeveral && sum > hoursPerDayMax) texts.push(words.longDay(formatDay(date, language), sum, hoursPerDayMax));
  }
  return [
    ...texts.map((text) => ({ type: 'text' as const, text })),
    ...(isNow ? tellCaveat({ words }, found, year) : []),
    { type: 'notice', text: words.notOfficial },
  ];
}

function tellCertificates(
  scene: Scene,
  entries: readonly CertificateEntry[],
  citations: CitationList,
): readonly Part[] {
  const { words } = scene;
  const texts = entries.flatMap((entry) => tellPending(scene, entry, citations));
  if (entries.some(({ catalogueId }) => catalogueId === null)) texts.push(words.notInCatalogue);
  return [
    ...texts.map((text) => ({ type: 'text' as const, text })),
    ...tellWebhr(scene, citations),
    { type: 'text', text: words.webhrUnknown },
  ];
}

/** A certification that the documents only announce cannot be confirmed by them, whatever its date. */
function tellPending(
  { knowledge, words, language, moment }: Scene,
  { name, catalogueId }: CertificateEntry,
  citations: CitationList,
): string[] {
  const item = catalogueId === null ? undefined : knowledge.catalogue.items.get(catalogueId);
  const status = item?.status.findLast(({ from }) => from <= moment.today);
  if (status === undefined || (status.status !== 'expected' && status.status !== 'announced')) return [];
  const text = language === 'en' ? status.text.en : status.text.zh;
  return [words.notHeldYet(name, `${text}${citations.mark([status.fact])}`)];
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

/** A button without emphasis. */
export function plain(label: string, value: string): Choice {
  return { label, value, emphasis: 'plain' };
}

/** A notice of these parts, without sources and buttons. */
export function bare(parts: readonly Part[], language: Language): Reply {
  return { kind: 'notice', language, parts, citations: [], choices: [], role: null, progress: null };
}
