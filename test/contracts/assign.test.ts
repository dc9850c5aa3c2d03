import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Ended, jsonLines, runCommand, stackTrace } from './run-command.ts';

/** `npm run --silent assign -- --jsonl`, as another program sees it. */

const id = z.union([z.string(), z.number()]);
const role = z.enum(['policy', 'applied', 'developer', 'researcher']);
const text = z.string().min(1);
const roleLine = z
  .strictObject({
    id,
    role,
    confidence: z.number().min(0).max(1),
    confident: z.boolean(),
    runnerUp: role,
    reasons: z.array(z.strictObject({ text, evidence: text, weight: z.number() })),
    nextQuestion: z
      .strictObject({ id: text, text, options: z.array(z.strictObject({ id: text, label: text })).min(3) })
      .optional(),
  })
  .refine((line) => line.role !== line.runnerUp, 'the runner-up is the role itself')
  .refine(
    (line) => line.confident || line.nextQuestion !== undefined,
    'a next question stands wherever it is not sure',
  );
const errorLine = z.strictObject({ id: id.nullable(), kind: z.literal('error'), error: text });

const inputs: readonly (readonly [string, 'role' | 'error', unknown])[] = [
  [
    'a clear description',
    'role',
    { id: 'a', text: '我負責訂定本府的AI導入策略、編AI專案預算，也管AI系統的採購與委外，審各局處的AI提案。' },
  ],
  ['an id that is a number', 'role', { id: 3, text: '我每天收發公文，用Copilot寫會議紀錄。' }],
  ['a description that says little', 'role', { id: 'b', text: '我在公所上班。' }],
  ['English', 'role', { id: 'c', text: 'I train and fine-tune our own language models and write papers about them.' }],
  ['emoji only', 'role', { id: 'd', text: '😀👍🏻' }],
  ['control characters', 'role', { id: 'e', text: '我寫程式\u0000開發\n系統\u001b[0m' }],
  ['an empty text', 'error', { id: 'f', text: '' }],
  ['white space', 'error', { id: 'g', text: ' \n\t　' }],
  ['10,000 characters', 'error', { id: 'h', text: '我負責採購。'.repeat(2_000).slice(0, 10_000) }],
  ['no text', 'error', { id: 'i' }],
  ['a text that is a number', 'error', { id: 'j', text: 4 }],
  ['no id', 'error', { text: '我負責採購。' }],
  ['an unknown key', 'error', { id: 'k', text: '我負責採購。', grade: '九職等' }],
  ['no JSON', 'error', '{"id":'],
  ['null', 'error', 'null'],
  ['a description after all that', 'role', { id: 'l', text: '我自己寫程式開發影像辨識系統。' }],
];

describe('assign --jsonl', () => {
  let ended: Ended;

  beforeAll(async () => {
    ended = await runCommand('assign', ['--jsonl'], jsonLines(...inputs.map(([, , line]) => line)));
  });

  it('answers every line with one line and ends with 0', () => {
    expect(ended.lines).toHaveLength(inputs.length);
    expect(ended.code).toBe(0);
    expect(ended.errors).not.toMatch(stackTrace);
  });

  for (const [index, [name, kind, line]] of inputs.entries())
    it(`answers ${name} in its place with ${kind === 'error' ? 'a typed error' : 'a role'}`, () => {
      const read = (kind === 'error' ? errorLine : roleLine).safeParse(ended.lines[index]);
      expect(read.error?.issues ?? []).toEqual([]);
      const given = typeof line === 'object' && line !== null && 'id' in line ? line.id : null;
      if (given !== null) expect(read.data?.id).toBe(given);
    });

  it('is not sure of a description that says nothing of duties', () => {
    expect(roleLine.parse(ended.lines[2])).toMatchObject({ confident: false });
    expect(roleLine.parse(ended.lines[4])).toMatchObject({ confident: false, reasons: [] });
  });

  it('gives reasons whose evidence stands in the text', () => {
    const read = roleLine.parse(ended.lines[0]);
    expect(read).toMatchObject({ role: 'policy', confident: true });
    expect(read.reasons.length).toBeGreaterThan(0);
  });
});

describe('assign at its edges', () => {
  it('writes nothing for empty input and ends with 0', async () => {
    expect(await runCommand('assign', ['--jsonl'], '')).toMatchObject({ code: 0, lines: [] });
  });

  it('reads a last line without a line end, Windows line ends and a byte order mark', async () => {
    const { lines } = await runCommand(
      'assign',
      ['--jsonl'],
      '\uFEFF{"id":1,"text":"我管採購"}\r\n\r\n{"id":2,"text":"我管採購"}',
    );
    expect(lines.map((line) => roleLine.parse(line).id)).toEqual([1, 2]);
  });

  it('answers broken UTF-8 with a line and reads on', async () => {
    const broken = Buffer.concat([
      Buffer.from('{"id":1,"text":"'),
      Buffer.from([0xff, 0xe4]),
      Buffer.from('"}\n{"id":2,"text":"我管採購"}\n'),
    ]);
    const { lines, code } = await runCommand('assign', ['--jsonl'], broken);
    expect(lines).toHaveLength(2);
    expect(z.union([roleLine, errorLine]).parse(lines[0]).id).toBe(1);
    expect(roleLine.parse(lines[1]).id).toBe(2);
    expect(code).toBe(0);
  });

  it('answers a line of 5 MB with a typed error and reads on', async () => {
    const { lines, code } = await runCommand(
      'assign',
      ['--jsonl'],
      jsonLines({ id: 1, text: '採'.repeat(1_700_000) }, { id: 2, text: '我管採購' }),
    );
    expect(lines).toHaveLength(2);
    expect(errorLine.parse(lines[0])).toMatchObject({ kind: 'error' });
    expect(roleLine.parse(lines[1]).id).toBe(2);
    expect(code).toBe(0);
  });

  it('refuses an unknown option with a plain sentence', async () => {
    const { code, errors } = await runCommand(
      'assign',
      ['--jsonl', '--nonsense'],
      jsonLines({ id: 1, text: '我管採購' }),
    );
    expect(code).toBeGreaterThan(0);
    expect(errors).toContain('--nonsense');
    expect(errors).not.toMatch(stackTrace);
  });
});
