import type { Role } from '../vocabulary.ts';
import type { Position, Preference } from './recommend.ts';

const roleNames: readonly (readonly [Role, RegExp])[] = [
  ['policy', /(?:政策|規劃)(?:類|型)?的?(?:ai)?人才|\bpolicy (?:talent|role)\b/g],
  ['applied', /應用(?:類|型)?的?(?:ai)?人才|\b(?:applied|application) (?:talent|role)\b/g],
  ['developer', /開發(?:類|型)?的?(?:ai)?人才|\b(?:developer|development) (?:talent|role)\b/g],
  ['researcher', /研究(?:類|型)?的?(?:ai)?人才|\b(?:research|researcher) (?:talent|role)\b/g],
];
const denied = /(?:不是|不算|並非|非|不屬於|\bnot(?: an?)?)\s?(?:ai)?\s?$/;
const deniedWithin = 8;

/** The one role that is called by its name and not denied, never a title; null where none or several are. */
export function readRole(message: string): Role | null {
  if (!/人才|talent|role/.test(message)) return null;
  const named = roleNames.filter(([, name]) =>
    [...message.matchAll(name)].some(
      ({ index }) => !denied.test(message.slice(Math.max(0, index - deniedWithin), index)),
    ),
  );
  return named.length === 1 ? (named[0]?.[0] ?? null) : null;
}

const manager =
  /(?:我是|身為|擔任|我當|本人是|我目前是|我現在是)[^，,。；;不非]{0,8}(?:主管|科長|課長|處長|司長|組長|股長|主任|局長|首長|專門委員)|^(?:中高階|中階|高階)?主管$|\bi(?:'m| am) an? (?:[a-z-]+ ){0,3}(?:manager|supervisor|director|section chief|head)\b/;
const staff =
  /(?:不是|非|沒有擔任|沒當)[^，,。；;]{0,4}主管|我是[^，,。；;]{0,8}(?:基層|承辦|科員|辦事員|書記)|\bnot an? (?:manager|supervisor)\b/;

/** Whether somebody says to lead others. It decides which classes are open, never the role. */
export function readPosition(message: string): Position | null {
  if (staff.test(message)) return 'staff';
  return manager.test(message) ? 'manager' : null;
}

const modeNames = {
  online: '(?:線上|數位課程?|數位學習|網路|遠距|在家|視訊|\\bonline\\b|\\bremote(?:ly)?\\b|\\be-?learning\\b)',
  inPerson:
    '(?:實體|面授|現場|線下|當面|面對面|到教室|\\bin[ -]person\\b|\\bclassroom\\b|\\bon[ -]?site\\b|\\bface[ -]to[ -]face\\b|\\boffline\\b)',
} as const;
const refusedBefore =
  "(?:不要|不想|不喜歡|不方便|沒辦法|無法|不能|不考慮|沒空|沒時間|\\bno\\b|\\bnot\\b|\\bcan't\\b|\\bcannot\\b|\\bdon't\\b)[^，,。；;要]{0,6}?";
const refusedBehind = '(?:課程?|的|班)?(?:都|就)?(?:不要|不行|不方便|不考慮|沒空|免了)';

interface Mode {
  readonly named: RegExp;
  readonly refused: RegExp;
}

const modes = { online: modeOf(modeNames.online), inPerson: modeOf(modeNames.inPerson) };

function modeOf(names: string): Mode {
  return { named: new RegExp(names), refused: new RegExp(`${refusedBefore}${names}|${names}${refusedBehind}`) };
}

/** Online, in person, or both; what is refused counts for the other. */
export function readPreference(message: string): Preference | null {
  const online = readMode(message, modes.online);
  const inPerson = readMode(message, modes.inPerson);
  if (online === null && inPerson === null) return null;
  if (online === inPerson) return 'any';
  return online === 'wanted' || inPerson === 'refused' ? 'online' : 'inPerson';
}

function readMode(message: string, { named, refused }: Mode): 'wanted' | 'refused' | null {
  if (!named.test(message)) return null;
  return refused.test(message) ? 'refused' : 'wanted';
}
