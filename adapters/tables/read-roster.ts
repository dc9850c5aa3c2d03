import { daysBetween } from '../../knowledge/index.ts';
import { tablesWording } from '../../prompts/index.ts';
import { type CollectedRows, collectRows, type RowReader } from './collect-rows.ts';
import { startDaysMax } from './limits.ts';
import type { Mapping } from './map-columns.ts';
import { readAccount } from './read-account.ts';
import { readDate } from './read-date.ts';
import { readName } from './read-name.ts';
import { type Reading, read, refuse } from './reading.ts';
import type { RosterEntry } from './target.ts';

/** What holds for a whole roster. */
export interface RosterTerms {
  /** ISO date in Taipei. */
  readonly today: string;
  /** The channel of people whose row names none. */
  readonly channel: string;
}

/** Reads new employees. One account begins once in a channel. */
export function readRoster(mapping: Mapping, terms: RosterTerms): CollectedRows<RosterEntry> {
  return collectRows(mapping, rosterReader(terms));
}

function rosterReader({ today, channel }: RosterTerms): RowReader<RosterEntry> {
  return {
    read: (cell) => {
      const account = readAccount(cell('account'));
      if ('reason' in account) return { ...account, value: cell('account') };
      const startsOn = readStart(cell('startsOn'), today);
      if ('reason' in startsOn) return { ...startsOn, value: cell('startsOn') };
      const place = readChannel(cell('channel'), channel);
      if ('reason' in place) return { ...place, value: cell('channel') };
      const unit = readName(cell('unit'));
      if ('reason' in unit) return { ...unit, value: cell('unit') };
      const entry = { channel: place.value, startsOn: startsOn.value, unit: unit.value || null };
      return { account: account.value, entry };
    },
    key: (entry) => entry.channel,
    merge: (earlier, later) =>
      earlier.startsOn === later.startsOn &&
      (earlier.unit === later.unit || later.unit === null || earlier.unit === null)
        ? { ...earlier, unit: earlier.unit ?? later.unit }
        : null,
  };
}

function readStart(text: string, today: string): Reading<string> {
  if (text === '') return refuse(tablesWording.date.missing);
  const date = readDate(text);
  if ('reason' in date) return date;
  return Math.abs(daysBetween(today, date.value)) <= startDaysMax
    ? date
    : refuse(tablesWording.date.farStart(date.value));
}

/** Channels by the words that people write for them. */
const channelNames: ReadonlyMap<string, string> = new Map([
  ['web', 'web'],
  ['網頁', 'web'],
  ['網站', 'web'],
  ['slack', 'slack'],
  ['teams', 'teams'],
  ['microsoft teams', 'teams'],
]);

function readChannel(text: string, standard: string): Reading<string> {
  if (text === '') return read(standard);
  const channel = channelNames.get(text.normalize('NFKC').trim().toLowerCase());
  return channel === undefined ? refuse(tablesWording.row.noSuchChannel) : read(channel);
}
