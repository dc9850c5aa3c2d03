import { normaliseQuery } from '../../knowledge/index.ts';
import { tellsDone } from './read-input.ts';
import { taskRefIn } from './read-task-ref.ts';

/** A message in two: what ticks off tasks by their numbers, and what tells of learning besides. */
export interface ProgressCut {
  readonly progress: string;
  readonly rest: string;
}

/** Cuts 「第5項做完了，順便登錄AI素養3小時昨天」; null where one of the two is not said. */
export function cutProgress(text: string): ProgressCut | null {
  const clauses = text
    .split(/[，,。；;！!\n]+|(?<=[了好完])\s+|(?=順便|另外|還有再|and also )/)
    .map((clause) => clause.replace(/^(?:\s|順便|另外|還有|然後|並且?|也|and also|and|also)+/, '').trim())
    .filter((clause) => clause !== '');
  const isProgress = (clause: string): boolean => {
    const plain = normaliseQuery(clause);
    return taskRefIn(plain, [])?.by === 'numbers' && tellsDone(plain);
  };
  const [progress, ...others] = clauses.filter(isProgress);
  const rest = clauses.filter((clause) => !isProgress(clause)).join('，');
  if (progress === undefined || others.length > 0 || !tellsLearning.test(rest) || asks.test(rest)) return null;
  return { progress, rest };
}

const tellsLearning = /小時|鐘頭|時數|登錄|登記|記錄|紀錄|證照|認證|證書|hours?\b|\bcertificate/i;
const asks = /[?？]|嗎|什麼|多少|怎麼|如何|哪/;
