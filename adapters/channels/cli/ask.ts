import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  type Bot,
  createBot,
  emptySession,
  OperatorError,
  orderChoices,
  type Reply,
  renderPlainText,
} from '../../../bot/index.ts';
import { systemClock } from '../../clock.ts';
import { loadKnowledge } from '../../content.ts';
import { answerJsonLines } from './json-lines.ts';
import { runCommand } from './run-command.ts';

const turn = z.strictObject({ role: z.enum(['user', 'assistant']), text: z.string() });
const lineSchema = z.union([
  z.strictObject({ id: z.union([z.string(), z.number()]), question: z.string() }),
  z.strictObject({ id: z.union([z.string(), z.number()]), turns: z.array(turn).min(1) }),
]);

/** `npm run --silent ask -- --jsonl [--as-of YYYY-MM-DD]`: one answer for each line. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { jsonl: { type: 'boolean' }, 'as-of': { type: 'string' } } });
  const today = values['as-of'] ?? systemClock.today();
  if (!z.iso.date().safeParse(today).success)
    throw new OperatorError('optionUnknown', `--as-of ${today} is not a date such as 2026-11-21`);
  const bot = createBot(loadKnowledge());
  await answerJsonLines(process.stdin, process.stdout, (line) => answerLine(bot, line, today));
});

/** One line of the contract in `README.md`. The last turn is the user's. */
async function answerLine(bot: Bot, line: unknown, today: string): Promise<unknown> {
  const read = lineSchema.safeParse(line);
  if (!read.success) throw new Error(`not {id, question} or {id, turns}: ${z.prettifyError(read.error)}`);
  const turns = 'turns' in read.data ? read.data.turns : [{ role: 'user' as const, text: read.data.question }];
  const last = turns.at(-1);
  if (last?.role !== 'user') throw new Error('the last turn must be of the role "user"');
  const session = bot.recall(emptySession, turns.slice(0, -1));
  const { replies } = await bot.turn(
    session,
    { text: last.text, choice: null },
    { now: systemClock.now(), today },
    null,
  );
  return toLine(read.data.id, replies);
}

function toLine(id: string | number, replies: readonly Reply[]): unknown {
  const [first] = replies;
  const role = replies.find((reply) => reply.role !== null)?.role;
  return {
    id,
    kind: first?.kind ?? 'notice',
    text: replies.map(renderPlainText).join('\n\n'),
    citations: replies
      .flatMap((reply) => reply.citations)
      .map(({ document, edition, section, quote }) => ({ document, edition, section, quote })),
    choices: orderChoices(replies).map((choice) => choice.label),
    ...(role === undefined || role === null ? {} : { role }),
  };
}
