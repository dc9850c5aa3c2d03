import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Ended, jsonLines, runCommand, stackTrace } from './run-command.ts';

/** `npm run --silent ask -- --jsonl [--as-of YYYY-MM-DD]`, as another program sees it. */

const id = z.union([z.string(), z.number()]);
const kinds = [
  'answer',
  'abstention',
  'clarification',
  'smalltalk',
  'refusal',
  'interview',
  'recommendation',
  'draft',
  'notice',
] as const;
const sections = {
  faq: ['封面', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8'],
  deck: [
    '封面',
    '人才，是發展的基石',
    'AI人才培育整合推進',
    '加速養成人才，人才加速創新',
    'AI人才培育情形',
    '公部門AI人才培育策略',
    '114年預期成果',
    '115年-119年展望',
  ],
} as const;

const citation = z
  .strictObject({
    document: z.enum(['faq', 'deck']),
    edition: z.string().min(1),
    section: z.string(),
    quote: z.string().min(1),
  })
  .refine(({ document, section }) => sections[document].some((known) => known === section), 'an unknown section');
const answerLine = z
  .strictObject({
    id,
    kind: z.enum(kinds),
    text: z.string().min(1),
    citations: z.array(citation),
    choices: z.array(z.string().min(1)),
    role: z.enum(['policy', 'applied', 'developer', 'researcher']).optional(),
  })
  .refine(({ kind, citations }) => kind !== 'answer' || citations.length > 0, 'an answer without a citation');
const errorLine = z.strictObject({ id: id.nullable(), kind: z.literal('error'), error: z.string().min(1) });

const options = ['--jsonl', '--as-of', '2026-11-21'];

describe('ask --jsonl', () => {
  const inputs: readonly (readonly [string, 'answer' | 'error', unknown])[] = [
    ['a question', 'answer', { id: 'q-1', question: '一般行政該先考哪張證照？' }],
    ['an id that is a number', 'answer', { id: 7, question: 'AI課程要去哪裡上？' }],
    [
      'a dialogue',
      'answer',
      {
        id: 'dialogue',
        turns: [
          { role: 'user', text: '實體課在哪裡上？' },
          { role: 'assistant', text: '公務人力發展學院。' },
          { role: 'user', text: '那線上的呢？' },
        ],
      },
    ],
    ['English', 'answer', { id: 'en', question: 'Where can I take AI courses?' }],
    ['no words', 'answer', { id: 'empty', question: '' }],
    ['emoji only', 'answer', { id: 'emoji', question: '😀👍🏻👩‍💻' }],
    ['10,000 characters', 'answer', { id: 'long', question: '請問AI課程'.repeat(2_000).slice(0, 10_000) }],
    [
      'line ends and control characters',
      'answer',
      { id: 'control', question: 'AI課程\n\u0000\u001b[31m要去哪裡上？\t' },
    ],
    ['a lone surrogate', 'answer', '{"id":"surrogate","question":"AI課程\\ud800要去哪裡上？"}'],
    ['an unknown key', 'error', { id: 'key', question: '你好', model: 'gpt' }],
    ['neither question nor turns', 'error', { id: 'nothing' }],
    ['both question and turns', 'error', { id: 'both', question: '你好', turns: [{ role: 'user', text: '你好' }] }],
    ['a question that is no text', 'error', { id: 'number', question: 5 }],
    ['no turns', 'error', { id: 'none', turns: [] }],
    ['a last turn of the assistant', 'error', { id: 'last', turns: [{ role: 'assistant', text: '好。' }] }],
    ['an unknown role of a turn', 'error', { id: 'role', turns: [{ role: 'system', text: '你好' }] }],
    ['no id', 'error', { question: '你好' }],
    ['a list', 'error', [1, 2]],
    ['null', 'error', 'null'],
    ['no JSON', 'error', '{"id":"broken","question":'],
    ['words', 'error', '你好'],
    ['a question after all that', 'answer', { id: 'q-2', question: '人才分成哪四類？' }],
  ];
  let ended: Ended;

  beforeAll(async () => {
    ended = await runCommand('ask', options, jsonLines(...inputs.map(([, , line]) => line)));
  });

  it('answers every line with one line and ends with 0', () => {
    expect(ended.lines).toHaveLength(inputs.length);
    expect(ended.code).toBe(0);
    expect(ended.errors).not.toMatch(stackTrace);
  });

  for (const [index, [name, kind, line]] of inputs.entries())
    it(`answers ${name} in its place with ${kind === 'error' ? 'a typed error' : 'a reply'}`, () => {
      const read = (kind === 'error' ? errorLine : answerLine).safeParse(ended.lines[index]);
      expect(read.error?.issues ?? []).toEqual([]);
      const given = typeof line === 'object' && line !== null && 'id' in line ? line.id : null;
      if (given !== null) expect(read.data?.id).toBe(given);
      expect(JSON.stringify(ended.lines[index])).not.toMatch(stackTrace);
    });

  it('tells what was wrong with a line without repeating what stood in it', async () => {
    const { lines } = await runCommand(
      'ask',
      options,
      jsonLines({ id: 1, question: { secret: 'A123456789' } }, '{"A123456789'),
    );
    expect(JSON.stringify(lines)).not.toContain('A123456789');
  });

  it('reads a line of a dialogue against what went before', () => {
    const read = answerLine.parse(ended.lines[2]);
    expect(read.citations.map(({ section }) => section)).toContain('Q4');
    expect(read.text).toContain('學習平臺');
  });
});

describe('ask at its edges', () => {
  it('writes nothing for empty input and ends with 0', async () => {
    expect(await runCommand('ask', options, '')).toMatchObject({ code: 0, lines: [] });
  });

  it('reads a last line without a line end, Windows line ends and a byte order mark', async () => {
    const { lines, code } = await runCommand(
      'ask',
      options,
      '\uFEFF{"id":1,"question":"你好"}\r\n\r\n{"id":2,"question":"你好"}',
    );
    expect(lines.map((line) => answerLine.parse(line).id)).toEqual([1, 2]);
    expect(code).toBe(0);
  });

  it('answers broken UTF-8 with a line and reads on', async () => {
    const broken = Buffer.concat([
      Buffer.from('{"id":1,"question":"'),
      Buffer.from([0xff, 0xfe, 0xe4, 0xb8]),
      Buffer.from('"}\n{"id":2,"question":"你好"}\n'),
    ]);
    const { lines, code } = await runCommand('ask', options, broken);
    expect(lines).toHaveLength(2);
    expect(z.union([answerLine, errorLine]).parse(lines[0]).id).toBe(1);
    expect(answerLine.parse(lines[1]).id).toBe(2);
    expect(code).toBe(0);
  });

  it('answers a line of 5 MB with a typed error and reads on', async () => {
    const { lines, code } = await runCommand(
      'ask',
      options,
      jsonLines({ id: 1, question: '問'.repeat(1_700_000) }, { id: 2, question: '你好' }),
    );
    expect(lines).toHaveLength(2);
    expect(errorLine.parse(lines[0])).toMatchObject({ kind: 'error' });
    expect(answerLine.parse(lines[1]).id).toBe(2);
    expect(code).toBe(0);
  });

  it('gives the same lines for the same input', async () => {
    const input = jsonLines({ id: 1, question: '陞任加幾分？' }, { id: 2, question: '推薦課程給我' });
    const [first, second] = [await runCommand('ask', options, input), await runCommand('ask', options, input)];
    expect(first.lines).toEqual(second.lines);
  });

  it('tells what is expected as of the day of --as-of', async () => {
    const input = jsonLines({ id: 1, question: '共通核心能力認證什麼時候開始試辦？' });
    const days = ['2026-06-15', '2026-11-21', '2027-03-01'];
    const texts = await Promise.all(
      days.map(
        async (day) => answerLine.parse((await runCommand('ask', ['--jsonl', '--as-of', day], input)).lines[0]).text,
      ),
    );
    expect(new Set(texts).size).toBe(days.length);
  });

  for (const bad of ['2026-13-01', '2026-02-30', 'tomorrow', '115-11-21', ''])
    it(`refuses --as-of ${bad === '' ? 'without a day' : bad} with a plain sentence`, async () => {
      const { code, lines, errors } = await runCommand(
        'ask',
        ['--jsonl', '--as-of', bad],
        jsonLines({ id: 1, question: '你好' }),
      );
      expect(code).toBeGreaterThan(0);
      expect(lines).toEqual([]);
      expect(errors).toContain('--as-of');
      expect(errors).not.toMatch(stackTrace);
    });

  it('refuses an unknown option with a plain sentence', async () => {
    const { code, lines, errors } = await runCommand(
      'ask',
      ['--jsonl', '--nonsense'],
      jsonLines({ id: 1, question: '你好' }),
    );
    expect(code).toBeGreaterThan(0);
    expect(lines).toEqual([]);
    expect(errors).toContain('--nonsense');
    expect(errors).not.toMatch(stackTrace);
  });
});
