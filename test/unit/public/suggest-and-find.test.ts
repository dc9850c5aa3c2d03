import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../adapters/content.ts';
import { createBot, emptySession, type Language, type Profile, renderPlainText } from '../../../bot/index.ts';
import { type Role, roles } from '../../../bot/vocabulary.ts';
import { createScriptedRecords } from '../scripted-records.ts';

/** What may be asked, and what is found. */

const knowledge = loadKnowledge();
const bot = createBot(knowledge);
const today = '2026-11-20';
const profileOf = (role: Role | null, language: Language): Profile | null =>
  role === null ? null : { language, role, interview: null, wish: null, at: 1 };
const days = Array.from({ length: 30 }, (_, at) => {
  const month = `${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  return `${month}-15`;
});

describe('prompts()', () => {
  for (const language of ['zh-TW', 'en'] as const)
    it.each([null, ...roles])(`are answered in every month for the role %s, in ${language}`, async (role) => {
      for (const day of ['2025-07-01', ...days]) {
        const prompts = bot.prompts(profileOf(role, language), day, language);
        expect(prompts.length).toBeGreaterThanOrEqual(3);
        expect(prompts.length).toBeLessThanOrEqual(4);
        expect(new Set(prompts.map(({ message }) => message)).size).toBe(prompts.length);
        for (const { title, message } of prompts) {
          expect([...title].length, title).toBeLessThanOrEqual(40);
          const moment = { now: Date.parse(`${day}T10:00:00+08:00`), today: day };
          const session = { ...emptySession, language, role };
          const turn = await bot.turn(session, { text: message, choice: null }, moment, createScriptedRecords());
          const [reply] = turn.replies;
          expect(['answer', 'interview', 'recommendation', 'notice'], `${day} ${message}`).toContain(reply?.kind);
          expect(reply?.language, message).toBe(language);
          expect(JSON.stringify(turn.replies)).not.toMatch(/已經過期|has expired/);
        }
      }
    });

  const titles = (role: Role | null, day: string) =>
    bot.prompts(profileOf(role, 'zh-TW'), day, 'zh-TW').map(({ title }) => title);

  it('ask for the role where there is none, and for courses where there is one', () => {
    expect(titles(null, today)[0]).toBe('我算哪一種AI人才？');
    expect(titles('policy', today)[0]).toBe('推薦適合我的課程');
    expect(titles('policy', today)).not.toContain('我算哪一種AI人才？');
  });

  it('follow the year', () => {
    expect(titles(null, '2026-10-01')).toContain('我今年還差幾小時？');
    expect(titles(null, '2026-12-31')).toContain('我今年還差幾小時？');
    expect(titles(null, '2027-01-01')).toContain('今年要上幾小時AI課？');
    expect(titles(null, '2027-04-01')).not.toContain('我今年還差幾小時？');
  });
});

describe('find()', () => {
  it.each([
    ['補助', 'faq/Q5'],
    ['iPAS', 'iPAS'],
    ['iPA', 'iPAS'],
    ['ip', 'iPAS'],
    ['證', '證'],
    ['3小時', '3小時'],
    ['表51', '表51'],
    ['陞任', '陞任'],
    ['學習地圖', '學習地圖'],
    ['AI', 'AI'],
    ['AI課程要去哪裡上？', '要去哪裡學AI課程'],
  ])('finds something for %s', (query, expected) => {
    const found = bot.find(query, today, 5, 'zh-TW');
    expect(found.length).toBeGreaterThan(0);
    const [first] = found;
    expect(
      `${first?.title} ${first?.reply.citations.map(({ document, section }) => `${document}/${section}`)}`,
    ).toContain(expected);
  });

  it('gives answers with their sources, and no buttons', () => {
    for (const { title, reply } of bot.find('證照', today, 25, 'zh-TW')) {
      expect(title).not.toBe('');
      expect(['answer', 'abstention']).toContain(reply.kind);
      expect(reply.citations.length).toBeGreaterThan(0);
      expect(reply.choices).toEqual([]);
      expect(renderPlainText(reply)).toContain('不取代人事單位');
    }
  });

  it.each(['', '   ', '？？', 'zzz', '今天天氣如何', '特休', '王小明的電話', '我好累', 'x'.repeat(100_000)])(
    'finds nothing for 「%s」',
    (query) => {
      expect(bot.find(query, today, 5, 'zh-TW')).toEqual([]);
    },
  );

  it('gives each question once, at most as many as were asked for, and no more than a list shows', () => {
    for (const count of [-1, 0, 1, 3, 10_000]) {
      const found = bot.find('課程', today, count, 'zh-TW');
      expect(found.length).toBeLessThanOrEqual(Math.max(0, Math.min(count, 25)));
      expect(new Set(found.map(({ title }) => title)).size).toBe(found.length);
    }
  });

  it('finds by the start of words as somebody types on', () => {
    for (const { title } of [...knowledge.topics.values()].filter(({ kind }) => kind === 'question').slice(0, 40)) {
      const found = bot.find(title, today, 3, 'zh-TW').map((one) => one.title);
      expect(found, title).toContain(title);
    }
  });

  it('holds back what was not published on the day', () => {
    const sections = bot.find('補助', '2026-03-01', 25, 'zh-TW').flatMap(({ reply }) => reply.citations);
    expect(sections.every(({ document }) => document === 'deck')).toBe(true);
  });

  it('speaks English', () => {
    const [first] = bot.find('subsidy', today, 3, 'en');
    expect(first?.reply.language).toBe('en');
    expect(first?.title).toMatch(/subsid|law/i);
  });
});

describe('quotes()', () => {
  it('quotes facts in order, leaves out what is unknown, and is bounded', () => {
    const quoted = bot.quotes(['F047', 'F99999', 'nonsense', '__proto__', 'F001', 'F047']);
    expect(quoted.map(({ passage }) => passage)).toEqual(['F047', 'F001', 'F047']);
    expect(quoted.every(({ quote, title, section }) => quote !== '' && title !== '' && section !== '')).toBe(true);
    expect(bot.quotes(Array.from({ length: 5_000 }, () => 'F047')).length).toBeLessThanOrEqual(40);
    expect(bot.quotes([])).toEqual([]);
  });
});
