import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { appendAudit, verifyAudit } from '../../adapters/stores/audit.ts';
import { onEachPlace, places, useWorld } from './store-places.ts';
import type { StoreWorld } from './store-world.ts';

const entry = { actor: 'somebody', action: 'hoursPut', subject: 'somebody', detail: '2026 reported' };

/** What somebody with access to the database could do, and what is found. */
const tampering: readonly {
  readonly name: string;
  readonly statement: (agency: string) => ReturnType<typeof sql>;
  readonly found: { readonly seq: number; readonly problem: 'changed' | 'missing' };
}[] = [
  ...(['actor', 'action', 'subject', 'detail', 'hash'] as const).map((column) => ({
    name: `a row with another ${column}`,
    statement: (agency: string) => sql`update audit set ${sql.ref(column)} = 'x' where agency = ${agency} and seq = 3`,
    found: { seq: 3, problem: 'changed' as const },
  })),
  {
    name: 'a row at another time',
    statement: (agency) => sql`update audit set at = at + 1 where agency = ${agency} and seq = 3`,
    found: { seq: 3, problem: 'changed' },
  },
  {
    name: 'a row that is gone',
    statement: (agency) => sql`delete from audit where agency = ${agency} and seq = 3`,
    found: { seq: 3, problem: 'missing' },
  },
  {
    name: 'the first row gone',
    statement: (agency) => sql`delete from audit where agency = ${agency} and seq = 1`,
    found: { seq: 1, problem: 'missing' },
  },
  {
    name: 'two rows in each other’s place',
    statement: (agency) =>
      sql`update audit set at = (case seq when 3 then 4 else 3 end) where agency = ${agency} and seq in (3, 4)`,
    found: { seq: 3, problem: 'changed' },
  },
  {
    name: 'rows cut off at the end',
    statement: (agency) => sql`delete from audit where agency = ${agency} and seq > 4`,
    found: { seq: 5, problem: 'missing' },
  },
  {
    name: 'all rows gone',
    statement: (agency) => sql`delete from audit where agency = ${agency}`,
    found: { seq: 1, problem: 'missing' },
  },
  {
    name: 'a row put at the end',
    statement: (agency) =>
      sql`insert into audit select agency, seq + 1, at, actor, action, subject, detail, hash from audit where agency = ${agency} and seq = 6`,
    found: { seq: 7, problem: 'changed' },
  },
  {
    name: 'an end that was moved',
    statement: (agency) => sql`update audit_head set hash = 'x' where agency = ${agency}`,
    found: { seq: 6, problem: 'changed' },
  },
];

onEachPlace(places, (kind) => {
  const world = useWorld(kind);

  it('the chain of an agency holds, and grows in order under many who write at once', async () => {
    const { store, agency } = world();
    expect(await verifyAudit(store.engine.db, agency)).toEqual({ holds: true, rows: 0, head: '' });
    await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        store.engine.write((transaction) => appendAudit(transaction, agency, { ...entry, detail: `${at}` }, at)),
      ),
    );
    expect(await verifyAudit(store.engine.db, agency)).toMatchObject({ holds: true, rows: 12 });
  });

  it('a transaction that is undone leaves no row', async () => {
    const { store, agency } = world();
    const undone = store.engine.write(async (transaction) => {
      await appendAudit(transaction, agency, entry, 1);
      throw new RangeError('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await append(world(), 1);
    expect(await verifyAudit(store.engine.db, agency)).toMatchObject({ holds: true, rows: 0 });
  });

  it('reads a chain that is longer than a page', async () => {
    const here = world();
    await here.store.engine.write(async (transaction) => {
      for (let row = 0; row < 1_001; row++) await appendAudit(transaction, here.agency, entry, row);
    });
    expect(await verifyAudit(here.store.engine.db, here.agency)).toMatchObject({ holds: true, rows: 1_001 });
  });

  describe('finds', () => {
    it.each(tampering.map((one) => [one.name, one] as const))('%s', async (_name, { statement, found }) => {
      const here = world();
      await append(here, 6);
      await append({ ...here, agency: `${here.agency}-other` }, 6);
      await statement(here.agency).execute(here.store.engine.across);
      expect(await verifyAudit(here.store.engine.db, here.agency)).toEqual({ holds: false, ...found });
      expect(await verifyAudit(here.store.engine.db, `${here.agency}-other`)).toMatchObject({ holds: true });
    });
  });
});

async function append({ store, agency }: StoreWorld, rows: number): Promise<void> {
  for (let row = 0; row < rows; row++)
    await store.engine.write((transaction) => appendAudit(transaction, agency, { ...entry, detail: `${row}` }, row));
}
