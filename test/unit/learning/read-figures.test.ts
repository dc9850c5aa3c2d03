import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../adapters/content.ts';
import { asksFiguresWithin } from '../../../bot/learning/read-figures.ts';
import { readRequest } from '../../../bot/learning/read-request.ts';

const items = [...loadKnowledge().catalogue.items.values()];
const read = (text: string) => readRequest(items, text.normalize('NFKC'), '2026-11-22')?.type ?? null;

/** Somebody asks for what they have or lack. */
const own: readonly string[] = [
  '還有幾個小時沒上',
  '還有多少時數沒修',
  '我的AI時數還有多少沒補',
  'AI課還要上多少',
  '今年還要上幾個小時',
  '今年學習時數累積多少',
  '我現在累積到多少小時了',
  '還要補幾小時',
  '離20小時還有多遠',
  '距離達標還差幾小時',
  '時數還缺多少',
  '幫我查時數',
  '幫忙看一下時數',
  '看一下我還差多少小時',
  '基礎還差多少進階還差多少',
  'AI進階還差幾小時',
  '我還剩幾小時沒修',
  '我是主管還差幾小時',
];
const ownList: readonly string[] = ['我修了哪些課', '我今年上過什麼課', '我聽了哪些課', '我登了哪幾筆'];

/** Rules, other people, other things that are lacking. */
const notOwn: readonly string[] = [
  '3小時是基礎還是進階都可以嗎',
  '還差多少人才達標',
  '每個人還要上多少小時',
  '新人還要上多少',
  '約聘人員還要上幾小時',
  '一年要上幾小時',
  'AI課要上多少',
  '時數怎麼累積',
  '還有幾小時可以報名',
  '還有多少課程可以上',
  '考績還差多少',
  '差多少',
  '離退休還有多久',
];

describe('questions for the own ledger', () => {
  for (const text of own) it(`are 「${text}」`, () => expect(read(text)).toBe('figures'));
  for (const text of ownList) it(`are 「${text}」, which lists the entries`, () => expect(read(text)).toBe('list'));
  for (const text of notOwn) it(`are not 「${text}」`, () => expect(read(text)).toBeNull());

  it('are shorter within the talk on it', () => {
    for (const text of ['差多少', '剩多少', '那還差幾小時', '這樣夠了嗎', '還缺多少呢'])
      expect(asksFiguresWithin(text), text).toBe(true);
    for (const text of ['差多少人', '差在哪', '還差多少才能考證照', '夠了'])
      expect(asksFiguresWithin(text), text).toBe(false);
  });
});
