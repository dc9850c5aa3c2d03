import { afterEach, describe, expect, it } from 'vitest';
import { addRows, emptySum } from '../../../adapters/stores/checksum.ts';
import type { Engine } from '../../../adapters/stores/engine.ts';
import { verifyAudits } from '../../../adapters/stores/inspect-audit.ts';
import { moveDatabase, moveRows } from '../../../adapters/stores/move.ts';
import { tableNames } from '../../../adapters/stores/tables.ts';
import { engineNames, newPlace, type Place } from './engines.ts';
import { moment, readAll, say } from './talk.ts';

const places: Place[] = [];
afterEach(async () => {
  for (const place of places.splice(0)) await place.end();
});

async function openBoth(): Promise<{ readonly source: Place; readonly target: Place }> {
  const [source, target] = [await newPlace('sqlite'), await newPlace('postgres')];
  places.push(source, target);
  return { source, target };
}

/** Every table with something, texts that are hard to carry, and 50,000 turns. */
async function fill(engine: Engine): Promise<void> {
  await say(engine, {
    thread: 'slack:D1',
    account: 'U1',
    said: '髒話「」\'";\\\u2028 🤖 {"a":null}\n\t',
    changes: [
      {
        type: 'hoursPut',
        entry: { course: '課', date: '2026-03-01', hours: 0.1, category: 'other', provider: null, state: 'reported' },
      },
      {
        type: 'certificatePut',
        entry: { name: 'N', catalogueId: null, date: '2026-03-02', issuer: '', evidence: null, state: 'reported' },
      },
      {
        type: 'onboardingPut',
        onboarding: {
          plan: 'p',
          startsOn: '2026-03-01',
          stage: 'running',
          tasks: [],
          pulse: [],
          told: [],
          restsSince: null,
          shiftDays: 0,
          unit: null,
        },
      },
      { type: 'jobPut', job: { key: 'j', kind: 'hours', dueAt: moment, detail: '' } },
      { type: 'linkCodeMade', code: 'C', expiresAt: moment },
    ],
  });
  await engine.write((transaction) =>
    transaction.insertInto('setting').values({ agency: 'a1', name: 'notices', value: '{}', changed_at: 1 }).execute(),
  );
  await engine.write((transaction) =>
    transaction
      .insertInto('feedback')
      .values({ agency: 'a1', thread: 'web:1', version: 1, person: 'p', useful: 1, reason: '', at: 1 })
      .execute(),
  );
  for (let from = 0; from < 50_000; from += 500)
    await engine.stage((transaction) =>
      transaction
        .insertInto('turn')
        .values(
          Array.from({ length: 500 }, (_, at) => ({
            agency: 'a1',
            thread: `web:${(from + at) % 997}`,
            version: from + at,
            person: 'p',
            record: `問 ${from + at} ${'答'.repeat((from + at) % 50)}`,
            at: moment + from,
          })),
        )
        .execute(),
    );
}

describe.runIf(engineNames.includes('postgres'))('moveRows()', () => {
  it('gives PostgreSQL every row of more than 50,000, and numbers go on behind them', async () => {
    const { source, target } = await openBoth();
    await fill(source.engine);
    const moved = await moveRows(source.engine, target.engine);
    expect(moved.reduce((rows, table) => rows + table.rows, 0)).toBeGreaterThan(50_000);
    expect(moved.map(({ table }) => table)).toEqual(tableNames);
    expect(moved.filter(({ rows }) => rows === 0)).toEqual([]);
    const sorted = async (engine: Engine) =>
      new Map([...(await readAll(engine))].map(([table, rows]) => [table, rows.split('\n').map(sortKeys).sort()]));
    expect(await sorted(target.engine)).toEqual(await sorted(source.engine));
    expect(await verifyAudits(target.engine, null, null)).toMatchObject([{ holds: true }]);
    await say(target.engine, { thread: 'slack:D1', account: 'U1', said: 'Goes on' });
    const seqs = await target.engine.across.selectFrom('inbox').select('seq').orderBy('seq').execute();
    expect(seqs.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('refuses a target that has rows, but not the rows of the program itself', async () => {
    const { source, target } = await openBoth();
    await say(source.engine, { thread: 'web:A', account: 'A', said: 'A' });
    await target.engine.ping();
    await target.engine.across
      .insertInto('job')
      .values({
        agency: '',
        person: '',
        key: 'retention',
        kind: 'retention',
        detail: '',
        due_at: 1,
        lease_until: 0,
        fence: 1,
        attempts: 0,
      })
      .execute();
    expect((await moveRows(source.engine, target.engine)).length).toBe(tableNames.length);
    const before = await readAll(target.engine);
    await expect(moveRows(source.engine, target.engine)).rejects.toMatchObject({ code: 'moveTargetNotEmpty' });
    expect(await readAll(target.engine)).toEqual(before);
  });

  it('changes nothing where a row cannot be carried', async () => {
    const { source, target } = await openBoth();
    await say(source.engine, { thread: 'web:A', account: 'A', said: 'A' });
    await source.engine.across.updateTable('turn').set({ record: 'a NUL \0 in it' }).execute();
    await expect(moveRows(source.engine, target.engine)).rejects.toMatchObject({ code: 'moveDiffers' });
    expect((await readAll(target.engine)).get('person')).toBe('');
  });

  it('refuses a source that a program has open', async () => {
    const { source, target } = await openBoth();
    await expect(moveDatabase(source.at, target.at)).rejects.toMatchObject({ code: 'storeLocked' });
  });
});

describe('addRows()', () => {
  it('gives the same sum in any order, and another one for any change', () => {
    const [a, b] = [
      { x: 1, y: null },
      { x: 2, y: 'b' },
    ];
    const sum = addRows(emptySum, [a, b]);
    expect(addRows(addRows(emptySum, [b]), [a])).toEqual(sum);
    expect(addRows(emptySum, [{ y: null, x: 1 }, b])).toEqual(sum);
    for (const other of [[a], [a, a], [a, b, b], [a, { x: 2, y: 'B' }], [a, { x: '2', y: 'b' }]])
      expect(addRows(emptySum, other)).not.toEqual(sum);
  });
});

function sortKeys(row: string): string {
  if (row === '') return row;
  const parsed: unknown = JSON.parse(row);
  return JSON.stringify(Object.entries(parsed ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)));
}
