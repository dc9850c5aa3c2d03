import { parseNoticeRules, type SettingName } from '../bot/index.ts';
import { factsOfPlan, parseOnboardingPlan, readLearningRules } from '../knowledge/index.ts';
import { loadKnowledge } from './content.ts';

/** How what an agency sets for itself is checked before it is kept; each throws an `Error` that names the place. */
export const settingChecks: Readonly<Record<SettingName, (value: unknown) => void>> = {
  notices: (value) => void parseNoticeRules(value),
  learningRules: (value) => void readLearningRules(value),
  onboardingPlan(value) {
    const { passages } = loadKnowledge();
    const unknown = factsOfPlan(parseOnboardingPlan(value)).find((fact) => !passages.has(fact));
    if (unknown !== undefined) throw new Error(`a task names the unknown fact ${unknown}`);
  },
};
