import type { Bilingual, InterviewRole, InterviewScript, RoleWeights } from '../../knowledge/index.ts';
import { roles } from '../vocabulary.ts';
import { type Evidence, LIKENESS } from './read-duties.ts';

/** An answer that was given to a question of the script. */
export interface Answer {
  readonly question: string;
  readonly option: string;
}

/** Which role fits, how sure that is, and why. */
export interface Assessment {
  readonly role: InterviewRole;
  /** 0…1: the probability that the role is right. */
  readonly confidence: number;
  /** False where another role may be right as well, or too little was said. */
  readonly confident: boolean;
  readonly runnerUp: InterviewRole;
  /** What counted, the weightiest first. */
  readonly reasons: readonly Reason[];
  /** The smallest change of one answer that would give another role; null where no single answer can. */
  readonly flip: Flip | null;
  /** Log-odds of each role. */
  readonly scores: RoleWeights;
}

/** One thing that counted. */
export interface Reason {
  readonly text: Bilingual;
  /** The person's own words, or the label of the option. */
  readonly evidence: string;
  /** How much it speaks for the role against the runner-up; negative where it speaks against it. */
  readonly weight: number;
  /** The role that it speaks for most. */
  readonly role: InterviewRole;
  /** Id of the question that was answered; null for free text. */
  readonly question: string | null;
}

/** `from` is null for a question that was not answered yet. */
export interface Flip {
  readonly question: string;
  readonly from: string | null;
  readonly to: string;
  readonly role: InterviewRole;
}

/** Judges what was said and answered. Contract: pure; the order of the evidence and of the answers changes nothing. */
export function assess(script: InterviewScript, evidence: readonly Evidence[], answers: readonly Answer[]): Assessment {
  const parts = [...weighEvidence(evidence), ...weighAnswers(script, answers)];
  const scores = sumScores(script, parts);
  const [role, runnerUp] = rank(scores);
  const confidence = probabilities(scores)[role];
  return {
    role,
    confidence: round(confidence),
    confident: isConfident(confidence, parts, role),
    runnerUp,
    reasons: reasonsOf(parts, role, runnerUp),
    flip: findFlip(script, evidence, answers, role),
    scores,
  };
}

/** Whether anything that was said speaks for or against a role; without, the prior alone would name one. */
export function tellsRole({ reasons }: Assessment): boolean {
  return reasons.some((reason) => reason.weight !== 0);
}

/** Probability of each role. */
export function probabilities(scores: RoleWeights): RoleWeights {
  const highest = Math.max(...roles.map((role) => scores[role]));
  const shares = roles.map((role) => Math.exp((scores[role] - highest) * SHARPNESS));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const of = (role: InterviewRole): number => (shares[roles.indexOf(role)] ?? 0) / total;
  return { policy: of('policy'), applied: of('applied'), developer: of('developer'), researcher: of('researcher') };
}

/** Log-odds of each role, without reasons; what the choice of the next question needs. */
export function scoreRoles(
  script: InterviewScript,
  evidence: readonly Evidence[],
  answers: readonly Answer[],
): RoleWeights {
  return sumScores(script, [...weighEvidence(evidence), ...weighAnswers(script, answers)]);
}

/** Roles by score, the best first; of equals the one that more people have. */
export function rank(scores: RoleWeights): readonly [InterviewRole, InterviewRole] {
  const [first = 'applied', second = 'policy'] = [...commonest].sort((a, b) => scores[b] - scores[a]);
  return [first, second];
}

const commonest: readonly InterviewRole[] = ['applied', 'policy', 'developer', 'researcher'];

/** Fits the log-odds to how often the leading role is right; measured on `test/evaluation/interview-dev.jsonl`. */
const SHARPNESS = 1;
/** From here on a role is told without asking further. */
const CONFIDENT_FROM = 0.93;
/** Less than this was hardly anything: the prior must not decide alone. */
const SAID_MIN = 0.8;
/** Duties of a second kind this weighty: the person does both. Ready-made tools go with every role and are no rival. */
const RIVAL_SHARE = 0.3;
const RIVAL_OF_APPLIED = 0.9;
/** One duty told again says less each time. */
const AGAIN = [1, 0.5, 0.35, 0.25, 0.2, 0.15, 0.1];
/** Denials together count no more than this. */
const AGAINST_MIN = -1.5;

interface Part {
  readonly reason: Bilingual;
  readonly evidence: string;
  readonly question: string | null;
  readonly weights: RoleWeights;
  /** How much of the work it is. */
  readonly amount: number;
  /** The likeness of the whole description says which role, not that enough was said. */
  readonly told: 'duty' | 'answer' | 'whole';
}

function weighEvidence(evidence: readonly Evidence[]): readonly Part[] {
  const duties = evidence.filter((one) => one.duty !== LIKENESS);
  const shares = new Map(duties.map((one) => [one, { policy: 0, applied: 0, developer: 0, researcher: 0 }]));
  for (const role of roles) {
    const speaking = duties.filter((one) => one.weights[role] > 0).sort((a, b) => b.weights[role] - a.weights[role]);
    for (const [index, one] of speaking.entries()) {
      const share = shares.get(one);
      if (share !== undefined) share[role] = one.weights[role] * (AGAIN[index] ?? 0);
    }
    const denying = duties.filter((one) => one.weights[role] < 0);
    const against = denying.reduce((sum, one) => sum + one.weights[role], 0);
    for (const one of denying) {
      const share = shares.get(one);
      if (share !== undefined) share[role] = one.weights[role] * Math.min(1, AGAINST_MIN / against);
    }
  }
  const likeness = evidence.filter((one) => one.duty === LIKENESS).map((one) => [one, one.weights] as const);
  return [...shares, ...likeness].map(([one, weights]) => ({
    reason: one.reason,
    evidence: one.text,
    question: null,
    weights,
    amount: one.amount,
    told: one.duty === LIKENESS ? 'whole' : 'duty',
  }));
}

function weighAnswers(script: InterviewScript, answers: readonly Answer[]): readonly Part[] {
  return answers.flatMap((answer) => {
    const question = script.questions.find((one) => one.id === answer.question);
    const option = question?.options.find((one) => one.id === answer.option);
    if (question === undefined || option === undefined) return [];
    return [
      {
        reason: question.text,
        evidence: option.label.zh,
        question: question.id,
        weights: option.weights,
        amount: 1,
        told: 'answer',
      },
    ];
  });
}

function sumScores(script: InterviewScript, parts: readonly Part[]): RoleWeights {
  const sum = (role: InterviewRole): number =>
    round(parts.reduce((total, part) => total + part.weights[role], script.prior[role]));
  return { policy: sum('policy'), applied: sum('applied'), developer: sum('developer'), researcher: sum('researcher') };
}

function isConfident(confidence: number, allParts: readonly Part[], role: InterviewRole): boolean {
  const parts = allParts.filter((part) => part.told !== 'whole');
  const said = (one: InterviewRole): number => parts.reduce((total, part) => total + part.weights[one], 0);
  if (confidence < CONFIDENT_FROM || said(role) < SAID_MIN) return false;
  const rivals = roles.filter((one) => one !== role && one !== 'applied');
  const whole = (rival: InterviewRole): number =>
    parts.reduce((sum, part) => sum + Math.max(0, part.weights[rival]) / Math.min(1, part.amount), 0);
  if (role !== 'applied') return rivals.every((rival) => whole(rival) < said(role) * RIVAL_SHARE);
  return rivals.reduce((sum, rival) => sum + whole(rival), 0) < RIVAL_OF_APPLIED;
}

function reasonsOf(parts: readonly Part[], role: InterviewRole, runnerUp: InterviewRole): readonly Reason[] {
  return parts
    .map((part) => ({
      text: part.reason,
      evidence: part.evidence,
      weight: round(part.weights[role] - part.weights[runnerUp]),
      role: rank(part.weights)[0],
      question: part.question,
    }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** Tries every other option of every question; given answers go before open questions, small changes before large. */
function findFlip(
  script: InterviewScript,
  evidence: readonly Evidence[],
  answers: readonly Answer[],
  role: InterviewRole,
): Flip | null {
  const said = weighEvidence(evidence);
  const flips = script.questions.flatMap((question) => {
    const given = answers.find((answer) => answer.question === question.id);
    const others = answers.filter((answer) => answer.question !== question.id);
    const before = question.options.find((option) => option.id === given?.option)?.weights;
    const kept = [...said, ...weighAnswers(script, others)];
    return question.options.flatMap((option) => {
      const answered = weighAnswers(script, [{ question: question.id, option: option.id }]);
      const [now] = rank(sumScores(script, [...kept, ...answered]));
      if (now === role) return [];
      const size = roles.reduce(
        (sum, one) => sum + Math.abs(option.weights[one] - (before?.[one] ?? 0)),
        given === undefined ? OPEN : 0,
      );
      return [{ size, flip: { question: question.id, from: given?.option ?? null, to: option.id, role: now } }];
    });
  });
  return flips.sort((a, b) => a.size - b.size)[0]?.flip ?? null;
}

/** Larger than any change of one answer. */
const OPEN = 100;

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
