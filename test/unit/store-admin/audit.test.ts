import { afterEach, describe, expect, it } from 'vitest';
import { appendAudit } from '../../../adapters/stores/audit.ts';
import type { Engine } from '../../../adapters/stores/engine.ts';
import { readAudit, verifyAudits } from '../../../adapters/stores/inspect-audit.ts';
import { engineNames, newPlace, type Place } from './engines.ts';

let place: Place | null = null;
afterEach(async () => {
  await place?.end();
  place = null;
});

async function fill(engine: Engine, agency: string, rows: number): Promise<void> {
  for (let at = 1; at <= rows; at++)
    await engine.write((transaction) =>
      appendAudit(transaction, agency, { actor: 'x', action: 'tested', subject: `p${at}`, detail: '' }, at),
    );
}

describe.each(engineNames)('verifyAudits() on %s', (name) => {
  it('gives rows and head of every agency', async () => {
    place = await newPlace(name);
    const { engine } = place;
    await fill(engine, 'a1', 3);
    await fill(engine, 'a2', 1);
    const all = await verifyAudits(engine, null, null);
    expect(all).toMatchObject([
      { agency: 'a1', holds: true, rows: 3 },
      { agency: 'a2', holds: true, rows: 1 },
    ]);
    const rows = [];
    for await (const page of readAudit(engine, 'a1')) rows.push(...page);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(all[0]).toMatchObject({ head: rows[2]?.hash });
  });

  it('finds a changed, a removed and an added row, and an end that was cut off', async () => {
    place = await newPlace(name);
    const { engine } = place;
    const { across } = engine;
    for (const agency of ['changed', 'removed', 'cut', 'endless', 'rewritten']) await fill(engine, agency, 4);
    const heads = await verifyAudits(engine, 'rewritten', null);
    const noted = heads[0]?.holds === true ? heads[0].head : '';
    await across
      .updateTable('audit')
      .set({ detail: 'x' })
      .where('agency', '=', 'changed')
      .where('seq', '=', 2)
      .execute();
    await across.deleteFrom('audit').where('agency', '=', 'removed').where('seq', '=', 3).execute();
    await across.deleteFrom('audit').where('agency', '=', 'cut').where('seq', '=', 4).execute();
    await across.deleteFrom('audit_head').where('agency', '=', 'endless').execute();
    // Cut off and mended at the end: only the head that was noted elsewhere tells.
    await across.deleteFrom('audit').where('agency', '=', 'rewritten').where('seq', '=', 4).execute();
    const third = await across
      .selectFrom('audit')
      .select('hash')
      .where('agency', '=', 'rewritten')
      .where('seq', '=', 3)
      .executeTakeFirstOrThrow();
    await across
      .updateTable('audit_head')
      .set({ seq: 3, hash: third.hash })
      .where('agency', '=', 'rewritten')
      .execute();
    const found = new Map((await verifyAudits(engine, null, noted)).map((one) => [one.agency, one]));
    expect(found.get('changed')).toMatchObject({ holds: false, seq: 2, problem: 'changed' });
    expect(found.get('removed')).toMatchObject({ holds: false, seq: 3, problem: 'missing' });
    expect(found.get('cut')).toMatchObject({ holds: false, seq: 4, problem: 'missing' });
    expect(found.get('endless')).toMatchObject({ holds: false });
    expect(found.get('rewritten')).toMatchObject({ holds: true, headKnown: false });
    expect([...found.values()].some(({ headKnown }) => headKnown)).toBe(false);
    expect(await verifyAudits(engine, 'rewritten', third.hash)).toMatchObject([{ headKnown: true }]);
  });
});
