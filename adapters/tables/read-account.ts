import { maskPersonalData } from '../../bot/index.ts';
import { tablesWording } from '../../prompts/index.ts';
import { accountCharactersMax } from './limits.ts';
import { type Reading, read, refuse } from './reading.ts';

const wording = tablesWording.account;

/**
 * Reads the account of a person in a channel. A number of an identity card is no account and is never kept; a number that a
 * spreadsheet program shortened (1.2E+11) names nobody.
 */
export function readAccount(text: string): Reading<string> {
  const account = text.normalize('NFKC').trim();
  if (account === '') return refuse(wording.missing);
  if (account.length > accountCharactersMax) return refuse(wording.tooLong(accountCharactersMax));
  if (/\s|[\p{C}\uFFFD<>"'`\\]/u.test(account)) return refuse(wording.signs);
  if (maskPersonalData(account).kinds.includes('idNumber')) return refuse(wording.idNumber);
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(account)) return refuse(wording.shortened);
  return read(account);
}
