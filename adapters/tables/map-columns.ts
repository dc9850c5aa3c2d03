import { findHeader, type Header, headerKey, withoutNote } from './find-header.ts';
import { guessByValues, hasOddValues } from './guess-by-values.ts';
import { headerNames, kindMeanings, type Meaning, personalHeaders, type TableKind } from './meanings.ts';
import { readAccount } from './read-account.ts';
import { showValue } from './show-value.ts';
import type { TableRow } from './table.ts';

/** What each column was taken for: shown to a person before anything is written. */
export interface Mapping {
  readonly kind: TableKind;
  readonly header: Header;
  readonly columns: readonly MappedColumn[];
  /** Meanings without which nothing can be read. */
  readonly missing: readonly Meaning[];
  /** Headers that the operator named and that the table does not have, or that hold personal data. */
  readonly wrongNames: readonly string[];
}

/** One column. */
export interface MappedColumn {
  readonly index: number;
  readonly name: string;
  /** Null for a column that is not read. */
  readonly meaning: Meaning | null;
  readonly standing: ColumnStanding;
  /** A value of it, personal data masked; empty for a column that is not read. */
  readonly example: string;
}

/**
 * How a column came to its meaning: said by the operator, clear by its name, clear but with values that do not fit, guessed by its
 * values (to be confirmed), personal data, another column has the meaning already, not needed.
 */
export type ColumnStanding = 'said' | 'clear' | 'odd' | 'guessed' | 'personal' | 'second' | 'unneeded';

/** What the operator said a header means, by `headerKey`; null for a column that is not to be read. */
export type OperatorNames = ReadonlyMap<string, Meaning | null>;

/** Finds the header and what its columns mean. Null where no row can be a header. */
export function mapColumns(kind: TableKind, rows: readonly TableRow[], operators: OperatorNames): Mapping | null {
  const header = findHeader(rows, new Set(operators.keys()));
  if (header === null) return null;
  const claims = claimColumns(kind, header, operators);
  const columns = header.names.map((name, index) => describeColumn(header, name, index, claims.get(index) ?? null));
  const found = new Set(columns.map(({ meaning }) => meaning));
  if (found.has('courseCode')) found.add('course');
  const keys = new Set(header.names.map(headerKey));
  return {
    kind,
    header,
    columns,
    missing: kindMeanings[kind].required.filter((meaning) => !found.has(meaning)),
    wrongNames: [...operators].flatMap(([key, meaning]) =>
      keys.has(key) && (meaning === null || !isPersonal(key)) ? [] : [key],
    ),
  };
}

interface Claim {
  readonly meaning: Meaning | null;
  readonly standing: ColumnStanding;
}

function claimColumns(kind: TableKind, header: Header, operators: OperatorNames): ReadonlyMap<number, Claim> {
  const claims = new Map<number, Claim>();
  for (const [index, name] of header.names.entries()) {
    const said = operators.get(headerKey(name));
    if (isPersonal(name)) claims.set(index, { meaning: null, standing: 'personal' });
    else if (said !== undefined) claims.set(index, { meaning: said, standing: said === null ? 'unneeded' : 'said' });
  }
  const meanings = [...kindMeanings[kind].required, ...kindMeanings[kind].optional];
  for (const meaning of meanings) claimByName(meaning, header.names, claims);
  for (const meaning of kindMeanings[kind].required) {
    const taken = [...claims.values()].some((claim) => claim.meaning === meaning);
    const guessed = taken
      ? null
      : guessByValues(meaning, header.rows, (index) => claims.has(index), header.names.length);
    if (guessed !== null) claims.set(guessed, { meaning, standing: 'guessed' });
  }
  return claims;
}

/** Gives the meaning to the column with the name that is preferred; others with a name of it are told as second. */
function claimByName(meaning: Meaning, names: readonly string[], claims: Map<number, Claim>): void {
  const preferred = headerNames[meaning].map(headerKey);
  let open = ![...claims.values()].some((claim) => claim.meaning === meaning);
  const ranked = names
    .map((name, index) => ({ index, rank: rankOf(name, preferred) }))
    .filter(({ index, rank }) => rank !== -1 && !claims.has(index))
    .sort((one, other) => one.rank - other.rank);
  for (const { index } of ranked) {
    claims.set(index, open ? { meaning, standing: 'clear' } : { meaning: null, standing: 'second' });
    open = false;
  }
}

function rankOf(name: string, preferred: readonly string[]): number {
  const whole = preferred.indexOf(headerKey(name));
  if (whole !== -1 || beginning.test(name.normalize('NFKC'))) return whole;
  return preferred.indexOf(headerKey(withoutNote(name)));
}

/** 上課日期（起） is not 上課日期: what counts is the day on which something was completed. */
const beginning = /[([【〔](?:起|起日|始|開始)[)\]】〕]/;

function describeColumn(header: Header, name: string, index: number, claim: Claim | null): MappedColumn {
  const { meaning, standing } = claim ?? { meaning: null, standing: 'unneeded' };
  if (meaning === null) return { index, name, meaning, standing, example: '' };
  const example = header.rows.find(({ cells }) => (cells[index] ?? '') !== '')?.cells[index] ?? '';
  const odd = standing === 'clear' && hasOddValues(meaning, header.rows, index);
  return { index, name, meaning, standing: odd ? 'odd' : standing, example: showExample(meaning, example) };
}

/** An account is shown as it is, also where it is an e-mail address: it is what the operator looks for. */
function showExample(meaning: Meaning, example: string): string {
  if (meaning !== 'account') return showValue(example);
  const account = readAccount(example);
  return 'value' in account ? account.value : '';
}

const personalKeys = new Set(personalHeaders.map(headerKey));

function isPersonal(name: string): boolean {
  return personalKeys.has(headerKey(name)) || personalKeys.has(headerKey(withoutNote(name)));
}
