import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentFolder } from '../../../adapters/content.ts';
import { checkOnboardingPlan, loadSetup } from '../../../bot/onboarding/setup.ts';
import { parseOnboardingPlan } from '../../../knowledge/index.ts';
import { createScriptedRecords } from '../scripted-records.ts';
import { createPerson, knowledge } from './person.ts';

const shipped = readFileSync(`${contentFolder}/onboarding-plan.yaml`, 'utf8');
const plan = knowledge.onboardingPlan;
const tasks = plan.stages.flatMap((stage) => stage.tasks);

/** The smallest plan that HR can write. */
const small = {
  id: 'small',
  title: '新人任務',
  stages: [
    {
      id: 'one',
      title: '第一天',
      intro: '歡迎',
      begins: { days: 0 },
      tasks: [
        {
          id: 'badge',
          title: '領識別證',
          text: '到秘書室領。',
          due: { days: 1 },
          kind: 'do',
          names: ['識別證', '報到'],
        },
      ],
    },
  ],
  pulse: { begins: { months: 1 }, questions: [] },
};

describe('the shipped plan', () => {
  it('has four stages with the baseline, the role interview and a first course', () => {
    expect(plan.stages.map(({ id }) => id)).toEqual(['day-0', 'week-1', 'month-1', 'month-3']);
    for (const kind of ['hours', 'interview', 'course'])
      expect(tasks.filter((task) => task.kind === kind)).toHaveLength(1);
    expect(plan.pulse.questions).toHaveLength(2);
  });

  it('asks for as many hours as the rule does', () => {
    const rule = knowledge.catalogue.hours.find(({ kind }) => kind === 'person');
    expect(tasks.find(({ kind }) => kind === 'hours')?.hours).toBe(rule?.kind === 'person' ? rule.ai : null);
  });

  it('says 須 of the 3 hours only, and no stronger word of anything', () => {
    const strong = tasks.filter(({ text }) => /須|必|一定|應(?!用)/.test(text));
    expect(strong.map(({ id }) => id)).toEqual(['ai-baseline']);
    expect(strong[0]?.facts).toContain('F074');
    expect(tasks.find(({ id }) => id === 'see-certificates')?.text).toMatch(/鼓勵.*預計/);
  });

  it('rests on a fact wherever it tells one', () => {
    for (const task of tasks)
      if (/\d|分成|建議|可/.test(task.text.replace(/以|可以/g, '')) && task.id !== 'meet-assistant')
        expect(task.facts.length, task.id).toBeGreaterThan(0);
    for (const fact of tasks.flatMap(({ facts }) => facts)) expect(knowledge.passages.has(fact), fact).toBe(true);
  });
});

describe('parseOnboardingPlan()', () => {
  it('reads the text and the value of it alike', () => {
    expect(parseOnboardingPlan(shipped)).toEqual(plan);
    expect(parseOnboardingPlan(small).stages[0]?.tasks[0]?.titleEn).toBe('領識別證');
    expect(parseOnboardingPlan(JSON.stringify(small)).id).toBe('small');
  });

  const [stage] = small.stages;
  const [badge] = stage?.tasks ?? [];
  for (const [wrong, value] of [
    ['nothing', null],
    ['text that is no YAML', 'a: ]'],
    ['a word that it does not know', { ...small, colour: 'red' }],
    ['no stage', { ...small, stages: [] }],
    ['a task twice', { ...small, stages: [{ ...stage, tasks: [badge, badge] }] }],
    [
      'stages in the wrong order',
      { ...small, stages: [stage, { ...stage, id: 'two', tasks: [{ ...badge, id: 'x' }] }] },
    ],
    ['a first stage that begins later', { ...small, stages: [{ ...stage, begins: { days: 3 } }] }],
    ['hours on a task that counts none', { ...small, stages: [{ ...stage, tasks: [{ ...badge, hours: 3 }] }] }],
    ['hours that are not told', { ...small, stages: [{ ...stage, tasks: [{ ...badge, kind: 'hours' }] }] }],
    [
      'a link that is not safe',
      { ...small, stages: [{ ...stage, tasks: [{ ...badge, link: 'javascript:alert(1)' }] }] },
    ],
    ['a due date before the start', { ...small, stages: [{ ...stage, tasks: [{ ...badge, due: { days: -1 } }] }] }],
    [
      'three questions',
      {
        ...small,
        pulse: {
          begins: {},
          questions: [1, 2, 3].map((id) => ({
            id: `q${id}`,
            text: '?',
            options: [
              { id: 'a', label: 'a' },
              { id: 'b', label: 'b' },
            ],
          })),
        },
      },
    ],
  ] as const)
    it(`refuses ${wrong}`, () => {
      expect(() => parseOnboardingPlan(value)).toThrow();
    });
});

describe('an agency’s own plan', () => {
  it('is followed, also by the names of its tasks', async () => {
    const person = createPerson(Date.UTC(2026, 10, 23, 2), { onboardingPlan: JSON.stringify(small) });
    expect((await person.say('我今天報到')).text).toContain('領識別證：11月24日（二）前');
    expect((await person.say('報到完成了')).text).toContain('第 1 項「領識別證」完成了（1／1）');
  });

  for (const wrong of [
    7,
    'x',
    { ...small, stages: [] },
    { ...small, stages: [{ ...stage(small), tasks: [{ ...task(small), facts: ['F999'] }] }] },
  ])
    it(`is the shipped one where it cannot be read: ${JSON.stringify(wrong).slice(0, 40)}`, async () => {
      const records = createScriptedRecords({ onboardingPlan: wrong });
      expect((await loadSetup(knowledge, records)).plan).toBe(plan);
      expect(() => checkOnboardingPlan(knowledge, wrong)).toThrow();
    });

  it('moves nobody who began another one', async () => {
    const settings: { onboardingPlan: unknown } = { onboardingPlan: null };
    const person = createPerson(Date.UTC(2026, 10, 23, 2), settings);
    await person.say('我今天報到');
    settings.onboardingPlan = small;
    const shown = await person.say('我的任務');
    expect(shown.text).toContain('10 項裡完成了 0 項');
    expect(shown.text).toContain('登入e等公務園+學習平臺');
    expect((await person.say('第2項完成了')).text).toContain('1／10');
    expect(await person.runJobs(person.now() + 120 * 86_400_000)).not.toEqual([]);
  });
});

function stage(of: typeof small) {
  return of.stages[0];
}

function task(of: typeof small) {
  return of.stages[0]?.tasks[0];
}
