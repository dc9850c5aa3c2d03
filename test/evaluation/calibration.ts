import { defaultThresholds, understand } from '../../bot/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { EvaluationSets } from './sets.ts';

const cuts = [0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2] as const;

/**
 * What each threshold of the answer would cost: of the questions that the documents answer, how many would be abstained from;
 * of other messages (not small talk), how many would be taken for one.
 */
export function calibrate(knowledge: Knowledge, sets: EvaluationSets): string {
  const inside = sets.qa.map((line) => bestQuestionScore(knowledge, line.question));
  const outside = sets.oos
    .filter((line) => line.expect !== 'smalltalk')
    .map((line) => bestQuestionScore(knowledge, line.question));
  const rows = cuts.map((cut) => {
    const abstained = inside.filter((score) => score < cut).length / inside.length;
    const taken = outside.filter((score) => score >= cut).length / outside.length;
    const chosen = cut === defaultThresholds.take ? '  ← in force' : '';
    return `  ${cut.toFixed(2)}   ${percent(abstained)}   ${percent(taken)}${chosen}`;
  });
  return [
    'calibration of the answer threshold (topic score alone; safety lanes come before it)',
    '  cut    in-scope abstained   out-of-scope taken',
    ...rows,
  ].join('\n');
}

/** The score of the best topic where that is a question of the documents, else 0. */
function bestQuestionScore(knowledge: Knowledge, text: string): number {
  const best = understand(knowledge, text, null).matches[0];
  return best?.topic.kind === 'question' ? best.score : 0;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(10);
}
