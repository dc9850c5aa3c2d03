import type { PlanTask } from '../../knowledge/index.ts';

/** Which tasks a message points to: by their numbers in the list, by a name of one, or the one just spoken of. */
export type TaskRef =
  | { readonly by: 'numbers'; readonly numbers: readonly number[] }
  | { readonly by: 'name'; readonly id: string }
  | { readonly by: 'focus' };

/** Reads 第2項, 第1、3項, 任務二, task 2, or the only task whose name stands in the text; null where none does. */
export function taskRefIn(plain: string, tasks: readonly PlanTask[]): TaskRef | null {
  const match = numbered.exec(plain);
  if (match !== null) {
    const numbers = [...match[0].matchAll(numeral)].map(([one]) => toNumber(one));
    if (numbers.length > 0) return { by: 'numbers', numbers: [...new Set(numbers)] };
  }
  const text = plain.toLowerCase();
  const named = tasks.filter(({ title, names }) =>
    [title, ...names].some((name) => text.includes(name.toLowerCase().normalize('NFKC').replaceAll('臺', '台'))),
  );
  const [only, ...others] = named;
  return only === undefined || others.length > 0 ? null : { by: 'name', id: only.id };
}

const one = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const and = '(?: ?(?:、|,|和|跟|及|與|還有|and| ) ?)';
/** 第2項, 第一、三項, 1、2項, 任務3, task 2; not 那一項, 三項 or 第二個策略, which speak of other things. */
const numbered = new RegExp(
  `第 ?${one}(?: ?項?${and}第? ?${one})* ?(?:項|個任務|號任務)|(?<![\\d那這每共])\\d{1,2}(?:${and}\\d{1,2})* ?項(?!目)|(?<![\\d./:月-])\\d{1,2}(?:${and}\\d{1,2})+(?= ?(?:都|也|已|全|做完|完成|弄好|做好|好了))|任務 ?第?${one}(?:${and}${one})*(?!個|小)|\\btasks? ?#?\\d{1,2}(?:(?:,| |and)+\\d{1,2})*`,
);
const numeral = new RegExp(one, 'g');

const digits = '一二三四五六七八九';

function toNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  if (!text.includes('十')) return digits.indexOf(text) + 1;
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : digits.indexOf(tens) + 1) * 10 + (ones === '' ? 0 : digits.indexOf(ones) + 1);
}
