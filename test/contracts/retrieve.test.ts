import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonLines, runCommand, stackTrace } from './run-command.ts';

/** `npm run --silent retrieve -- --passages FILE --queries FILE --k N`, as another program sees it. */

const id = z.union([z.string(), z.number()]);
const hitsLine = z
  .strictObject({ id, hits: z.array(z.strictObject({ id: z.string(), score: z.number() })) })
  .refine(
    ({ hits }) => hits.every(({ score }, at) => score <= (hits[at - 1]?.score ?? Number.POSITIVE_INFINITY)),
    'not best first',
  )
  .refine(({ hits }) => new Set(hits.map((hit) => hit.id)).size === hits.length, 'a passage stands twice');
const errorLine = z.strictObject({ id: id.nullable(), kind: z.literal('error'), error: z.string().min(1) });

const passages = [
  { id: 'p1', title: '訓練進修', text: '公務人員訓練進修法第18條規定訓練費用。' },
  { id: 'p2', text: '臺北市政府的圖書館在星期一休館。' },
  { id: 'p3', title: '', text: '每人每年學習時數為20小時，其中3小時是AI課程。' },
  { id: 'p4', text: '颱風天停止上班的標準由人事總處訂定。' },
];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'retrieve-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function retrieve(queries: string | Uint8Array, k = '2', texts: string | Uint8Array = jsonLines(...passages)) {
  return runCommand(
    'retrieve',
    ['--passages', write('passages.jsonl', texts), '--queries', write('queries.jsonl', queries), '--k', k],
    '',
  );
}

describe('retrieve', () => {
  it('gives the hits of every query in order, best first and at most k', async () => {
    const queries = [
      { id: 'q1', text: '台北市圖書館哪天休息' },
      { id: 2, text: '一年要上幾小時AI課' },
      { id: 'q3', text: '训练费用第几条' },
    ];
    const { lines, code } = await retrieve(jsonLines(...queries));
    const read = lines.map((line) => hitsLine.parse(line));
    expect(read.map((line) => line.id)).toEqual(['q1', 2, 'q3']);
    expect(read.map(({ hits }) => hits[0]?.id)).toEqual(['p2', 'p3', 'p1']);
    expect(read.every(({ hits }) => hits.length <= 2)).toBe(true);
    expect(code).toBe(0);
  });

  it('writes its measures as one JSON line on standard error', async () => {
    const { errors } = await retrieve(jsonLines({ id: 'q', text: '學習時數' }));
    const measured = errors
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line): unknown => JSON.parse(line));
    expect(measured).toHaveLength(1);
    const read = z.record(z.string(), z.number()).parse(measured[0]);
    expect(Object.values(read)).toContain(passages.length);
    expect(Object.keys(read).join(' ')).toMatch(/passages.*build.*byte.*p50.*p99/i);
  });

  it('answers a query that cannot be read with a typed error in its place', async () => {
    const { lines, code } = await retrieve(
      jsonLines({ id: 1, text: '學習時數' }, '{"id":', { id: 3 }, 'null', { id: 5, text: '學習時數' }),
    );
    expect(lines).toHaveLength(5);
    expect([0, 4].map((at) => hitsLine.parse(lines[at]).id)).toEqual([1, 5]);
    expect([1, 2, 3].map((at) => errorLine.parse(lines[at]).kind)).toEqual(['error', 'error', 'error']);
    expect(code).toBe(0);
  });

  it('answers queries without words, of emoji, of 10,000 characters and of broken UTF-8', async () => {
    const broken = Buffer.concat([Buffer.from('{"id":4,"text":"'), Buffer.from([0xff, 0xe4]), Buffer.from('"}\n')]);
    const whole = Buffer.from(
      jsonLines({ id: 1, text: '' }, { id: 2, text: '😀👍🏻' }, { id: 3, text: '學習時數'.repeat(2_500) }),
    );
    const { lines, code } = await retrieve(Buffer.concat([whole, broken]));
    expect(lines.map((line) => z.union([hitsLine, errorLine]).parse(line).id)).toEqual([1, 2, 3, 4]);
    expect(hitsLine.parse(lines[2]).hits[0]?.id).toBe('p3');
    expect(code).toBe(0);
  });

  it('writes nothing for no queries, and no hits where there are no passages', async () => {
    expect(await retrieve('')).toMatchObject({ code: 0, lines: [] });
    expect(await retrieve(jsonLines({ id: 1, text: '學習時數' }), '2', '')).toMatchObject({
      code: 0,
      lines: [{ id: 1, hits: [] }],
    });
  });

  for (const [name, options] of [
    ['no --queries', ['--k', '2']],
    ['a --k that is no number', ['--queries', 'q.jsonl', '--k', 'two']],
    ['a --k of 0', ['--queries', 'q.jsonl', '--k', '0']],
    ['a file that does not exist', ['--queries', '/nowhere/queries.jsonl', '--k', '2']],
    ['an unknown option', ['--nonsense']],
  ] as const)
    it(`refuses ${name} with a plain sentence`, async () => {
      const { code, lines, errors } = await runCommand(
        'retrieve',
        ['--passages', write('passages.jsonl', jsonLines(...passages)), ...options],
        '',
      );
      expect(code).toBeGreaterThan(0);
      expect(lines).toEqual([]);
      expect(errors.trim()).not.toBe('');
      expect(errors).not.toMatch(stackTrace);
    });
});
