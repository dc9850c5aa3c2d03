import type { InterviewOption, InterviewQuestion, InterviewScript, RoleWeights } from '../../knowledge/index.ts';
import { roles } from '../vocabulary.ts';
import { probabilities, rank } from './assess.ts';

/**
 * The open question that tells most given the present scores: the one whose answer is expected to reduce the uncertainty
 * about the role most. Null where no question is left or the leading role cannot change any more in `left` answers.
 */
export function chooseQuestion(
  script: InterviewScript,
  scores: RoleWeights,
  closed: readonly string[],
  left: number,
): InterviewQuestion | null {
  const open = script.questions.filter((question) => !closed.includes(question.id));
  if (left <= 0 || open.length === 0 || isDecided(scores, open, left)) return null;
  const told = open.map((question) => ({ question, gain: expectedGain(question, scores) }));
  return told.reduce((best, one) => (one.gain > best.gain ? one : best)).question;
}

/** True where even the answers that speak most for another role, `left` times, would not bring it to the lead. */
function isDecided(scores: RoleWeights, open: readonly InterviewQuestion[], left: number): boolean {
  const [lead] = rank(scores);
  return roles.every((role) => {
    if (role === lead) return true;
    const swings = open.map(({ options }) => Math.max(...options.map(({ weights }) => weights[role] - weights[lead])));
    const most = swings
      .filter((swing) => swing > 0)
      .sort((a, b) => b - a)
      .slice(0, left);
    return scores[lead] - scores[role] > most.reduce((sum, swing) => sum + swing, 0);
  });
}

/** Entropy now less the entropy expected after the answer, in nats. */
function expectedGain(question: InterviewQuestion, scores: RoleWeights): number {
  const now = probabilities(scores);
  const telling = question.options.filter((option) => option.id !== UNSURE);
  const likelihoods = likelihoodsOf(question, telling);
  let expected = 0;
  for (const [index] of telling.entries()) {
    const joint = roles.map((role) => now[role] * (likelihoods[roles.indexOf(role)]?.[index] ?? 0));
    const chance = joint.reduce((sum, one) => sum + one, 0);
    if (chance > 0) expected += chance * entropy(joint.map((one) => one / chance));
  }
  return entropy(roles.map((role) => now[role])) - expected;
}

/** The option that says that the person does not know; it weighs nothing. */
export const UNSURE = 'unsure';

/** How likely somebody of each role gives each answer, read from the weights. */
function likelihoodsOf(
  question: InterviewQuestion,
  options: readonly InterviewOption[],
): readonly (readonly number[])[] {
  const known = prepared.get(question);
  if (known !== undefined) return known;
  const likelihoods = roles.map((role) => {
    const raw = options.map((option) => Math.exp(option.weights[role]));
    const total = raw.reduce((sum, one) => sum + one, 0);
    return raw.map((one) => one / total);
  });
  prepared.set(question, likelihoods);
  return likelihoods;
}

/** A question never changes, so this is reckoned once of each. */
const prepared = new WeakMap<InterviewQuestion, readonly (readonly number[])[]>();

function entropy(shares: readonly number[]): number {
  return -shares.reduce((sum, share) => (share > 0 ? sum + share * Math.log(share) : sum), 0);
}
