import { parseArgs } from 'node:util';
import { type Onboarding, progressByUnit, progressOf, pulseFigures } from '../../../bot/index.ts';
import { type OnboardingPlan, parseOnboardingPlan } from '../../../knowledge/index.ts';
import { onboardingFiguresWording as words } from '../../../prompts/index.ts';
import { listOnboardings, readSetting, withEngine } from '../../administration.ts';
import { clockOf } from '../../compose.ts';
import { readConfig } from '../../config.ts';
import { loadKnowledge } from '../../content.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run onboarding [-- --people] [--agency ID]`: how far new employees are, for HR. Figures by unit never count fewer than five
 * people; `--people` lists each person instead, for whoever looks after them.
 */
await runCommand(async () => {
  const config = readConfig(process.env);
  const { values } = parseArgs({
    options: { agency: { type: 'string' }, people: { type: 'boolean', default: false } },
  });
  const agency = values.agency ?? config.agency;
  const today = clockOf(config).today();
  const { listed, plan } = await withEngine(config, async (engine) => {
    const own = await readSetting(engine, agency, 'onboardingPlan');
    return {
      listed: await listOnboardings(engine, agency),
      plan: own === undefined ? loadKnowledge().onboardingPlan : parseOnboardingPlan(own),
    };
  });
  if (listed.length === 0) return print(words.none);
  if (!values.people)
    return printFigures(
      listed.map(({ onboarding }) => onboarding),
      plan,
      today,
    );
  for (const { person, onboarding } of listed) {
    const { stage, done, of, overdue } = progressOf(onboarding, today);
    print(words.person(person, onboarding.startsOn, words.stages[stage], done, of, overdue));
  }
});

function printFigures(people: readonly Onboarding[], plan: OnboardingPlan, today: string): void {
  const units = progressByUnit(people, plan, today);
  if (units.length === 0) print(words.tooFew);
  const titles = new Map(plan.stages.flatMap(({ tasks }) => tasks.map(({ id, title }) => [id, title] as const)));
  for (const { unit, people: count, tasks } of units) {
    print(words.unit(unit ?? words.others, count));
    for (const { id, done, of, overdue } of tasks) print(words.count(titles.get(id) ?? id, done, of, overdue));
  }
  for (const { question, answers } of pulseFigures(people, plan)) {
    const asked = plan.pulse.questions.find(({ id }) => id === question);
    print(words.pulse(asked?.text ?? question));
    if (answers === null) print(words.pulseTooFew);
    for (const { option, count } of answers ?? [])
      print(words.pulseAnswer(asked?.options.find(({ id }) => id === option)?.label ?? option, count));
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
