import { assessText, type Bot, emptySession, type Reply, renderPlainText } from '../../bot/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { findFaults } from './compare.ts';
import type { EvaluationSets } from './sets.ts';

/** One measured line of the table. */
export interface Measure {
  readonly name: string;
  readonly right: number;
  readonly of: number;
  /** At least this share, as the issue asks. */
  readonly wanted: number;
  /** One line per failure: id, what was asked, what came. */
  readonly failures: readonly string[];
}

/** The day as of which the sets were written. */
const today = '2026-11-21';

interface Heard {
  readonly text: string;
  readonly kind: string;
  readonly sections: readonly string[];
  readonly role: string | null;
}

/** Runs every line through the bot and counts. */
export async function measureAll(bot: Bot, knowledge: Knowledge, sets: EvaluationSets): Promise<readonly Measure[]> {
  return [
    ...(await measureQuestions(bot, sets.qa)),
    await measureOutOfScope(bot, sets.oos),
    ...measureVignettes(knowledge, sets.vignettes),
    await measureFollowups(bot, sets.followups),
  ];
}

async function measureQuestions(bot: Bot, lines: EvaluationSets['qa']): Promise<readonly Measure[]> {
  const sections: string[] = [];
  const facts: string[] = [];
  for (const line of lines) {
    const heard = await hear(bot, [{ role: 'user', text: line.question }]);
    if (!line.gold_any.some((gold) => heard.sections.includes(gold)))
      sections.push(
        `${line.id} [${line.style}] ${line.question} → ${heard.kind} ${heard.sections.join(',')}, wanted ${line.gold_any.join(',')}`,
      );
    const faults = findFaults(heard.text, line);
    if (faults.length > 0)
      facts.push(`${line.id} [${line.style}] ${line.question} → ${heard.kind}: ${faults.join('; ')}`);
  }
  return [
    {
      name: 'qa: right section cited',
      right: lines.length - sections.length,
      of: lines.length,
      wanted: 0.97,
      failures: sections,
    },
    {
      name: 'qa: all facts, nothing forbidden',
      right: lines.length - facts.length,
      of: lines.length,
      wanted: 0.93,
      failures: facts,
    },
  ];
}

const kindsExpected: Readonly<Record<string, readonly string[]>> = {
  refuse_handoff: ['abstention', 'refusal'],
  safety: ['refusal'],
  smalltalk: ['smalltalk'],
};

async function measureOutOfScope(bot: Bot, lines: EvaluationSets['oos']): Promise<Measure> {
  const failures: string[] = [];
  for (const line of lines) {
    const heard = await hear(bot, [{ role: 'user', text: line.question }]);
    const faults = findFaults(heard.text, line);
    if (!(kindsExpected[line.expect] ?? []).includes(heard.kind) || faults.length > 0)
      failures.push(
        `${line.id} [${line.category}] ${line.question} → ${heard.kind} ${heard.sections.join(',')}, wanted ${line.expect} ${faults.join('; ')}`,
      );
  }
  return {
    name: 'oos: treated as expected',
    right: lines.length - failures.length,
    of: lines.length,
    wanted: 0.96,
    failures,
  };
}

function measureVignettes(knowledge: Knowledge, lines: EvaluationSets['vignettes']): readonly Measure[] {
  const clear = lines.filter((line) => !line.ambiguous);
  const ambiguous = lines.filter((line) => line.ambiguous);
  const told = (line: EvaluationSets['vignettes'][number]): string => {
    const found = assessText(knowledge, line.text);
    return `${line.id} ${line.text} → ${found.role} ${found.confidence}${found.confident ? ' sure' : ''}, wanted ${line.ambiguous ? line.acceptable.join('/') : line.gold}`;
  };
  const wrong = clear.filter((line) => assessText(knowledge, line.text).role !== line.gold);
  const outside = ambiguous.filter((line) => {
    const found = assessText(knowledge, line.text);
    return !line.acceptable.includes(found.role) || (found.confident && found.next === null);
  });
  return [
    {
      name: 'vignettes: clear ones right',
      right: clear.length - wrong.length,
      of: clear.length,
      wanted: 0.94,
      failures: wrong.map(told),
    },
    {
      name: 'vignettes: ambiguous acceptable, unsure or asked',
      right: ambiguous.length - outside.length,
      of: ambiguous.length,
      wanted: 0.95,
      failures: outside.map(told),
    },
  ];
}

async function measureFollowups(bot: Bot, lines: EvaluationSets['followups']): Promise<Measure> {
  const failures: string[] = [];
  for (const { id, turns, expected } of lines) {
    const heard = await hear(bot, turns);
    const faults = [...findFaults(heard.text, expected)];
    if (expected.type === 'role' && heard.role !== expected.role)
      faults.push(`role ${heard.role}, wanted ${expected.role}`);
    const kinds = kindsExpected[expected.type];
    if (kinds !== undefined && !kinds.includes(heard.kind))
      faults.push(`kind ${heard.kind}, wanted ${kinds.join('/')}`);
    if (expected.type === 'answer' && !expected.gold_any.some((gold) => heard.sections.includes(gold)))
      faults.push(`cites ${heard.sections.join(',')}, wanted ${expected.gold_any.join(',')}`);
    if (faults.length > 0)
      failures.push(`${id} ${turns.map((turn) => turn.text).join(' ⏎ ')} → ${heard.kind}: ${faults.join('; ')}`);
  }
  return {
    name: 'follow-ups resolved',
    right: lines.length - failures.length,
    of: lines.length,
    wanted: 0.9,
    failures,
  };
}

async function hear(bot: Bot, turns: readonly { role: 'user' | 'assistant'; text: string }[]): Promise<Heard> {
  const session = bot.recall(emptySession, turns.slice(0, -1));
  const { replies } = await bot.turn(
    session,
    { text: turns.at(-1)?.text ?? '', choice: null },
    { now: 0, today },
    null,
  );
  return {
    text: replies.map(renderPlainText).join('\n\n'),
    kind: replies[0]?.kind ?? '',
    sections: replies.flatMap((reply: Reply) => reply.citations.map((citation) => citation.section)),
    role: replies.find((reply) => reply.role !== null)?.role ?? null,
  };
}
