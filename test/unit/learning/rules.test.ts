import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../adapters/content.ts';
import { createBot, emptySession, hoursReminders, type Job, renderPlainText } from '../../../bot/index.ts';
import { ruleOfYear } from '../../../bot/learning/rules.ts';
import { readLearningRules } from '../../../knowledge/index.ts';
import { createScriptedRecords } from '../scripted-records.ts';

const knowledge = loadKnowledge();
const bot = createBot(knowledge);
const own = {
  rules: [
    {
      id: 'own',
      valid: '2026-01-01..2026-12-31',
      total: 40,
      ai: 6,
      cutOff: '11-30',
      uploadLagDays: 14,
      source: '本府要點',
    },
  ],
};

describe('the rules on hours', () => {
  it('ship with 20 hours of which 3 are AI, from 115, on their facts, without a cut-off', () => {
    expect(ruleOfYear(knowledge, null, 2026)).toMatchObject({
      setBy: 'documents',
      rule: { total: 20, ai: 3, cutOff: null, uploadLagDays: 0, facts: ['F074', 'F073'] },
    });
    expect(ruleOfYear(knowledge, null, 2025)).toBeNull();
  });

  it('are the agency’s where it set some for the year, else the shipped ones', () => {
    expect(ruleOfYear(knowledge, own, 2026)).toMatchObject({ setBy: 'agency', rule: { total: 40, cutOff: '11-30' } });
    expect(ruleOfYear(knowledge, own, 2027)).toMatchObject({ setBy: 'documents', rule: { total: 20 } });
  });

  for (const broken of [
    'text',
    42,
    [],
    {},
    { rules: [] },
    { rules: [{ ...own.rules[0], total: -1 }] },
    { rules: [{ ...own.rules[0], cutOff: '02-30' }] },
    { rules: [{ ...own.rules[0], ai: 50 }] },
    { rules: [{ ...own.rules[0], more: true }] },
  ])
    it(`pass over ${JSON.stringify(broken)}, which a command can refuse`, () => {
      expect(ruleOfYear(knowledge, broken, 2026)?.setBy).toBe('documents');
      expect(() => readLearningRules(broken)).toThrow();
    });

  it('never cite a fact that no document holds', () => {
    const unknown = { rules: [{ ...own.rules[0], facts: ['X999', 'F073'] }] };
    expect(ruleOfYear(knowledge, unknown, 2026)?.rule.facts).toEqual(['F073']);
  });

  it('remind 90, 60 and 30 days before the cut-off, earlier by the upload lag', () => {
    expect(hoursReminders(knowledge, null, 2026)).toEqual([
      { detail: '2026:90', day: '2026-10-02' },
      { detail: '2026:60', day: '2026-11-01' },
      { detail: '2026:30', day: '2026-12-01' },
    ]);
    expect(hoursReminders(knowledge, own, 2026).map(({ day }) => day)).toEqual([
      '2026-08-18',
      '2026-09-17',
      '2026-10-17',
    ]);
    expect(hoursReminders(knowledge, null, 2025)).toEqual([]);
  });
});

describe('a reminder of hours', () => {
  const job: Job = { key: 'hours:2026:90', kind: 'hours', dueAt: 0, detail: '2026:90' };
  /** A Friday morning in Taipei. */
  const moment = { now: Date.UTC(2026, 9, 2, 2), today: '2026-10-02' };
  const entry = {
    course: 'AI入門',
    date: '2026-03-02',
    hours: 2,
    category: 'aiBasic',
    provider: null,
    state: 'reported',
  } as const;
  const remind = (records: ReturnType<typeof createScriptedRecords>, at = moment, detail = job.detail) =>
    bot.due(emptySession, { ...job, detail }, at, records);

  it('says what is missing and by when, with ways on', async () => {
    const records = createScriptedRecords();
    records.apply([{ type: 'hoursPut', entry }]);
    const { replies, changes } = await remind(records);
    const text = replies.map(renderPlainText).join('\n');
    expect(text).toContain('總時數還差18小時，AI課程還差1小時');
    expect(text).toContain('115年12月31日');
    expect(replies[0]?.choices.map(({ label }) => label)).toEqual(['推薦課程', '登錄一門課', '不再提醒']);
    expect(changes).toMatchObject([{ type: 'preferencesPut', preferences: { sent: [moment.now] } }]);
  });

  it('names the agency’s cut-off and the upload lag', async () => {
    const records = createScriptedRecords({ learningRules: own });
    const text = (await remind(records)).replies.map(renderPlainText).join('\n');
    expect(text).toContain('截止日是115年11月30日');
    expect(text).toContain('115年11月16日');
  });

  it('claims nothing of somebody who entered nothing', async () => {
    const text = (await remind(createScriptedRecords())).replies.map(renderPlainText).join('\n');
    expect(text).toContain('還沒有登錄');
    expect(text).not.toContain('還差');
  });

  it('says nothing where nothing is missing, the year is over, the detail is none, or it is muted', async () => {
    const full = createScriptedRecords();
    full.apply([{ type: 'hoursPut', entry: { ...entry, hours: 20 } }]);
    expect((await remind(full)).replies).toEqual([]);
    const after = { now: Date.UTC(2027, 0, 4, 2), today: '2027-01-04' };
    expect((await remind(createScriptedRecords(), after)).replies).toEqual([]);
    expect((await remind(createScriptedRecords(), moment, 'nonsense')).replies).toEqual([]);
    const muted = createScriptedRecords();
    muted.apply([
      { type: 'preferencesPut', preferences: { muted: ['hours'], quietFrom: null, quietTo: null, sent: [] } },
    ]);
    expect((await remind(muted)).replies).toEqual([]);
  });

  it('waits for office hours', async () => {
    const night = { now: Date.UTC(2026, 9, 2, 15), today: '2026-10-02' };
    const { replies, changes } = await remind(createScriptedRecords(), night);
    expect(replies).toEqual([]);
    expect(changes).toMatchObject([{ type: 'jobPut', job: { key: job.key } }]);
  });

  it('ends with one button', async () => {
    const records = createScriptedRecords();
    const { session, replies } = await remind(records);
    const choice = replies[0]?.choices.find(({ label }) => label === '不再提醒')?.value ?? null;
    const turn = await bot.turn(session, { text: '不再提醒', choice }, moment, records);
    records.apply(turn.changes);
    expect((await records.preferences()).muted).toEqual(['hours']);
    expect((await remind(records)).replies).toEqual([]);
  });
});
