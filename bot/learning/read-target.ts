import type { Target } from './dialogue.ts';
import { toNumber } from './read-amount.ts';
import { readDay } from './read-day.ts';

const pointing =
  /^(?:(?:我)?(?:剛剛|剛才|上面|前面|上一?|最後一?|這|那|我)(?:的|登錄的|登的|記的)?(?:一)?(?:[筆門張個堂次])?(?:的)?(?:課程?|[紀記]錄|證照|證書|時數|東西)?|它|that(?: one)?|it|the last one|last entry)$/i;
const ordinal =
  /^(?:我)?(?:第\s*(\d{1,2}|[一二兩三四五六七八九十]{1,3})|(\d{1,2}))\s*[筆門張個堂](?:課程?|[紀記]錄|證照|證書)?$/;
const ends = /(?:」|的|那|這|一)*(?:[筆門張個堂])?(?:的)?(?:課程|課|[紀記]錄|證照|證書|時數)?$/;

/** The entry that 「AI倫理那筆」, 「昨天那筆」 or 「第二筆」 means; null for 「那門課」 and where nothing is named. */
export function readTarget(what: string, today: string): Target | null {
  const plain = what
    .trim()
    .replace(/^(?:把|將|請|幫我|麻煩|不對|錯了|[啊欸喔哦嗯]|[\s，,、])+/, '')
    .replace(/(?:的|我)$/, '')
    .trim();
  if (plain === '' || pointing.test(plain)) return null;
  const place = ordinal.exec(plain);
  if (place !== null) return { name: null, day: null, place: toNumber(place[1] ?? place[2] ?? '') };
  const day = readDay(plain, today);
  const dated = day !== null && /^\d/.test(day.day) ? day : null;
  const name = nameOf(dated === null ? plain : dated.rest.replace('\n', ' '));
  return name === null && dated === null ? null : { name, day: dated?.day ?? null, place: null };
}

function nameOf(what: string): string | null {
  const name = what
    .trim()
    .replace(/^(?:我)?(?:登錄的|登的|上的|修的|的|那|這|「)?(?=\S)/, '')
    .replace(ends, '')
    .replace(/[「」]/g, '')
    .trim();
  return name === '' || pointing.test(name) || /^(?:剛剛|剛才|全部|所有)/.test(name) ? null : name;
}
