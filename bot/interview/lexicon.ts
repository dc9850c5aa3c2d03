import type { InterviewScript } from '../../knowledge/index.ts';
import { foldText } from './fold-text.ts';

/** Kinds of words that say who, whether, when and how much. */
export type Mark = keyof InterviewScript['marks'];

/** A word of the script where it stands in a folded text. */
export interface Token {
  readonly start: number;
  /** One past the last unit. */
  readonly end: number;
  /** Classes of `acts` to which it belongs. */
  readonly acts: readonly string[];
  /** Classes of `things`. */
  readonly things: readonly string[];
  readonly marks: ReadonlySet<Mark>;
}

/** A token that says something of the work: an act or a thing. */
export function isDuty(token: Token): boolean {
  return token.acts.length + token.things.length > 0;
}

/** Finds the words of a script. */
export interface Lexicon {
  /** The words of a folded text from left to right, the longest first; what is ignored is left out. */
  readonly find: (folded: string) => readonly Token[];
}

/** Prepares the words of `script`; done once a script, since it does not change. */
export function lexiconOf(script: InterviewScript): Lexicon {
  const known = prepared.get(script);
  if (known !== undefined) return known;
  const entries = collectEntries(script);
  const free = new Set(foldText(script.free));
  const ending = titleEnding(script);
  const lexicon: Lexicon = { find: (folded) => dropTitles(findAll(folded, entries, free), folded, ending) };
  prepared.set(script, lexicon);
  return lexicon;
}

const prepared = new WeakMap<InterviewScript, Lexicon>();

interface Entry {
  readonly word: string;
  /** The word stands for all that begin so. */
  readonly open: boolean;
  readonly acts: string[];
  readonly things: string[];
  readonly marks: Set<Mark>;
  ignored: boolean;
}

/** Entries by their first unit and then by the second, which is empty for a word of one; the longest first. */
type Entries = ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>;

function collectEntries(script: InterviewScript): Entries {
  const byWord = new Map<string, Entry>();
  const entry = (written: string): Entry => {
    const word = foldText(written);
    const known = byWord.get(word);
    if (known !== undefined) return known;
    const open = word.endsWith('*');
    const fresh = {
      word: open ? word.slice(0, -1) : word,
      open,
      acts: [],
      things: [],
      marks: new Set<Mark>(),
      ignored: false,
    };
    byWord.set(word, fresh);
    return fresh;
  };
  for (const [name, words] of Object.entries(script.acts)) for (const word of words) entry(word).acts.push(name);
  for (const [name, words] of Object.entries(script.things)) for (const word of words) entry(word).things.push(name);
  for (const name of markNames) for (const word of script.marks[name]) entry(word).marks.add(name);
  for (const word of script.ignored.words) entry(word).ignored = true;
  const entries = new Map<string, Map<string, Entry[]>>();
  for (const one of [...byWord.values()].sort((a, b) => b.word.length - a.word.length)) {
    const [first, second] = [one.word.charAt(0), one.word.charAt(1)];
    const bySecond = entries.get(first) ?? new Map<string, Entry[]>();
    entries.set(first, bySecond.set(second, [...(bySecond.get(second) ?? []), one]));
  }
  return entries;
}

const markNames = [
  'self',
  'other',
  'givenTo',
  'handover',
  'together',
  'outsourced',
  'not',
  'notNegation',
  'notMine',
  'past',
  'present',
  'wish',
  'offDuty',
  'mainly',
  'rarely',
  'turn',
  'and',
  'whether',
  'by',
] as const satisfies readonly Mark[];

interface Found extends Token {
  readonly ignored: boolean;
}

function findAll(folded: string, entries: Entries, free: ReadonlySet<string>): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < folded.length; ) {
    const token = longestAt(folded, at, entries);
    const behind = found.at(-1)?.end === at;
    if (token === undefined || (isSingleAct(token) && !behind && !standsFree(folded, at, free))) {
      at += 1;
      continue;
    }
    found.push(token);
    at = token.end;
  }
  return found;
}

/** 寫 and 審 are parts of many words, of which no list is complete. */
function isSingleAct(token: Found): boolean {
  return token.end - token.start === 1 && token.acts.length > 0;
}

function standsFree(folded: string, at: number, free: ReadonlySet<string>): boolean {
  const before = folded.charAt(at - 1);
  return !/\p{Script=Han}/u.test(before) || free.has(before);
}

function longestAt(folded: string, start: number, entries: Entries): Found | undefined {
  const bySecond = entries.get(folded.charAt(start));
  if (bySecond === undefined || (isLatin(folded, start) && isLatin(folded, start - 1))) return undefined;
  const second = folded.charAt(start + 1);
  const longer = second === '' ? undefined : bySecond.get(second);
  return (longer && findAt(folded, start, longer)) ?? findAt(folded, start, bySecond.get('') ?? []);
}

function findAt(folded: string, start: number, entries: readonly Entry[]): Found | undefined {
  for (const entry of entries) {
    if (!folded.startsWith(entry.word, start)) continue;
    let end = start + entry.word.length;
    if (entry.open) while (isLatin(folded, end)) end += 1;
    if (isLatin(folded, end - 1) && isLatin(folded, end)) continue;
    return { start, end, acts: entry.acts, things: entry.things, marks: entry.marks, ignored: entry.ignored };
  }
  return undefined;
}

/** False before the first and behind the last unit. */
function isLatin(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  return unit >= 0x61 && unit <= 0x7a;
}

/** A duty word with the ending of a title (開發人員) or of a unit (採購科) names one, unless the ending begins another word. */
function titleEnding({ ignored }: InterviewScript): RegExp {
  const either = (words: readonly string[]): string =>
    words
      .map(foldText)
      .sort((a, b) => b.length - a.length)
      .join('|');
  const title = `(?:${either(ignored.titleEndings)})(?=$|[^\\p{L}\\p{N}]|[的在是我負擔做任職工但兼之也每平主目實其專承協裡內上])`;
  const unit = `(?!${either(ignored.endingsInWords)})(?:${either(ignored.unitEndings)})`;
  return new RegExp(`${title}|${unit}`, 'uy');
}

function dropTitles(found: readonly Found[], folded: string, ending: RegExp): readonly Token[] {
  const dropped = new Set<Found>(found.filter((token) => token.ignored));
  for (const [index, token] of found.entries()) {
    if (!isDuty(token) || isSingleAct(token)) continue;
    ending.lastIndex = token.end;
    if (!ending.test(folded)) continue;
    dropped.add(token);
    for (let before = index - 1; before >= 0; before -= 1) {
      const left = found[before];
      const right = found[before + 1];
      if (left === undefined || right === undefined || left.end !== right.start) break;
      if (left.things.length === 0 && (left.acts.length === 0 || token.acts.length === 0)) break;
      dropped.add(left);
    }
  }
  return found.filter((token) => !dropped.has(token));
}
