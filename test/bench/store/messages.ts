import { loadGoldenSets } from '../../evaluation/sets.ts';

/** What the turns of the benchmark say. `asked` repeats the questions of the golden set; `new` are texts that nobody sent before. */
export type Mix = 'asked' | 'new';

const openings = ['請問', '想請教一下，', '不好意思，', '那個', '主管要我問', '同事在問', '我想知道', '再問一次，'];
const endings = ['？謝謝', '，麻煩了', '…', '，急', '，感恩', '～', '，拜託', '，先謝謝您'];

/** The message of one turn of one thread: a greeting, questions, thanks, as a short talk goes. */
export function messageOf(mix: Mix, thread: number, turn: number): string {
  const questions = questionsAsked();
  const place = turn % 8;
  if (place === 0) return '你好';
  if (place === 7) return '謝謝';
  const at = thread * 31 + turn * 7;
  const question = questions[at % questions.length] ?? '';
  if (mix === 'asked') return question;
  const opening = openings[(thread + turn) % openings.length] ?? '';
  const ending = endings[(thread * 3 + turn) % endings.length] ?? '';
  // The number makes every text one of a kind, as 第 n 組 or a room does in what people type.
  return `${opening}${question.replace(/[？?]$/, '')}${ending}（${thread}之${turn}）`;
}

let known: readonly string[] | undefined;

function questionsAsked(): readonly string[] {
  known ??= loadGoldenSets().qa.map((line) => line.question);
  return known;
}
