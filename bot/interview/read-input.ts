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
    case 'restart':
      return { type: 'start', text: '' };
    case 'skip':
    case 'back':
      // Bound to its question: a form that is sent twice, or from another tab, must not skip the next one.
      return first === undefined || nextQuestion(script, state)?.id === first ? { type: kind } : 'stale';
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
  ['skip', /^(?:跳過|跳過這題|略過|略過這題|下一題|pass|skip|next)$/],
  [
    'unsure',
    /^(?:不確定|不知道|不清楚|不太確定|很難說|難說|沒想過|都不是|不曉得|隨便|都可以|都行|不一定|看情況|not sure|unsure|don'?t know|no idea)$/,
  ],
  [
    'cancel',
    /^(?:取消|先不做了|不做了|我?不想做了|做不下去了?|暫停|先暫停|等一下再做|下次再做|停|停止|離開|結束|不玩了|算了|cancel|stop|quit)$/,
  ],
];

const correction =
  /^(?:其實|等等|對了)?(?:我要|我想|想|請)?(?:修?改|更正|重答|回答)第?([1-9一二三四五六七八九])題?(?:的答案)?$/;
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
  // An interview that is over asks nothing.
  const options = state.stage === 'asking' ? (nextQuestion(script, state)?.options ?? []) : [];
  const place = /^(?:我?選)?第([1-9一二三四五六])個?(?:選項)?$/.exec(plain)?.[1];
  const placed = place === undefined ? undefined : options[(Number(place) || numerals.indexOf(place) + 1) - 1];
  if (placed !== undefined) return { type: 'answer', option: placed.id };
  const named = options.find((option) =>
    [option.label.zh, option.label.en].some((label) => normaliseQuery(label) === plain),
  );
  return named === undefined ? null : { type: 'answer', option: named.id };
}
