import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyInterviewEvent,
  assessInterview,
  emptyInterview,
  type InterviewEvent,
  type InterviewState,
  interviewProgress,
  nextQuestion,
} from '../../../bot/interview/interview.ts';
import { interviewQuestionsMax, messageCharactersMax } from '../../../bot/limits.ts';
import { script } from './script.ts';

const options = [...new Set(script.questions.flatMap((question) => question.options.map((option) => option.id)))];
const texts = ['', '我收發公文', '系統是廠商寫的，我管採購', '每天寫程式、訓練模型', '不寫程式', '投稿期刊', '嗯'];
const anEvent: fc.Arbitrary<InterviewEvent> = fc.oneof(
  fc.record({ type: fc.constant('start'), text: fc.constantFrom(...texts) }),
  fc.record({ type: fc.constant('answer'), option: fc.constantFrom(...options) }),
  fc.record({ type: fc.constant('text'), text: fc.constantFrom(...texts) }),
  fc.record({ type: fc.constant('correct'), number: fc.integer({ min: -1, max: 8 }) }),
  fc.constantFrom<InterviewEvent>(
    { type: 'unsure' },
    { type: 'skip' },
    { type: 'back' },
    { type: 'cancel' },
    { type: 'resume' },
  ),
);
const someEvents = fc.array(anEvent, { maxLength: 20 });
const play = (events: readonly InterviewEvent[]): InterviewState =>
  events.reduce((state, event) => applyInterviewEvent(script, state, event), emptyInterview);
const replay = (state: InterviewState, ...events: readonly InterviewEvent[]): InterviewState =>
  events.reduce((before, event) => applyInterviewEvent(script, before, event), state);
const optionOf = (state: InterviewState, place: number): string =>
  nextQuestion(script, state)?.options.at(place)?.id ?? 'unsure';

describe('applyInterviewEvent()', () => {
  test('gives the same state for the same events, also through JSON', () => {
    fc.assert(
      fc.property(someEvents, fc.nat(20), (events, cut) => {
        const half: InterviewState = JSON.parse(JSON.stringify(play(events.slice(0, cut))));
        expect(replay(half, ...events.slice(cut))).toEqual(play(events));
      }),
    );
  });

  test('never asks more than six questions, and none twice', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const { steps } = play(events);
        expect(steps.length).toBeLessThanOrEqual(interviewQuestionsMax);
        expect(new Set(steps.map((step) => step.question)).size).toBe(steps.length);
      }),
    );
  });

  test('is finished exactly when there is nothing left to ask', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const state = play(events);
        if (state.stage === 'asking') expect(events.length === 0 || nextQuestion(script, state) !== null).toBe(true);
        else expect(nextQuestion(script, state)).toBeNull();
      }),
    );
  });

  test('undoes an answer with back', () => {
    fc.assert(
      fc.property(someEvents, fc.nat(4), (events, place) => {
        const state = play(events);
        if (state.stage !== 'asking' || state.correcting !== null || nextQuestion(script, state) === null) return;
        for (const event of [
          { type: 'answer', option: optionOf(state, place) },
          { type: 'unsure' },
          { type: 'skip' },
        ] as const) {
          expect(replay(state, event, { type: 'back' })).toEqual(state);
        }
      }),
    );
  });

  test('decides nothing by unsure or skip', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<InterviewEvent>({ type: 'unsure' }, { type: 'skip' }), { maxLength: 8 }),
        (events) => {
          const { scores, confident } = assessInterview(script, play([{ type: 'start', text: '' }, ...events]));
          expect([scores, confident]).toEqual([script.prior, false]);
        },
      ),
    );
  });

  test('changes only the answer that is corrected, and goes on', () => {
    const asked = play([
      { type: 'start', text: '' },
      { type: 'answer', option: 'unsure' },
      { type: 'skip' },
      { type: 'unsure' },
    ]);
    const correcting = replay(asked, { type: 'correct', number: 2 });
    expect(nextQuestion(script, correcting)?.id).toBe(asked.steps[1]?.question);
    expect(interviewProgress(correcting)).toEqual({ step: 2, of: 6 });
    const option = optionOf(correcting, 0);
    const corrected = replay(correcting, { type: 'answer', option });
    expect(corrected.steps[1]).toEqual({ question: asked.steps[1]?.question, option });
    expect(corrected.steps.toSpliced(1, 1)).toEqual(asked.steps.toSpliced(1, 1));
    expect(corrected.correcting).toBeNull();
    expect(replay(correcting, { type: 'back' })).toEqual(asked);
  });

  test('resumes where it was cancelled', () => {
    const asked = play([{ type: 'start', text: '我收發公文' }, { type: 'unsure' }]);
    expect(replay(asked, { type: 'cancel' }).stage).toBe('cancelled');
    expect(replay(asked, { type: 'cancel' }, { type: 'resume' })).toEqual(asked);
  });

  test('gives back the same object for an event that does not fit', () => {
    const begun = play([{ type: 'start', text: '' }]);
    for (const event of [
      { type: 'answer', option: 'no such option' },
      { type: 'back' },
      { type: 'correct', number: 1 },
      { type: 'resume' },
    ] as const) {
      expect(applyInterviewEvent(script, begun, event)).toBe(begun);
    }
  });

  test('hears free text in between as evidence', () => {
    const begun = play([{ type: 'start', text: '' }, { type: 'unsure' }]);
    const told = replay(begun, { type: 'text', text: '我每天寫程式、串API' });
    expect(told.steps).toEqual(begun.steps);
    expect(assessInterview(script, told).role).toBe('developer');
  });

  test('keeps at most one message of text, the newest', () => {
    const long = '收發公文，'.repeat(700);
    const { texts: kept } = play([
      { type: 'start', text: long },
      { type: 'text', text: long },
      { type: 'text', text: '寫程式' },
    ]);
    expect(kept.join('').length).toBeLessThanOrEqual(messageCharactersMax);
    expect(kept.at(-1)).toBe('寫程式');
  });
});

describe('nextQuestion()', () => {
  test('asks first what the person spends the time on', () => {
    expect(nextQuestion(script, play([{ type: 'start', text: '' }]))?.id).toBe('time');
  });

  test('stops when the lead cannot change any more', () => {
    let state = play([{ type: 'start', text: '' }]);
    const builds = ['build', 'programs', 'make', 'fix', 'weekly', 'making', 'never'];
    while (state.stage === 'asking') {
      const option = nextQuestion(script, state)?.options.find(({ id }) => builds.includes(id))?.id ?? 'unsure';
      state = replay(state, { type: 'answer', option });
    }
    expect(state.steps.length).toBeLessThan(interviewQuestionsMax);
    expect(assessInterview(script, state)).toMatchObject({ role: 'developer', confident: true });
  });

  test.each([
    ['policy', ['plan', 'plans', 'decide', 'demand', 'often', 'approval', 'never']],
    ['applied', ['service', 'papers', 'use', 'report', 'never', 'little']],
    ['developer', ['build', 'programs', 'make', 'fix', 'weekly', 'making', 'never']],
    ['researcher', ['study', 'findings', 'advance', 'investigate', 'main', 'method', 'never']],
  ])('comes to %s by the answers of one', (role, answers) => {
    let state = play([{ type: 'start', text: '' }]);
    while (state.stage === 'asking') {
      const option = nextQuestion(script, state)?.options.find(({ id }) => answers.includes(id))?.id ?? 'unsure';
      state = replay(state, { type: 'answer', option });
    }
    expect(assessInterview(script, state)).toMatchObject({ role, confident: true });
  });
});
