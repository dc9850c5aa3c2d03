import type { InterviewScript } from '../../knowledge/index.ts';
import type { Token } from './lexicon.ts';
import { headOf } from './names.ts';
import { isDigital, isGoverned, LINK_MAX, type Scene, sceneOf } from './scene.ts';
import type { StandingClause } from './standing.ts';

/** How far a matter is digital because the same clause, or another one, speaks of it, or because a body for AI is named. */
const SAME_CLAUSE = 0.95;
const OTHER_CLAUSE = 0.9;
const FORUM = 0.6;

/** 0…1: how far what is done on `things` is about AI or digital systems. */
export function digitalShare(scene: Scene, things: readonly Token[]): number {
  if (things.some((thing) => isDigital(scene.script, thing))) return 1;
  if (scene.tokens.some((_, index) => isMatter(scene, index))) return SAME_CLAUSE;
  if (things.some((thing) => thing.things.includes('mundane') || thing.things.includes('office'))) return 0;
  return scene.elsewhere;
}

/** 0…1 for each clause: how far the others make its matter a digital one. */
export function digitalElsewhere(
  script: InterviewScript,
  folded: string,
  clauses: readonly StandingClause[],
): readonly number[] {
  const scenes = clauses.map((clause) => sceneOf(script, folded, clause, 0));
  const digital = scenes.map((scene) => scene.tokens.some((_, index) => isMatter(scene, index)));
  const forum = scenes.some(({ tokens }) =>
    tokens.some(({ things }) => things.some((name) => script.grammar.forum.includes(name))),
  );
  return scenes.map((_, index) => {
    if (digital.some((found, other) => found && other !== index)) return OTHER_CLAUSE;
    return forum ? FORUM : 0;
  });
}

/** False for an instrument (用AI…, 在系統上…, AI輔助…), for a topic of courses or papers, and for what is denied or past. */
export function isMatter(scene: Scene, index: number): boolean {
  const [before, token, standing] = [scene.tokens[index - 1], scene.tokens[index], scene.standings[index]];
  if (token === undefined || standing === undefined || !isDigital(scene.script, token)) return false;
  if (token.things.includes('aitool') && !isGoverned(scene, index)) return false;
  if (standing.negated || standing.time === 'wish' || standing.time === 'past') return false;
  const near = before !== undefined && token.start - before.end <= LINK_MAX;
  const decided = scene.tokens.slice(0, index).some(({ marks }) => marks.has('whether'));
  if (near && !decided && (before.marks.has('by') || before.acts.includes('use'))) return false;
  const isObject = before !== undefined && before.end === token.start && before.acts.length > 0;
  if (!isObject && /[到進入在從於]$/.test(scene.folded.slice(scene.start, token.start))) return false;
  const head = headOf(scene, index);
  return !ordinary.some((name) => head.things.includes(name)) && !INSTRUMENT.test(scene.folded.slice(head.end));
}

/** What turns AI into a topic of courses, papers or events. */
const ordinary = ['mundane', 'people', 'paper', 'media'];

/** What follows an instrument, or a tool that only failed. */
const INSTRUMENT =
  /^(?:工具|來|[只就也都]?(?:拿|用)|壞|當機|幫|輔助|協助|產生|生成|摘要|翻譯|潤|整理|寫|畫|做|上(?![線架雲路])|裡|裏|內|登|查|中)/;
