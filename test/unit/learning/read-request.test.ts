import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../adapters/content.ts';
import { readRequest } from '../../../bot/learning/read-request.ts';
import { draftsMax } from '../../../bot/limits.ts';

const items = [...loadKnowledge().catalogue.items.values()];
const read = (text: string) => readRequest(items, text.normalize('NFKC'), '2026-11-22');

const drafts: readonly (readonly [string, Record<string, unknown>])[] = [
  ['幫我記 生成式AI入門 3小時 昨天上的', { name: '生成式AI入門', hours: 3, date: '2026-11-21', category: 'aiBasic' }],
  ['我昨天上完了AI倫理 2.5小時', { name: 'AI倫理', hours: 2.5, date: '2026-11-21', category: null }],
  ['登錄一門課 3小時', { name: null, hours: 3, date: null }],
  ['登錄一門課', { name: null, hours: null }],
  ['幫我登錄一門課', { name: null }],
  ['我要登錄學習時數', { name: null }],
  ['新增一筆 公文寫作 2小時 11/3', { name: '公文寫作', hours: 2, date: '2026-11-03', category: 'other' }],
  ['補登「AI、資料與治理」3小時 115年10月1日', { name: 'AI、資料與治理', hours: 3, date: '2026-10-01' }],
  ['可以幫我記 AI入門 2小時 今天嗎', { name: 'AI入門', hours: 2, date: '2026-11-22' }],
  ['我在e等公務園上完AI素養 1小時', { name: 'AI素養', hours: 1, by: 'e等公務園' }],
  ['記一下昨天的資安課兩小時', { name: '資安課', hours: 2, date: '2026-11-21' }],
  ['log a course: AI basics 3 hours yesterday', { name: 'AI basics', hours: 3, date: '2026-11-21' }],
  ['I completed Prompt Basics yesterday, 1.5 hours', { name: 'Prompt Basics', hours: 1.5, category: 'aiBasic' }],
  ['登錄 AI倫理 99999小時', { name: 'AI倫理', hours: null }],
  ['昨天上完Copilot實作 6hr', { name: 'Copilot實作', hours: 6, category: 'aiAdvanced' }],
  ['我昨天上了3小時的AI課', { name: null, hours: 3, date: '2026-11-21' }],
  ['我考過iPAS初級了', { kind: 'certificate', name: 'iPAS初級', catalogue: null }],
  ['我考過iPAS了', { kind: 'certificate', name: 'iPAS', catalogue: { id: 'ipas-intermediate', sure: 'ask' } }],
  ['我考過AI-900了', { kind: 'certificate', name: '微軟AI-900', catalogue: { id: 'ai-900', sure: 'yes' } }],
  ['登錄證照 TQC Word 昨天', { kind: 'certificate', name: 'TQC Word', date: '2026-11-21', catalogue: null }],
  ['登錄證照', { kind: 'certificate', name: null }],
  // Days of several days, and in words.
  ['登錄 AI素養 3小時 10/18-10/19', { name: 'AI素養', hours: 3, date: '2026-10-19' }],
  ['登錄 AI素養 6小時 10月18日至19日', { name: 'AI素養', date: '2026-10-19' }],
  ['登錄 公文寫作 3小時 民國一百一十五年十月一日', { name: '公文寫作', date: '2026-10-01' }],
  ['登錄 公文寫作 3小時 一一五年十月一日', { name: '公文寫作', date: '2026-10-01' }],
  // What else is told is no name.
  ['我今天報到，昨天上了AI素養2小時', { name: 'AI素養', hours: 2, date: '2026-11-21' }],
  ['不好意思，我昨天修完資安課2小時', { name: '資安課', hours: 2 }],
  ['我昨天下午上了那個ai簡報設計實作班大概六個小時吧', { name: 'ai簡報設計實作班', hours: 6, doubt: 'about' }],
  ['登錄 AI入門 25小時 昨天', { name: 'AI入門', hours: 25, doubt: 'longDay' }],
  // Words in other places and forms.
  ['幫我登時數', { name: null, hours: null }],
  ['登錄 AI倫理', { name: 'AI倫理', hours: null }],
  ['登錄 公文寫作 半天 昨天', { name: '公文寫作', hours: null, date: '2026-11-21' }],
  ['登錄 公文寫作 一天 昨天', { name: '公文寫作', hours: null, date: '2026-11-21' }],
  ['課程 生成式AI入門 3小時 昨天 幫我登錄', { name: '生成式AI入門', hours: 3, date: '2026-11-21' }],
  ['AI素養 2小時 昨天上的 幫我記一下', { name: 'AI素養', hours: 2 }],
  ['上禮拜五上AI簡報課3.5h', { name: 'AI簡報課', hours: 3.5, date: '2026-11-13' }],
  ['昨天參加性別平等講座兩小時', { name: '性別平等講座', hours: 2 }],
  ['11/3 上了 AI與公共治理 3小時', { name: 'AI與公共治理', hours: 3, parts: [] }],
  ['昨天上了資安和倫理 2小時', { name: '資安和倫理', hours: 2, parts: [] }],
  // Who shares the hours is not told.
  ['昨天上了AI素養和公文寫作，共5小時', { hours: 5, parts: ['AI素養', '公文寫作'] }],
  ['昨天上了AI素養跟公文寫作 4小時', { hours: 4, parts: ['AI素養', '公文寫作'] }],
  ['登錄 AI法規課程，資安與倫理，進階班 3小時 昨天', { hours: 3, parts: ['AI法規課程', '資安與倫理', '進階班'] }],
  // Certificates as the catalogue calls them.
  [
    '我有AI-900 115年5月1日考到的',
    { name: '微軟AI-900', date: '2026-05-01', catalogue: { id: 'ai-900', sure: 'yes' } },
  ],
  ['AI-900我考過了 5月1日', { name: '微軟AI-900', date: '2026-05-01' }],
  ['我終於拿到微軟的AI900了，9月1號', { catalogue: { id: 'ai-900', sure: 'yes' }, date: '2026-09-01' }],
  ['我11/14考過iPAS初級了', { name: 'iPAS初級', catalogue: null, date: '2026-11-14' }],
  [
    '我拿到iPAS中級AI應用規劃師能力鑑定證書了',
    { kind: 'certificate', catalogue: { id: 'ipas-intermediate', sure: 'yes' } },
  ],
];

const others: readonly (readonly [string, string])[] = [
  ['我還差幾小時？', 'figures'],
  ['還差幾小時', 'figures'],
  ['我今年上了幾小時', 'figures'],
  ['AI時數夠了嗎', 'figures'],
  ['我時數夠不夠', 'figures'],
  ['查我的學習時數', 'figures'],
  ['我的時數', 'figures'],
  ['幫我查我今年AI時數修到幾小時了', 'figures'],
  ['我目前累積了多少時數', 'figures'],
  ['我AI課上了幾小時', 'figures'],
  ['我今年有幾小時了', 'figures'],
  ['我AI課還缺多少時數？', 'figures'],
  ['how many hours do I have left?', 'figures'],
  ['列出我的學習紀錄', 'list'],
  ['我的學習紀錄', 'list'],
  ['我有哪些證照', 'list'],
  ['復原', 'undo'],
  ['undo', 'undo'],
  ['改成2小時', 'correct'],
  ['日期改成昨天', 'correct'],
  ['課名打錯了，應該是AI倫理與法律', 'correct'],
  ['刪掉那門課', 'correct'],
  ['刪除AI倫理那筆', 'correct'],
  ['把AI倫理改成3小時', 'correct'],
  ['取消復原', 'redo'],
  ['redo', 'redo'],
  ['算了先不要', 'cancel'],
  ['取消', 'cancel'],
  ['還是不要登了', 'cancel'],
  ['我登錯了怎麼辦', 'howToCorrect'],
  ['剛剛時數打錯了怎麼改', 'howToCorrect'],
  ['考AI-900沒過', 'notPassed'],
  ['iPAS中級考兩次都沒過好難過', 'notPassed'],
  ['我AI-900落榜了', 'notPassed'],
  ['iPAS中級我過了一科', 'notPassed'],
  ['我上個月考過iPAS中級科目一了', 'notPassed'],
];

/** Questions of the documents, other people, other hours, plans, descriptions of work. */
const nothing: readonly string[] = [
  '一定要上3小時嗎？',
  '3小時AI課程是什麼規定',
  '我上過的課算不算時數',
  '去年上的課可以算嗎',
  '我今年要上幾小時AI課',
  'how many AI hours do I have to take each year?',
  '時數怎麼登錄',
  '時數登錄方式',
  '登錄學習時數的期限',
  '我要登錄證照到表51',
  '通過後如何登錄',
  '登錄證照要附什麼',
  '小明還差幾小時',
  '我同事昨天上完3小時AI課',
  '我們科昨天上了3小時的AI課',
  '同仁還差幾小時',
  '我昨天加班3小時',
  '我昨天開會開了3小時',
  '我每天花3小時用AI完成公文摘要',
  '我還沒上完3小時',
  '我想上3小時的課',
  '我AI課還差2小時',
  '我考過AI-900了，還有效嗎',
  '我想考iPAS初級',
  '我還沒考過AI-900',
  '我的考績積分多少',
  '記得提醒我上課',
  '刪除對話紀錄',
  '推薦我3小時的課',
  '我有哪些證照可以考',
  '我負責訓練課程的規劃',
  'AI課要去哪裡上',
  '主管可以查我的時數嗎',
  '我們人事被考核的時數是多少',
  '我要有幾小時才夠',
  '我的陞遷積分現在排第幾名',
  '如果考試沒過怎麼辦',
  '考試沒過可以補考嗎',
  '績效考核沒過的後果',
  '認證過期了怎麼辦',
  '登錯了怎麼更正',
  'WebHR表51登錯了怎麼辦',
  '認證過了以後是我自己去登還是人事幫我登',
  '我上了3小時，人事說不夠要6小時',
  '10/1開會 2小時、10/2開會 3小時',
  '資料、數據、大數據、data、開放資料、感測資料、影像資料、log、logs、日誌、統計模型、迴歸模型、統計資料',
];

describe('readRequest()', () => {
  for (const [text, expected] of drafts)
    it(`reads what is to be recorded in 「${text}」`, () => {
      const request = read(text);
      expect(request).toMatchObject({ type: 'record' });
      expect(request?.type === 'record' ? request.drafts[0] : null).toMatchObject(expected);
    });
  for (const [text, type] of others) it(`takes 「${text}」 as ${type}`, () => expect(read(text)?.type).toBe(type));
  for (const text of nothing) it(`leaves 「${text}」 to others`, () => expect(read(text)).toBeNull());

  it('reads several courses, each with its own hours', () => {
    const request = read('昨天上完AI基礎2小時、Copilot入門1小時、性別平等2小時');
    expect(
      request?.type === 'record' ? request.drafts.map(({ name, hours, date }) => [name, hours, date]) : [],
    ).toEqual([
      ['AI基礎', 2, '2026-11-21'],
      ['Copilot入門', 1, '2026-11-21'],
      ['性別平等', 2, '2026-11-21'],
    ]);
  });

  it('takes a course and its hours apart by a comma together, and no more than it can hold at once', () => {
    const request = read('登錄 AI倫理，2小時，資安概論，3小時，都是昨天');
    expect(
      request?.type === 'record' ? request.drafts.map(({ name, hours, date }) => [name, hours, date]) : [],
    ).toEqual([
      ['AI倫理', 2, '2026-11-21'],
      ['資安概論', 3, '2026-11-21'],
    ]);
    const many = Array.from({ length: draftsMax + 1 }, (_, at) => `課程${at}號 2小時`).join('、');
    expect(read(`登錄 ${many}`)).toEqual({ type: 'record', drafts: [], trouble: null });
  });

  it('reads what several courses have in common, and hours that stand in front', () => {
    const rows = (text: string) => {
      const request = read(text);
      return request?.type === 'record' ? request.drafts.map(({ name, hours, date }) => [name, hours, date]) : [];
    };
    expect(rows('昨天上了AI素養跟公文寫作各2小時')).toEqual([
      ['AI素養', 2, '2026-11-21'],
      ['公文寫作', 2, '2026-11-21'],
    ]);
    expect(rows('10/1 AI素養 2小時、10/2 資安 3小時')).toEqual([
      ['AI素養', 2, '2026-10-01'],
      ['資安', 3, '2026-10-02'],
    ]);
    expect(rows('AI素養 2小時 昨天，公文寫作 3小時 前天')).toEqual([
      ['AI素養', 2, '2026-11-21'],
      ['公文寫作', 3, '2026-11-20'],
    ]);
    expect(rows('前天去上3小時AI基礎、2小時Copilot入門')).toEqual([
      ['AI基礎', 3, '2026-11-20'],
      ['Copilot入門', 2, '2026-11-20'],
    ]);
  });

  it('enters nothing for somebody else, and nothing that was not attended', () => {
    for (const text of [
      '幫小明登錄AI入門3小時昨天',
      '幫同事記AI入門3小時',
      '幫我登錄3小時，我其實沒上',
      '幫我登錄3小時的課，我沒有去上',
    ])
      expect(read(text), text).toBeNull();
  });

  it('invents nothing: what it records stands in the message', () => {
    for (const [text] of drafts) {
      const request = read(text);
      if (request?.type !== 'record') continue;
      for (const { name, catalogue, hours } of request.drafts) {
        if (catalogue === null && name !== null)
          for (const part of name.split('，')) expect(text.normalize('NFKC')).toContain(part);
        if (hours !== null) expect(text).toMatch(/小時|h/);
      }
    }
  });
});
