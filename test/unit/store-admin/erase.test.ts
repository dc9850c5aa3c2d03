import { afterEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../adapters/stores/audit.ts';
import { type ErasureRequest, erasePerson } from '../../../adapters/stores/erase-person.ts';
import { putHold, removeSetting } from '../../../adapters/stores/settings.ts';
import { tableNames } from '../../../adapters/stores/tables.ts';
import { type EngineName, engineNames, newPlace, type Place } from './engines.ts';
import { code, fillWithSomebody, mark } from './somebody.ts';
import { moment, readAll, say, tablesWith, turnsAt } from './talk.ts';

const request: ErasureRequest = { agency: 'a1', name: 'slack:U1', actor: 'test', mode: 'apply', now: moment };

let place: Place | null = null;
afterEach(async () => {
  await place?.end();
  place = null;
});

async function open(name: EngineName): Promise<Place> {
  place = await newPlace(name);
  return place;
}

describe.each(engineNames)('erasePerson() on %s', (name) => {
  it('leaves nothing of the person behind in any table but the random id in the audit log', async () => {
    const { engine } = await open(name);
    const person = await fillWithSomebody(engine);
    expect((await tablesWith(engine, mark)).length).toBeGreaterThan(5);
    expect((await tablesWith(engine, person)).length).toBeGreaterThan(9);
    const shown = await erasePerson(engine, { ...request, mode: 'show' });
    const before = await readAll(engine);
    const erased = await erasePerson(engine, request);
    expect(erased).toEqual({ ...shown, outcome: 'erased' });
    expect(await tablesWith(engine, mark)).toEqual([]);
    expect(await tablesWith(engine, person)).toEqual(['audit']);
    const of = [...(await readAll(engine)).values()]
      .flatMap((rows) => rows.split('\n'))
      .filter((row) => row.includes('"a1"'));
    expect(of.filter((row) => /U1|W1|D1/.test(row))).toEqual([]);
    expect(before.get('turn')).toContain(mark);
    expect(await verifyAudit(engine.db, 'a1')).toMatchObject({ holds: true });
    expect((await readAll(engine)).get('audit')).toContain('personErased');
    expect(await erasePerson(engine, request)).toEqual({ outcome: 'nobody' });
    expect(await erasePerson(engine, { ...request, name: person })).toEqual({ outcome: 'nobody' });
  });

  it('leaves others as they are, and a public thread goes on where it was', async () => {
    const { engine } = await open(name);
    await fillWithSomebody(engine);
    await erasePerson(engine, request);
    expect(await tablesWith(engine, 'A neutral question')).toEqual(['turn']);
    expect(await tablesWith(engine, 'And then?')).toEqual(['turn']);
    expect(await tablesWith(engine, 'Elsewhere')).toContain('turn');
    await say(engine, { thread: 'slack:C1', audience: 'public', account: 'U2', said: 'Still here' });
    expect((await readAll(engine)).get('turn')).toMatch(/"version":5/);
    const again = await say(engine, { thread: 'slack:D1', account: 'U1', said: 'Somebody new' });
    expect(await tablesWith(engine, again)).toContain('person');
  });

  it('finds the person by the id, by any account, and by an account that was not answered yet', async () => {
    const { engine } = await open(name);
    const person = await fillWithSomebody(engine);
    for (const one of [person, 'slack:U1', 'web:W1'])
      expect(await erasePerson(engine, { ...request, name: one, mode: 'show' })).toMatchObject({ outcome: 'shown' });
    for (const none of ['', 'slack:U', 'slack:', 'nobody'])
      expect(await erasePerson(engine, { ...request, name: none })).toEqual({ outcome: 'nobody' });
    await engine.write((transaction) =>
      transaction
        .insertInto('inbox')
        .values({
          agency: 'a1',
          thread: 'slack:D9',
          event: 'e',
          channel: 'slack',
          account: 'U9',
          person: null,
          audience: 'private',
          body: mark,
          received_at: 0,
          answered: null,
        })
        .execute(),
    );
    expect(await erasePerson(engine, { ...request, name: 'slack:U9' })).toMatchObject({ outcome: 'erased' });
    expect(await tablesWith(engine, 'U9')).toEqual([]);
  });

  it('does nothing while a legal hold stands, under whatever name it was set', async () => {
    const { engine } = await open(name);
    const person = await fillWithSomebody(engine);
    const change = { agency: 'a1', actor: 'test', now: moment };
    expect(await putHold(engine, change, { reason: 'no. 7', persons: ['slack:U8'] })).toEqual(['slack:U8']);
    expect(await putHold(engine, change, { reason: 'no. 7', persons: ['web:W1'] })).toEqual([]);
    expect(await erasePerson(engine, request)).toEqual({ outcome: 'held', reason: 'no. 7' });
    expect(await erasePerson(engine, { ...request, name: person })).toMatchObject({ outcome: 'held' });
    expect(await erasePerson(engine, { ...request, name: 'slack:U2' })).toMatchObject({ outcome: 'erased' });
    expect(await removeSetting(engine, { ...change, name: 'hold' })).toBe(true);
    expect(await erasePerson(engine, request)).toMatchObject({ outcome: 'erased' });
  });

  it('refuses the commit of a turn that was being thought meanwhile, and asks others again', async () => {
    const { engine } = await open(name);
    await fillWithSomebody(engine);
    const store = turnsAt(engine, moment);
    for (const [thread, account, audience] of [
      ['slack:D1', 'U1', 'private'],
      ['slack:C2', 'U1', 'public'],
      ['web:W1', 'W1', 'private'],
    ] as const) {
      const event = {
        agency: 'a1',
        thread,
        event: 'e',
        audience,
        speaker: { channel: thread.split(':')[0] ?? '', account },
        target: null,
        privately: null,
      };
      const body = { type: 'message', message: { text: mark, choice: null } } as const;
      // The web claims for an event that is not kept yet; the others are claimed from the inbox.
      if (audience === 'public' || account === 'U1') await store.receive({ ...event, body });
      const claim =
        account === 'W1' ? await store.claimFor({ ...event, body }) : await store.claim({ agency: 'a1', thread });
      if (claim === null) throw new Error('nothing was claimed');
      await erasePerson(engine, request);
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
      expect(await store.commit(claim, outcome), thread).toBe('fenced');
      expect(await tablesWith(engine, mark)).toEqual([]);
      await say(engine, { thread: 'slack:D1', account: 'U1', said: 'Back again', changes: [code('CODE3')] });
      await say(engine, {
        thread: 'web:W1',
        account: 'W1',
        said: 'Back',
        changes: [{ type: 'linked', code: 'CODE3' }],
      });
    }
  });
});

it('knows every table', async () => {
  const { engine } = await open('sqlite');
  const tables = await engine.across.introspection.getTables();
  const named = tables.map(({ name }) => name).filter((name) => !name.startsWith('kysely_'));
  expect(named.toSorted()).toEqual(tableNames.toSorted());
});
