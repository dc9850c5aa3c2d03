import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../adapters/content.ts';
import {
  createBot,
  defaultNoticePreferences,
  emptySession,
  type Reply,
  renderPlainText,
  type Session,
  type SettingName,
  wakeSession,
} from '../../../bot/index.ts';
import { taipeiDay } from '../../../bot/taipei.ts';
import { createScriptedRecords } from '../scripted-records.ts';

/** Who opened the assistant, and who arrived. */

const bot = createBot(loadKnowledge());
const textOf = (replies: readonly Reply[]): string => replies.map(renderPlainText).join('\n');
const at = (time: string): number => Date.parse(`${time}:00+08:00`);

/** Somebody with a clock that moves. */
function createNewcomer(settings: Partial<Record<SettingName, unknown>> = {}) {
  const records = createScriptedRecords(settings);
  let session: Session = emptySession;
  const moment = (now: number) => ({ now, today: taipeiDay(now) });
  return {
    records,
    join: async (how: 'opened' | 'arrived', time: string) => {
      const turn = await bot.join(session, how, moment(at(time)), records);
      records.apply(turn.changes);
      session = turn.session;
      return turn;
    },
    say: async (text: string, time: string, choice: string | null = null) => {
      const turn = await bot.turn(wakeSession(session, null, at(time)), { text, choice }, moment(at(time)), records);
      records.apply(turn.changes);
      session = turn.session;
      return turn;
    },
    /** Runs the offer's job when it is due, as often as it is put again. */
    runOffer: async () => {
      for (let runs = 0; runs < 20; runs += 1) {
        const job = records.jobs.get('offer');
        if (job === undefined) return null;
        records.apply([{ type: 'jobRemoved', key: 'offer' }]);
        const turn = await bot.due(wakeSession(session, null, job.dueAt), job, moment(job.dueAt), records);
        records.apply(turn.changes);
        session = turn.session;
        if (turn.replies.length > 0) return { at: job.dueAt, turn };
      }
      throw new Error('the offer is put again for ever');
    },
  };
}

describe('join(), opened', () => {
  it('welcomes once', async () => {
    const person = createNewcomer();
    const first = await person.join('opened', '2026-11-20T23:00');
    expect(first.replies).toEqual([bot.welcome('zh-TW')]);
    expect([first.place, first.published, first.changes, first.session.version]).toEqual(['here', null, [], 1]);
    const again = await person.join('opened', '2026-11-20T23:01');
    expect([again.replies, again.record, again.session.version]).toEqual([[], null, 1]);
  });

  it('says nothing to somebody who has talked already', async () => {
    const person = createNewcomer();
    await person.say('你好', '2026-11-20T10:00');
    expect((await person.join('opened', '2026-11-25T10:00')).replies).toEqual([]);
  });
});

describe('join(), arrived', () => {
  it('offers the first weeks in office hours, once, and counts as a message', async () => {
    const person = createNewcomer();
    const turn = await person.join('arrived', '2026-11-20T10:00');
    expect(textOf(turn.replies)).toMatch(/不是真人[\s\S]*新進同仁[\s\S]*到職日/);
    expect((await person.records.preferences()).sent).toEqual([at('2026-11-20T10:00')]);
    expect((await person.join('arrived', '2026-12-20T10:00')).replies).toEqual([]);
    expect(person.records.jobs.size).toBe(0);
  });

  it.each([
    ['at night', '2026-11-20T22:00', '2026-11-23T08:30'],
    ['on a Saturday', '2026-11-21T10:00', '2026-11-23T08:30'],
    ['before the office opens', '2026-11-20T06:00', '2026-11-20T08:30'],
    ['in the holidays of the new year', '2026-02-17T10:00', '2026-02-23T08:30'],
  ])('waits where somebody arrives %s', async (_, arrives, told) => {
    const person = createNewcomer();
    const turn = await person.join('arrived', arrives);
    expect([turn.replies, turn.record]).toEqual([[], null]);
    expect([...person.records.jobs.values()]).toEqual([{ key: 'offer', kind: 'offer', dueAt: at(told), detail: '' }]);
    const offered = await person.runOffer();
    expect(offered?.at).toBe(at(told));
    expect(textOf(offered?.turn.replies ?? [])).toContain('新進同仁');
    expect((await person.records.preferences()).sent).toEqual([at(told)]);
    expect(person.records.jobs.size).toBe(0);
  });

  it('waits for the agency’s own holidays and hours', async () => {
    const person = createNewcomer({ notices: { quietTo: '10:00', extraHolidays: ['2026-11-20'] } });
    await person.join('arrived', '2026-11-20T09:00');
    expect((await person.runOffer())?.at).toBe(at('2026-11-23T10:00'));
  });

  it('waits a day where a message went out on this one', async () => {
    const person = createNewcomer();
    const sent = [at('2026-11-19T09:00')];
    person.records.apply([{ type: 'preferencesPut', preferences: { ...defaultNoticePreferences, sent } }]);
    await person.join('arrived', '2026-11-19T10:00');
    expect((await person.runOffer())?.at).toBe(at('2026-11-20T08:30'));
  });

  it('offers nothing to who muted it, who has begun, or who began while it waited', async () => {
    const muted = createNewcomer();
    await muted.say('不要再提醒我', '2026-11-20T09:00');
    const turn = await muted.join('arrived', '2026-11-20T10:00');
    expect([turn.replies, turn.changes]).toEqual([[], []]);

    const begun = createNewcomer();
    await begun.say('我是新人，11/23到職', '2026-11-20T09:00');
    expect((await begun.join('arrived', '2026-11-20T10:00')).changes).toEqual([]);

    const meanwhile = createNewcomer();
    await meanwhile.join('arrived', '2026-11-20T22:00');
    await meanwhile.say('我是新人，11/23到職', '2026-11-20T22:10');
    expect(await meanwhile.runOffer()).toBeNull();
  });

  it.each([
    ['開始新人計畫', '到職日是哪一天'],
    ['先不用', '先不安排'],
    ['不要再提醒我', '不會再主動提醒'],
  ])('can be answered by 「%s」, days after as well', async (label, says) => {
    for (const time of ['2026-11-20T10:01', '2026-11-27T10:01']) {
      const person = createNewcomer();
      const offer = await person.join('arrived', '2026-11-20T10:00');
      const choice = offer.replies.flatMap(({ choices }) => choices).find((one) => one.label === label);
      expect(textOf((await person.say(label, time, choice?.value ?? '')).replies)).toContain(says);
    }
  });

  it('understands the start date that is typed behind it', async () => {
    const person = createNewcomer();
    await person.join('arrived', '2026-11-20T10:00');
    expect(textOf((await person.say('11/23', '2026-11-20T10:01')).replies)).toContain('11月23日');
    expect((await person.records.onboarding())?.startsOn).toBe('2026-11-23');
    const later = createNewcomer();
    await later.join('arrived', '2026-11-20T10:00');
    await later.say('我11/23到職', '2026-11-24T10:00');
    expect((await later.records.onboarding())?.startsOn).toBe('2026-11-23');
  });
});
