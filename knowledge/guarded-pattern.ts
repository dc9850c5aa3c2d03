/** A regular expression and what its matches need, so that most texts need not be searched. */
export interface GuardedPattern {
  readonly expression: RegExp;
  /** Null where nothing is known. */
  readonly needs: Needs | null;
}

/** UTF-16 units: every match has, for one of the alternatives, at least one unit of each of its sets. */
type Needs = readonly (readonly UnitSet[])[];
type UnitSet = readonly number[];

/** Guards a case-sensitive expression. Contract: where `mayMatch()` says no, `expression` finds nothing. */
export function guardPattern(expression: RegExp): GuardedPattern {
  return { expression, needs: expression.ignoreCase ? null : readNeeds(expression.source) };
}

/** The units of a text as a small set, which may take a unit that is not there for one that is, never the other way round. */
export function unitsOf(text: string): Uint8Array {
  const units = new Uint8Array(slots);
  for (let at = 0; at < text.length; at++) units[text.charCodeAt(at) % slots] = 1;
  return units;
}

/** False where a text of these units cannot hold what the pattern needs. */
export function mayMatch({ needs }: GuardedPattern, units: Uint8Array): boolean {
  if (needs === null) return true;
  for (const sets of needs) if (hasAll(sets, units)) return true;
  return false;
}

/**
 * Gives a function that finds all of `patterns` which may match a text; for many patterns at a time, where even asking
 * `mayMatch()` of each takes longer than matching the few that it leaves.
 */
export function indexPatterns(patterns: readonly GuardedPattern[]): (text: string) => ReadonlySet<GuardedPattern> {
  const unguarded = patterns.filter(({ needs }) => needs === null);
  // Each alternative stands under the units of its first set, which is the rarest.
  const byUnit = new Map<number, Alternative[]>();
  for (const pattern of patterns)
    for (const [first = [], ...others] of pattern.needs ?? [])
      for (const unit of first) byUnit.set(unit, [...(byUnit.get(unit) ?? []), { pattern, others }]);
  return (text) => {
    const units = unitsOf(text);
    const found = new Set(unguarded);
    for (let at = 0; at < text.length; at++)
      for (const { pattern, others } of byUnit.get(text.charCodeAt(at)) ?? [])
        if (hasAll(others, units)) found.add(pattern);
    return found;
  };
}

interface Alternative {
  readonly pattern: GuardedPattern;
  readonly others: readonly UnitSet[];
}

function hasAll(sets: readonly UnitSet[], units: Uint8Array): boolean {
  for (const set of sets) if (!hasOne(set, units)) return false;
  return true;
}

function hasOne(set: UnitSet, units: Uint8Array): boolean {
  for (const unit of set) if (units[unit % slots] === 1) return true;
  return false;
}

const slots = 1024;

/** Characters of which a match of a part has one. */
type Needed = string;

interface Reader {
  readonly source: string;
  at: number;
}

function readNeeds(source: string): Needs | null {
  const reader: Reader = { source, at: 0 };
  const alternatives = readAlternatives(reader);
  if (reader.at < source.length || alternatives.some((parts) => parts.length === 0)) return null;
  return alternatives.map((parts) =>
    // The rarest first: where it is not there, nothing else is looked for.
    [...new Set(parts)]
      .sort((a, b) => frequency(a) - frequency(b))
      .map((part) => [...new Set(part)].map((one) => one.charCodeAt(0))),
  );
}

/** What each alternative needs; none where nothing is known of it. */
function readAlternatives(reader: Reader): readonly (readonly Needed[])[] {
  const alternatives = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    alternatives.push(readSequence(reader));
  }
  return alternatives;
}

function readSequence(reader: Reader): readonly Needed[] {
  const parts: Needed[] = [];
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
    const part = readPart(reader);
    if (!isOptional(reader) && part !== null) parts.push(part);
  }
  return parts;
}

/** What a part needs, or null where nothing is known of it. */
function readPart(reader: Reader): Needed | null {
  const one = reader.source[reader.at] ?? '';
  reader.at += 1;
  if (one === '(') return readGroup(reader);
  if (one === '[') return readClass(reader);
  if (one === '\\') return readEscape(reader);
  return /[.^$\ud800-\udfff]/.test(one) ? null : one;
}

/** Of each alternative the rarest part. What an assertion looks for is not needed: it may be what must not stand there. */
function readGroup(reader: Reader): Needed | null {
  const opening = take(reader, /\?(?::|<?[=!]|<[^>]*>)/y);
  const alternatives = readAlternatives(reader);
  reader.at += 1;
  if (/^\?<?[=!]/.test(opening) || alternatives.some((parts) => parts.length === 0)) return null;
  return alternatives.map((parts) => parts.reduce((a, b) => (frequency(b) < frequency(a) ? b : a))).join('');
}

function readClass(reader: Reader): Needed | null {
  const inside = take(reader, /(?:[^\]\\]|\\.)*/y);
  reader.at += 1;
  return inside === '' || /^\^|[\\\-\ud800-\udfff]/.test(inside) ? null : inside;
}

/** `\.` needs its character; `\d`, `\b`, `\p{…}` and the like nothing. */
function readEscape(reader: Reader): Needed | null {
  const escaped = take(reader, /[pPu]\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<[^>]*>|\d+|./isy);
  return /^[^\p{L}\p{N}]$/u.test(escaped) ? escaped : null;
}

/** Takes the quantifier of the part before, where there is one. */
function isOptional(reader: Reader): boolean {
  if (!'*+?{'.includes(reader.source[reader.at] ?? ' ')) return false;
  return /^(?:[*?]|\{0)/.test(take(reader, /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y));
}

/** Takes what stands next in the source, empty where it does not match. */
function take(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const taken = pattern.exec(reader.source)?.[0] ?? '';
  reader.at += taken.length;
  return taken;
}

/** How many texts may have one of the characters, roughly: those of grammar are in every other one. */
function frequency(characters: Needed): number {
  let sum = 0;
  for (const one of characters) sum += common.has(one) ? commonness : 1;
  return sum;
}

const commonness = 12;
const common = new Set(
  ' ,的一是不了在有我你他這個上來到時大中說要會可以都也就沒和能想好人過得用什麼怎嗎呢課程考eaiotnsr',
);
