import type { CatalogueItem } from '../../knowledge/index.ts';
import { courseKey, type HoursCategory } from './ledger.ts';

const notAi = /(?:不是|非|不算|沒有?|並非)\s*(?:ai|人工智[慧能])|\bnot ai\b/i;
const ai =
  /(?<![a-z])ai(?![a-z])|人工智[慧能]|生成式|機器學習|深度學習|語言模型|chat ?gpt|(?<![a-z])gpt|copilot|gemini|claude|提示(?:詞|工程)|prompt|(?<![a-z])llm/i;
const basic = /入門|基礎|初階|初級|概論|導論|通識|素養|認識|\b(?:basics?|intro\w*|fundamentals?)\b/i;
const advanced = /進階|高階|中階|中級|實作|\b(?:advanced|hands-on)\b/i;
/** May be about AI or not: only the person knows. */
const maybeAi =
  /數位|資料|數據|自動化|智慧|智能|科技|程式|演算法|python|rpa|雲端|機器人|資訊|大數據|\b(?:data|digital|tech\w*|coding|programming)\b/i;
const other = /^(?:都不是|一般|其他|其它|其餘|別的|other)(?:的|課程?|類)?$|其他類|一般課程/i;

/** What a course counts as by its name; null where the name does not say it and the person is asked. */
export function categoryOfCourse(items: Iterable<CatalogueItem>, name: string): HoursCategory | null {
  for (const item of items)
    if (item.kind === 'course' && item.level !== null && isNamed(item, name))
      return item.level === 'basic' ? 'aiBasic' : 'aiAdvanced';
  if (ai.test(name)) {
    if (basic.test(name) === advanced.test(name)) return null;
    return basic.test(name) ? 'aiBasic' : 'aiAdvanced';
  }
  return maybeAi.test(name) ? null : 'other';
}

/** A category in the answer to the question for it: 「AI基礎」, 「進階」, 「不是AI」. */
export function readCategory(text: string): HoursCategory | null {
  if (notAi.test(text) || other.test(text.trim())) return 'other';
  if (basic.test(text) === advanced.test(text)) return null;
  return basic.test(text) ? 'aiBasic' : 'aiAdvanced';
}

const named =
  /[，,、;；（(]?\s*(?:類別|分類|屬於|算是?|歸類?[為在]?|是)\s*[是為:：]?\s*((?:ai|人工智[慧能])\s*(?:基礎|進階)(?:課程?|類)?|基礎|進階|其他(?:類)?|一般課程?|(?:不是|非)\s*ai(?:課程?)?)\s*[)）]?(?=$|[\s，,。；;）)])/i;

/** A category that is named as such in a longer message: 「類別AI進階」; `rest` is the text without it. Null where none is. */
export function readNamedCategory(text: string): { readonly category: HoursCategory; readonly rest: string } | null {
  const match = named.exec(text);
  const category = match === null ? null : readCategory(match[1] ?? '');
  return match === null || category === null ? null : { category, rest: text.replace(match[0], '\n') };
}

/** Whether an item of the catalogue is called exactly so. */
export function isNamed(item: CatalogueItem, name: string): boolean {
  const key = courseKey(name);
  return [item.name.zh, item.name.en, ...item.aliases].some((known) => courseKey(known) === key);
}
