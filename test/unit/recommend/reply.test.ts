import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../bot/calendar.ts';
import { type RecommendationRequest, recommend } from '../../../bot/recommend/recommend.ts';
import { composeRecommendation } from '../../../bot/recommend/reply.ts';
import type { Language, Reply } from '../../../bot/vocabulary.ts';
import { anybody, knowledge, somebody } from './people.ts';

function replyTo(request: Partial<RecommendationRequest>, language: Language = 'zh-TW'): Reply {
  return composeRecommendation(knowledge, recommend(knowledge, { ...somebody, ...request }), language);
}

function textOf(reply: Reply): string {
  return reply.parts
    .flatMap((part) => {
      if (part.type === 'list') return part.items;
      return part.type === 'table' ? [part.caption, ...part.columns, ...part.rows.flat()] : [part.text];
    })
    .join('\n');
}

const language = fc.constantFrom<Language>('zh-TW', 'en');
const numbers = /\d+(?:\.\d+)?/g;
const marks = /\[(\d+)\]/g;

describe('composeRecommendation()', () => {
  it('tells the path as a table with reasons, status and sources', () => {
    const reply = replyTo({ role: 'applied' });
    const table = reply.parts.find((part) => part.type === 'table');
    expect(table?.rows.map(([stage]) => stage)).toEqual(['入門', '入門', '入門', '入門', '進階', '進階', '實作']);
    expect(textOf(reply)).toContain('預計115年下半年開始試辦；115年11月21日已在這段期間');
    expect(reply).toMatchObject({ kind: 'recommendation', role: 'applied' });
    expect(reply.citations.map(({ section }) => section)).toEqual(expect.arrayContaining(['Q4', 'Q5', 'Q7', 'Q8']));
  });

  it('says plainly that no course is named for developers and researchers', () => {
    expect(textOf(replyTo({ role: 'developer' }))).toContain('沒有指名任何專屬的課程或證照');
    expect(textOf(replyTo({ role: 'researcher' }, 'en'))).toContain('names no course or certificate of their own');
  });

  it('keeps 3 and 6 hours apart and says that the names of the modules are unknown', () => {
    const text = textOf(replyTo({}));
    expect(text).toMatch(/須含3小時AI課程/);
    expect(text).toMatch(/請不要混用.*基礎3小時＋進階3小時＝6小時/);
    expect(text).toMatch(/8大課程模組.*模組名稱.*沒有列出/);
  });

  it('cautions about AI-900 without a word from outside the documents', () => {
    const text = textOf(replyTo({ role: 'applied' }));
    expect(text).toContain('報考前請先確認現況');
    expect(text).not.toMatch(/停考|AI-901/);
  });

  it('echoes the hours that are left and claims nothing about what counts', () => {
    expect(textOf(replyTo({ hoursLeft: { total: null, ai: 2 } }))).toMatch(
      /還差2小時。各課程是幾小時、哪些可以採計，文件沒有寫/,
    );
    expect(textOf(replyTo({ hoursLeft: { total: null, ai: 0 } }))).toContain('AI課程時數已經滿了');
  });

  it('offers the role first where it is unknown and not where it is known, never the preference that holds, and always a person', () => {
    expect(replyTo({}).choices.map(({ value, emphasis }) => [value, emphasis])).toEqual([
      ['interview:start', 'primary'],
      ['recommend:online', 'plain'],
      ['recommend:inPerson', 'plain'],
      ['handoff:', 'person'],
    ]);
    const values = replyTo({ role: 'applied', preference: 'online' }).choices.map(({ value }) => value);
    expect(values).toEqual(['recommend:inPerson', 'recommend:any', 'handoff:']);
  });

  it('keeps every hedge that the documents have', () => {
    const text = textOf(replyTo({ role: 'policy' }));
    for (const hedge of ['視經費狀況', '由各機關視業務特性自訂', '亦可', '得依', '可薦送', '鼓勵', '預計'])
      expect(text).toContain(hedge);
  });

  it('marks every citation, and cites all that it marks, for anybody', () => {
    fc.assert(
      fc.property(anybody, language, (request, spoken) => {
        const reply = replyTo(request, spoken);
        for (const part of reply.parts)
          if (part.type === 'table') for (const [, , reason] of part.rows) expect(reason).toMatch(/\[\d+\]$/);
        const marked = new Set([...textOf(reply).matchAll(marks)].map(([, number]) => Number(number)));
        expect([...marked].sort((one, other) => one - other)).toEqual(reply.citations.map((_, index) => index + 1));
        for (const { passage, quote } of reply.citations) expect(knowledge.passages.get(passage)?.text).toBe(quote);
        expect(replyTo(structuredClone(request), spoken)).toEqual(reply);
      }),
    );
  });

  it('says no number that is not in the facts, apart from the day and the hours of the person', () => {
    const facts = [...knowledge.passages.values()].map(({ text }) => text).join('\n');
    fc.assert(
      fc.property(anybody, (request) => {
        const own = [formatDay(request.today, 'zh-TW'), request.hoursLeft?.total, request.hoursLeft?.ai].join(' ');
        const allowed = new Set(`${facts} ${own}`.match(numbers));
        const said = textOf(replyTo(request)).replace(marks, '').match(numbers) ?? [];
        expect(said.filter((number) => !allowed.has(number))).toEqual([]);
      }),
    );
  });

  it('leaves no blank where it speaks to anybody', () => {
    fc.assert(
      fc.property(anybody, language, (request, spoken) => {
        expect(textOf(replyTo(request, spoken))).not.toMatch(/undefined|null|NaN|^\s*$/m);
      }),
    );
  });
});
