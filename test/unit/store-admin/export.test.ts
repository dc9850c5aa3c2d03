import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type ErasureRequest, erasePerson } from '../../../adapters/stores/erase-person.ts';
import { exportPerson } from '../../../adapters/stores/export-person.ts';
import { openEngine } from '../../../adapters/stores/open-store.ts';
import { scrubFile } from '../../../adapters/stores/scrub-file.ts';
import { type EngineName, engineNames, newPlace, type Place } from './engines.ts';
import { fillWithSomebody, mark } from './somebody.ts';
import { moment, readAll, say } from './talk.ts';

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

describe.each(engineNames)('exportPerson() on %s', (name) => {
  it('has every marked text and no other person', async () => {
    const { engine } = await open(name);
    const person = await fillWithSomebody(engine);
    const exported = JSON.stringify(await exportPerson(engine, request));
    const kept = [...(await readAll(engine)).values()].join('\n');
    const marked = new Set(kept.match(/MARKED-TEXT-7319 [a-z]+(?: [a-z]+)?(?=\\?")/g));
    expect(marked.size).toBeGreaterThan(4);
    for (const text of marked) expect(exported).toContain(text);
    expect(exported).toContain(person);
    expect(exported).toContain('"U1"');
    expect(exported).toContain('"W1"');
    for (const other of ['U2', 'Elsewhere', 'A neutral question']) expect(exported).not.toContain(other);
    expect(await exportPerson(engine, { ...request, name: 'slack:nobody' })).toBeNull();
    expect((await readAll(engine)).get('audit')).toContain('personExported');
  });
});

describe('scrubFile()', () => {
  it('takes the erased text out of the bytes of the file and its log, while another program has it open', async () => {
    const { engine, at } = await open('sqlite');
    const person = await fillWithSomebody(engine);
    // So much that pages become free.
    for (let at = 0; at < 50; at++)
      await say(engine, { thread: 'slack:D1', account: 'U1', said: `${mark} ${'long '.repeat(500)}` });
    const other = await openEngine({ kind: 'folder', path: at.replace(/\/[^/]*$/, '') }, () => undefined);
    try {
      await other.db.selectFrom('turn').select('version').where('agency', '=', 'a1').execute();
      await erasePerson(engine, request);
      expect(bytesWith(at, mark)).not.toEqual([]);
      expect(await scrubFile(engine, 'whereShort')).toBe('clean');
      for (const text of [mark, 'U1/', '"U1"', 'W1']) expect(bytesWith(at, text), text).toEqual([]);
      // The id is left in the audit log and nowhere else: as often as its rows name it.
      const rows = await engine.db.selectFrom('audit').selectAll().where('agency', '=', 'a1').execute();
      const named = rows.flatMap(({ actor, subject }) => [actor, subject]).filter((one) => one === person);
      expect(readFileSync(at, 'latin1').split(person).length - 1).toBe(named.length);
      await say(other, { thread: 'slack:D2', account: 'U3', said: 'The other program goes on' });
    } finally {
      await other.close();
    }
  });
});

function bytesWith(file: string, text: string): readonly string[] {
  return ['', '-wal'].filter((ending) => readFileSync(`${file}${ending}`).includes(text));
}
