import { describe, expect, it } from 'vitest';
import { enrol } from '../../../bot/index.ts';
import { nudgesPerTaskMax } from '../../../bot/limits.ts';
import { taipeiDay, taipeiMinute, taipeiMoment } from '../../../bot/taipei.ts';
import { isOfficeDay } from '../../../knowledge/index.ts';
import { createPerson, knowledge, type TestPerson, type Told } from './person.ts';

/** The whole plan, day by day, with its jobs: told once, in office hours, and silent for who wants silence. */

const dayMs = 86_400_000;

/** Somebody whom the roster names, three days before the first one. */
async function enrolled(startsOn: string): Promise<TestPerson> {
  const person = createPerson(taipeiMoment(startsOn, 0) - 3 * dayMs);
  person.records.apply(await enrol(knowledge, person.records, { startsOn, unit: '人事室' }, taipeiDay(person.now())));
  return person;
}

function expectPolite(told: readonly Told[]): void {
  const days = told.map(({ at }) => taipeiDay(at));
  expect(new Set(days).size).toBe(days.length);
  for (const { at } of told) {
    expect(isOfficeDay(knowledge.officeCalendar, taipeiDay(at)), taipeiDay(at)).toBe(true);
    expect(taipeiMinute(at)).toBeGreaterThanOrEqual(510);
    expect(taipeiMinute(at)).toBeLessThan(1080);
    expect(told.filter((one) => one.at <= at && one.at > at - 7 * dayMs).length).toBeLessThanOrEqual(3);
  }
  for (const { offers } of told) expect(offers).toContain('不要再提醒我');
}

const count = (told: readonly Told[], words: string): number => told.filter(({ text }) => text.includes(words)).length;

describe('three months of somebody who never answers', () => {
  for (const startsOn of ['2026-11-03', '2026-02-13', '2026-12-31', '2025-01-20', '2027-01-30'])
    it(`tells everything once from ${startsOn}, by day and on office days`, async () => {
      const person = await enrolled(startsOn);
      const told = await person.runJobs(person.now() + 160 * dayMs);
      expectPolite(told);
      for (const once of ['歡迎加入！', '新人計畫・第一週', '新人計畫・第一個月', '新人計畫・第三個月', '三個月到了'])
        expect(count(told, once), once).toBe(1);
      expect(taipeiDay(told[0]?.at ?? 0) >= startsOn).toBe(true);
      const state = await person.records.onboarding();
      expect(state?.stage).toBe('finished');
      expect(state?.tasks.every(({ nudges }) => nudges <= nudgesPerTaskMax)).toBe(true);
      expect(person.records.jobs.size).toBe(0);
    });

  it('says nothing again when a job runs twice', async () => {
    const person = await enrolled('2026-11-03');
    for (let day = 0; day < 140; day += 1) {
      await person.runJobs(person.now() + dayMs);
      expect(await person.runLastJobAgain()).toEqual([]);
    }
  });
});

describe('three months of somebody who does everything', () => {
  it('is reminded of nothing, and asked two questions', async () => {
    const person = await enrolled('2026-11-03');
    const [welcome] = await person.runJobs(taipeiMoment('2026-11-03', 700));
    expect(welcome?.text).toContain('歡迎加入！');
    person.setRole('applied');
    for (const number of [1, 2, 3, 5, 7, 8, 9, 10])
      expect((await person.say(`第${number}項完成了`)).text).toContain('完成了');
    person.records.apply([
      {
        type: 'hoursPut',
        entry: {
          course: 'AI基礎',
          date: '2026-11-05',
          hours: 3,
          category: 'aiBasic',
          provider: null,
          state: 'reported',
        },
      },
    ]);
    expect((await person.say('我的任務')).text).toContain('10 項裡完成了 10 項');
    const told = await person.runJobs(taipeiMoment('2027-02-20', 0));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('這份新人計畫對您有幫助嗎？');
    expect((await person.tap('很有幫助')).text).toContain('您最希望哪裡再多一點？');
    expect((await person.tap('有人帶')).text).toContain('告一段落');
    const state = await person.records.onboarding();
    expect(state?.pulse).toEqual([
      { question: 'helpful', answer: 'very' },
      { question: 'wish', answer: 'people' },
    ]);
    expect(state?.stage).toBe('finished');
    expect(person.records.jobs.size).toBe(0);
  });
});

describe('silence', () => {
  for (const words of ['退出新人計畫', '暫停新人計畫'])
    it(`follows 「${words}」`, async () => {
      const person = await enrolled('2026-11-03');
      await person.runJobs(taipeiMoment('2026-11-12', 0));
      await person.say(words);
      expect(person.records.jobs.size).toBe(0);
      expect(await person.runJobs(person.now() + 200 * dayMs)).toEqual([]);
    });

  it('follows 「不要再提醒我」, and ends with 「開啟提醒」 in one message', async () => {
    const person = await enrolled('2026-11-03');
    await person.runJobs(taipeiMoment('2026-11-04', 0));
    await person.say('不要再提醒我');
    expect(await person.runJobs(taipeiMoment('2026-12-10', 0))).toEqual([]);
    person.wait(taipeiMoment('2026-12-10', 600));
    await person.say('開啟提醒');
    const told = await person.runJobs(taipeiMoment('2026-12-12', 0));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('新人計畫・第一個月');
    expect(told[0]?.text).not.toContain('新人計畫・第一週');
  });

  it('keeps to the hours that the person named', async () => {
    const person = await enrolled('2026-11-03');
    await person.say('提醒時間改到10點到下午3點');
    const told = await person.runJobs(person.now() + 130 * dayMs);
    expectPolite(told);
    for (const { at } of told) expect(taipeiMinute(at)).toBeGreaterThanOrEqual(600);
    for (const { at } of told) expect(taipeiMinute(at)).toBeLessThan(900);
  });

  it('keeps to the days on which the agency is closed', async () => {
    const person = createPerson(taipeiMoment('2026-11-20', 600), {
      notices: { extraHolidays: ['2026-11-23', '2026-11-24'] },
    });
    await person.say('我今天報到');
    const told = await person.runJobs(taipeiMoment('2026-11-27', 0));
    expect(told.map(({ at }) => taipeiDay(at))).toEqual(['2026-11-26']);
  });
});

describe('a pause', () => {
  it('moves what is open by as many days, and tells nothing twice', async () => {
    const person = await enrolled('2026-11-03');
    const before = await person.runJobs(taipeiMoment('2026-11-05', 0));
    const due = (await person.records.onboarding())?.tasks.at(-1)?.dueOn ?? '';
    await person.say('暫停新人計畫');
    person.wait(taipeiMoment('2026-12-05', 700));
    await person.say('繼續新人計畫');
    expect(((await person.records.onboarding())?.tasks.at(-1)?.dueOn ?? '') >= '2027-03-05').toBe(true);
    expect(due).toBe('2027-02-03');
    const told = [...before, ...(await person.runJobs(person.now() + 170 * dayMs))];
    expectPolite(told);
    expect(count(told, '歡迎加入！')).toBe(1);
    expect(count(told, '新人計畫・第一週')).toBe(1);
    expect((await person.records.onboarding())?.stage).toBe('finished');
  });
});

describe('a reminder', () => {
  it('is answered hours later by 「做完了」 where it was of one task', async () => {
    const person = createPerson(taipeiMoment('2026-11-23', 600));
    await person.say('我今天報到');
    await person.say('第2項完成了');
    const told = await person.runJobs(taipeiMoment('2026-11-27', 700));
    expect(told[0]?.text).toContain('第 1 項「問我一個問題」');
    person.wait(taipeiMoment('2026-11-27', 900));
    expect((await person.say('做完了')).text).toContain('第 1 項「問我一個問題」完成了（2／10）');
  });

  it('is in English for who speaks English', async () => {
    const person = createPerson(taipeiMoment('2026-11-23', 600));
    await person.say('I started today');
    const [told] = await person.runJobs(taipeiMoment('2026-11-30', 0));
    expect(told?.text).toContain('A reminder: these are past their date.');
    expect(told?.text).not.toMatch(/提醒您/);
  });
});
