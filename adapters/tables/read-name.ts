import { maskPersonalData } from '../../bot/index.ts';
import { tablesWording } from '../../prompts/index.ts';
import { isFormula } from './formula.ts';
import { nameCharactersMax } from './limits.ts';
import { type Reading, read, refuse } from './reading.ts';

const wording = tablesWording.name;

/** Reads the name of a course, certificate, provider or unit, personal data masked; empty where the cell is. */
export function readName(text: string): Reading<string> {
  if (isFormula(text)) return refuse(wording.formula);
  if (text.includes('\uFFFD')) return refuse(wording.unreadable);
  if (/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/i.test(text)) return refuse(wording.formula);
  if (text.length > nameCharactersMax) return refuse(wording.tooLong(nameCharactersMax));
  return read(maskPersonalData(text).text);
}
