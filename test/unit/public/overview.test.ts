import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../adapters/content.ts';
import {
  createBot,
  emptySession,
  type Language,
  type Profile,
  profileOf,
  renderPlainText,
  type Session,
} from '../../../bot/index.ts';
import { createScriptedRecords, type ScriptedRecords } from '../scripted-records.ts';

/** Somebody's own page. */

const bot = createBot(loadKnowledge());
const moment = { now: Date.parse('2026-11-20T10:00:00+08:00'), today: '2026-11-20' };

async function liveThrough(records: ScriptedRecords, ...texts: readonly string[]): Promise<Profile> {
  let session: Session = emptySession;
  for (const text of texts) {
    const turn = await bot.turn(session, { text, choice: null }, moment, records);
    records.apply(turn.changes);
    session = turn.session;
  }
  return profileOf(session);
}

const described = '我是機關首長，負責AI政策規劃、法規與採購，算哪一類？';
const people: readonly (readonly [string, readonly string[]])[] = [
  ['nobody knows', []],
  ['has a role', [described]],
  ['left an interview off', ['我是哪一種AI人才？', '1', '先不做了']],
  ['has hours', ['幫我記 生成式AI入門 3小時 昨天上的']],
  ['has all the hours', ['幫我記 生成式AI入門 20小時 昨天上的', described]],
  ['has a certificate', ['我11月3日考過iPAS中級']],
  ['is new', ['我是新人，11/3到職']],
  ['paused the plan', ['我是新人，11/3到職', '暫停新人計畫']],
  ['left the plan', ['我是新人，11/3到職', '退出新人計畫']],
  ['muted reminders', ['不要再提醒我']],
];

describe('overview()', () => {
  for (const language of ['zh-TW', 'en'] as const satisfies readonly Language[])
    it.each(people)(`has every part for somebody who %s, in ${language}`, async (_, texts) => {
      const records = createScriptedRecords();
      const profile = await liveThrough(records, ...texts);
      const reply = await bot.overview(profile, language, moment, records);
      expect([reply.kind, reply.language]).toEqual(['notice', language]);
      expect(reply.parts.filter(({ type }) => type === 'heading')).toHaveLength(5);
      expect(reply.parts.every((part) => !('text' in part) || part.text !== '')).toBe(true);
      const marks = [...renderPlainText(reply).matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
      expect(Math.max(...marks)).toBe(reply.citations.length);
      expect(reply.choices.at(-1)?.value).toBe('handoff:');
      expect(reply.choices.length).toBeLessThanOrEqual(8);
    });

  it.each(people)('offers only buttons that work in private for somebody who %s', async (_, texts) => {
    const records = createScriptedRecords();
    const profile = await liveThrough(records, ...texts);
    const reply = await bot.overview(profile, 'zh-TW', moment, records);
    for (const { label, value } of reply.choices) {
      const { role, interview, wish } = profile;
      const turn = await bot.turn(
        { ...emptySession, role, interview, wish },
        { text: label, choice: value },
        moment,
        records,
      );
      expect(renderPlainText(turn.replies[0] ?? reply), label).not.toContain('已經過期');
    }
  });

  const tell = async (...texts: readonly string[]): Promise<string> => {
    const records = createScriptedRecords();
    return renderPlainText(await bot.overview(await liveThrough(records, ...texts), 'zh-TW', moment, records));
  };

  it('tells of somebody of whom nothing is known how to begin, and no figure', async () => {
    const text = renderPlainText(await bot.overview(null, 'zh-TW', moment, createScriptedRecords()));
    for (const words of ['還沒有結果', '還沒有登錄任何一筆', '沒有寫統計截止日', '角色訪談', '08:30 到 18:00'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/還差\d/);
  });

  it('tells role, hours, what is left and the tasks that are next', async () => {
    const text = await tell('我是新人，11/3到職', '幫我記 生成式AI入門 3小時 昨天上的', described);
    for (const words of [
      '初步建議：AI政策人才',
      '合計3小時，其中AI課程3小時',
      '總時數還差17小時',
      '10 項裡完成了',
      '登入e等公務園',
      '以學習平臺與人事單位的紀錄為準',
    ])
      expect(text).toContain(words);
  });

  it('says that there are no cases yet, and invents none', async () => {
    expect(await tell(described)).toContain('還不能替您送件');
  });

  it('tells what is muted and paused as it is', async () => {
    expect(await tell('不要再提醒我')).toContain('已關閉：新人計畫提醒、時數提醒');
    expect(await tell('我是新人，11/3到職', '暫停新人計畫')).toContain('目前暫停中');
  });

  it('works out nothing for a year whose rule nobody documented', async () => {
    const early = { now: Date.parse('2025-03-03T10:00:00+08:00'), today: '2025-03-03' };
    const text = renderPlainText(await bot.overview(null, 'zh-TW', early, createScriptedRecords()));
    expect(text).toContain('手上的文件沒有寫');
  });
});
