import type { InterviewScript } from '../../knowledge/index.ts';
import { normaliseQuery } from '../../knowledge/index.ts';
import type { InterviewEvent, InterviewState } from './interview.ts';
import { nextQuestion } from './interview.ts';

/** What somebody who is in the interview says with buttons: `answer:<question>:<option>`, `skip`, `back`, `correct:2` … */
export function readInterviewChoice(
  state: InterviewState,
  script: InterviewScript,
  input: string,
): InterviewEvent | 'stale' {
  const [kind, first, second] = input.split(':');
  switch (kind) {
    case 'start':
      return { type: 'start', text: '' };
    case 'answer':
      // A button of an earlier question must not answer the one that is open now.
      if (nextQuestion(script, state)?.id !== first || second === undefined) return 'stale';
      return { type: 'answer', option: second };
    case 'skip':
      return { type: 'skip' };
    case 'back':
      return { type: 'back' };
    case 'cancel':
      return { type: 'cancel' };
    case 'resume':
      return { type: 'resume' };
    case 'correct':
      return { type: 'correct', number: Number(first) };
    default:
      return 'stale';
  }
}

const phrases: readonly (readonly [InterviewEvent['type'], RegExp])[] = [
  ['back', /^(?:上一題|回上一題|回上題|返回|退回|back|previous|go back)$/],
  ['skip', /^(?:跳過|跳過這題|略過|下一題|pass|skip|next)$/],
  [
    'unsure',
    /^(?:不確定|不知道|不清楚|不太確定|很難說|難說|沒想過|都不是|不曉得|not sure|unsure|don'?t know|no idea)$/,
  ],
  ['cancel', /^(?:取消|先不做了|不做了|停|停止|離開|結束|不玩了|算了|cancel|stop|quit)$/],
];

const correction = /^(?:我要|我想|想)?(?:修?改|更正|重答|回答)第?([1-9一二三四五六七八九])題?$/;
const numerals = '一二三四五六七八九';

/** What typed words mean within the interview, or null where they are none of its words. */
export function readInterviewWords(
  state: InterviewState,
  script: InterviewScript,
  text: string,
): InterviewEvent | null {
  const plain = normaliseQuery(text).replace(/[\s?？!！。.~～,，]+$/g, '');
  const phrase = phrases.find(([, pattern]) => pattern.test(plain))?.[0];
  if (phrase === 'back' || phrase === 'skip' || phrase === 'unsure' || phrase === 'cancel') return { type: phrase };
  const corrected = correction.exec(plain)?.[1] ?? /^(?:change|correct) (?:question|answer) ([1-9])$/.exec(plain)?.[1];
  if (corrected !== undefined) return { type: 'correct', number: Number(corrected) || numerals.indexOf(corrected) + 1 };
  const options = nextQuestion(script, state)?.options ?? [];
  const named = options.find((option) =>
    [option.label.zh, option.label.en].some((label) => normaliseQuery(label) === plain),
  );
  return named === undefined ? null : { type: 'answer', option: named.id };
}
