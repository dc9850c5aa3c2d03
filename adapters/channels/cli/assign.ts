import { parseArgs } from 'node:util';
import { z } from 'zod';
import { assessText, messageCharactersMax } from '../../../bot/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import { loadKnowledge } from '../../content.ts';
import { answerJsonLines } from './json-lines.ts';
import { runCommand } from './run-command.ts';

const lineSchema = z.strictObject({
  id: z.union([z.string(), z.number()]),
  text: z
    .string()
    .refine((text) => text.trim() !== '', '"text" 是空的，沒有工作內容可以判讀。')
    .max(messageCharactersMax, `"text" 超過 ${messageCharactersMax} 個字，請縮短後再試。`),
});

/** `npm run --silent assign -- --jsonl`: the role that fits each line's description, from the description alone. */
await runCommand(async () => {
  parseArgs({ options: { jsonl: { type: 'boolean' } } });
  const knowledge = loadKnowledge();
  await answerJsonLines(process.stdin, process.stdout, async (line) => assignLine(knowledge, line));
});

function assignLine(knowledge: Knowledge, line: unknown): object {
  const read = lineSchema.safeParse(line);
  if (!read.success) throw new Error(`not {id, text}: ${z.prettifyError(read.error)}`);
  const { role, confidence, confident, runnerUp, reasons, next } = assessText(knowledge, read.data.text);
  return {
    id: read.data.id,
    role,
    confidence,
    confident,
    runnerUp,
    reasons: reasons.map(({ text, evidence, weight }) => ({ text: text.zh, evidence, weight })),
    // Where an answer could still change the role it is asked, however sure the description alone makes it.
    ...(next !== null && { nextQuestion: renderQuestion(next) }),
  };
}

function renderQuestion({ id, text, options }: NonNullable<ReturnType<typeof assessText>['next']>): object {
  return { id, text: text.zh, options: options.map((option) => ({ id: option.id, label: option.label.zh })) };
}
