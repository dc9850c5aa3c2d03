import { afterEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../adapters/stores/engine.ts';
import { keeping } from '../../../adapters/stores/retention.ts';
import { nextNight, runRetention, runRetentionJob } from '../../../adapters/stores/run-retention.ts';
import { putHold } from '../../../adapters/stores/settings.ts';
import { type EngineName, engineNames, newPlace, type Place } from './engines.ts';
import { dayMs, moment, readAll, say, turnsAt } from './talk.ts';

let place: Place | null = null;
afterEach(async () => {
  await place?.end();
  place = null;
});

async function open(name: EngineName): Promise<Engine> {
  place = await newPlace(name);
  return place.engine;
}

const daysAgo = (days: number): number => moment - days * dayMs;

/** Rows by table, without the empty tables. */
async function countRows(engine: Engine): Promise<Readonly<Record<string, number>>> {
  const all = [...(await readAll(engine))].filter(([, rows]) => rows !== '');
  return Object.fromEntries(all.map(([table, rows]) => [table, rows.split('\n').length]));
}

/** A browser that was silent for long, one that still talks in an old thread, and somebody with a record. */
async function fill(engine: Engine): Promise<void> {
  await say(engine, { thread: 'web:silent', account: 'silent', said: 'Long ago', at: daysAgo(500) });
  await say(engine, { thread: 'web:living', account: 'living', said: 'Old', at: daysAgo(181) });
  await say(engine, { thread: 'web:living', account: 'living', said: 'New', at: daysAgo(1) });
  const entry = {
    course: 'A',
    date: '2025-01-01',
    hours: 1,
    category: 'other',
    provider: null,
    state: 'reported',
  } as const;
  const changes = [
    { type: 'hoursPut', entry },
    { type: 'linkCodeMade', code: 'C', expiresAt: daysAgo(499) },
  ] as const;
  await say(engine, { thread: 'web:record', account: 'record', said: 'My hours', at: daysAgo(500), changes });
  await say(engine, { agency: 'a2', thread: 'slack:D1', account: 'U1', said: 'Long ago', at: daysAgo(500) });
}

describe.each(engineNames)('runRetention() on %s', (name) => {
  it('deletes what was kept long enough, and exactly what it had shown', async () => {
    const engine = await open(name);
    await fill(engine);
    // Replies that were never sent go after half a year like the turns; one of them is still young.
    const before = await countRows(engine);
    const shown = await runRetention(engine, moment, { mode: 'show' });
    expect(await countRows(engine)).toEqual(before);
    const applied = await runRetention(engine, moment, { mode: 'apply' });
    const again = await runRetention(engine, moment, { mode: 'apply' });
    // What hangs on something else goes with it, which the first look cannot see.
    const dependent = ['leases', 'browsers'];
    const direct = (report: typeof shown) => report.expired.filter(({ kind }) => !dependent.includes(kind));
    expect(direct(applied)).toEqual(direct(shown));
    expect(again.expired).toEqual([]);
    expect(await countRows(engine)).toEqual({
      person: 3,
      identity: 3,
      lease: 1,
      session: 1,
      inbox: 1,
      turn: 1,
      outbox: 1,
      hours: 1,
      audit: 3,
      audit_head: 2,
    });
    const left = await readAll(engine);
    expect(left.get('identity')).not.toContain('silent');
    expect(left.get('turn')).toContain('New');
    expect(left.get('audit')).toContain('rowsExpired');
    // The thread goes on at its version, and the silent ones begin anew.
    await say(engine, { thread: 'web:living', account: 'living', said: 'Next' });
    await say(engine, { thread: 'web:record', account: 'record', said: 'Next' });
    expect((await readAll(engine)).get('turn')).toMatch(/"version":3/);
  });

  it('keeps each class for as long as it says, to the day', async () => {
    const engine = await open(name);
    await say(engine, { thread: 'web:A', account: 'A', said: 'A', at: 0 });
    const after = (days: number) => runRetention(engine, days * dayMs, { mode: 'show' });
    for (const kind of ['turns', 'sessions', 'eventsAnswered', 'repliesUnsent'] as const) {
      const { days } = keeping[kind];
      const kinds = async (at: number) => (await after(at)).expired.map((one) => one.kind);
      expect(await kinds(days), kind).not.toContain(kind);
      expect(await kinds(days + 0.01), kind).toContain(kind);
    }
  });

  it('deletes nothing of an agency, or of a person, that is held', async () => {
    const engine = await open(name);
    await fill(engine);
    const change = { actor: 'test', now: moment };
    await putHold(engine, { ...change, agency: 'a1' }, { reason: 'no. 7', persons: ['web:silent'] });
    await putHold(engine, { ...change, agency: 'a2' }, { reason: 'no. 8', everybody: true });
    const { expired, held } = await runRetention(engine, moment, { mode: 'apply' });
    expect(held).toEqual([
      { agency: 'a1', everybody: false, reason: 'no. 7' },
      { agency: 'a2', everybody: true, reason: 'no. 8' },
    ]);
    expect(expired.map(({ agency }) => agency)).not.toContain('a2');
    const left = await readAll(engine);
    for (const table of ['turn', 'session', 'inbox', 'outbox', 'person', 'identity'])
      expect(left.get(table)?.split('\n').length, table).toBeGreaterThan(2);
    expect(left.get('turn')).toContain('Long ago');
    expect(left.get('turn')).not.toContain('My hours');
  });

  it('goes on where the bound of a run stopped it, and never leaves turns without their session', async () => {
    const engine = await open(name);
    for (let thread = 0; thread < 3; thread++)
      for (let turn = 0; turn < 4; turn++)
        await say(engine, { thread: `web:${thread}`, account: `${thread}`, said: 'Old', at: daysAgo(600) });
    for (let round = 0; ; round++) {
      const { finished } = await runRetention(engine, moment, { mode: 'apply', rowsMax: 1 });
      const { session = 0, turn = 0 } = await countRows(engine);
      expect(turn === 0 || session > 0).toBe(true);
      if (finished) break;
      expect(round).toBeLessThan(100);
    }
    const { audit: _, audit_head: __, ...rest } = await countRows(engine);
    expect(rest).toEqual({});
  });

  it('leaves a thread in which somebody thinks at this moment', async () => {
    const engine = await open(name);
    await say(engine, { thread: 'web:A', account: 'A', said: 'Old', at: daysAgo(200) });
    const store = turnsAt(engine, moment);
    const event = {
      agency: 'a1',
      thread: 'web:A',
      event: 'e',
      audience: 'private',
      target: null,
      privately: null,
    } as const;
    const body = { type: 'message', message: { text: 'Back after half a year', choice: null } } as const;
    await store.receive({ ...event, speaker: { channel: 'web', account: 'A' }, body });
    const claim = await store.claim({ agency: 'a1', thread: 'web:A' });
    await runRetention(engine, moment, { mode: 'apply' });
    expect(await countRows(engine)).toMatchObject({ session: 1, lease: 1 });
    if (claim === null) throw new Error('nothing was claimed');
    const outcome = {
      events: ['e'],
      session: null,
      record: null,
      replies: [],
      changes: [],
      delivery: null,
      handedOver: null,
      published: null,
    } as const;
    expect(await store.commit(claim, outcome)).toBe('committed');
  });
});

describe('runRetentionJob()', () => {
  it('comes back at three in the night of Taipei', async () => {
    const engine = await open('sqlite');
    await fill(engine);
    const next = await runRetentionJob(engine, moment);
    expect(new Date(next).toISOString()).toBe('2026-11-21T19:00:00.000Z');
    expect(nextNight(next) - next).toBe(dayMs);
  });
});
