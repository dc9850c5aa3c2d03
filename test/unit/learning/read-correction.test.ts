import { describe, expect, it } from 'vitest';
import { readCorrection } from '../../../bot/learning/read-correction.ts';
import { cutCommands } from '../../../bot/learning/read-request.ts';

const read = (text: string) => readCorrection(text.normalize('NFKC'), '2026-11-22');
const change = (patch: Record<string, unknown>) => ({ type: 'change', patch: expect.objectContaining(patch) });
const named = (name: string) => ({ name, day: null, place: null });
const placed = (place: number) => ({ name: null, day: null, place });
const dated = (day: string) => ({ name: null, day, place: null });

const corrections: readonly (readonly [string, Record<string, unknown>])[] = [
  ['應該是前天', { target: null, wanted: change({ date: '2026-11-20' }) }],
  ['不是昨天是前天', { target: null, wanted: change({ date: '2026-11-20' }) }],
  ['不對是昨天', { wanted: change({ date: '2026-11-21' }) }],
  ['錯了，應該是11/3', { wanted: change({ date: '2026-11-03' }) }],
  ['啊不對那個是進階的', { target: null, wanted: change({ category: 'aiAdvanced' }) }],
  ['那門課算基礎', { wanted: change({ category: 'aiBasic' }) }],
  ['不是2小時是3小時', { target: null, wanted: change({ hours: 3 }) }],
  ['AI素養不是2小時是3小時', { target: named('AI素養'), wanted: change({ hours: 3 }) }],
  ['是3小時才對', { target: null, wanted: change({ hours: 3 }) }],
  ['其實是一個半小時', { wanted: change({ hours: 1.5 }) }],
  ['時數應該是4小時', { wanted: change({ hours: 4 }) }],
  ['改第二筆的時數 6小時', { target: placed(2), wanted: change({ hours: 6 }) }],
  ['第一筆改成2小時', { target: placed(1), wanted: change({ hours: 2 }), clear: 'yes' }],
  ['第3筆的日期改成昨天', { target: placed(3), wanted: change({ date: '2026-11-21' }) }],
  ['昨天那筆改成5小時', { target: dated('2026-11-21'), wanted: change({ hours: 5 }) }],
  ['改第一筆', { target: placed(1), wanted: change({ hours: null, date: null, name: null }) }],
  ['我環境教育其實上了6小時', { target: named('環境教育'), wanted: change({ hours: 6 }), clear: 'no' }],
  ['證照名稱改成 iPAS初級', { kind: 'certificate', wanted: change({ name: 'iPAS初級' }) }],
  ['刪掉昨天那筆', { target: dated('2026-11-21'), wanted: { type: 'delete' } }],
  ['把iPAS初級刪掉', { target: named('iPAS初級'), wanted: { type: 'delete' }, clear: 'yes' }],
  ['刪掉AI倫理', { target: named('AI倫理'), wanted: { type: 'delete' }, clear: 'yes' }],
  ['第二筆刪掉', { target: placed(2), wanted: { type: 'delete' } }],
];

/** Statements and questions about rules, work and other things. */
const none: readonly string[] = [
  'AI不是取代人是輔助人',
  '應該是主管決定',
  '這其實是3小時的規定',
  '基礎3小時其實是考核的',
  '請刪除我的個資',
  '刪掉舊檔案',
  '改天再上課',
  '改成線上課可以嗎',
  '把規定改成2小時好嗎',
  '不是每個人都要上3小時',
  '我負責修改公文',
];

describe('readCorrection()', () => {
  for (const [text, expected] of corrections)
    it(`reads 「${text}」`, () => expect(read(text)).toEqual(expect.objectContaining(expected)));
  for (const text of none) it(`finds nothing to correct in 「${text}」`, () => expect(read(text)).toBeNull());
});

describe('cutCommands()', () => {
  it('cuts a message that gives several commands', () => {
    expect(cutCommands('把AI倫理刪掉 公文寫作改成4小時')).toEqual(['把AI倫理刪掉', '公文寫作改成4小時']);
    expect(cutCommands('刪除資安，然後登錄 環境教育 2小時 昨天')).toEqual(['刪除資安', '登錄 環境教育 2小時 昨天']);
    expect(cutCommands('把資安刪掉把倫理改成2小時')).toEqual(['把資安刪掉', '把倫理改成2小時']);
  });

  it('leaves one command alone', () => {
    expect(cutCommands('登錄 AI倫理 2小時 昨天')).toEqual([]);
    expect(cutCommands('課名打錯了，改成AI素養')).toEqual([]);
  });
});
