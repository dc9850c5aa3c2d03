import type { InterviewScript } from '../../knowledge/index.ts';
import type { Token } from './lexicon.ts';
import type { Standing, StandingClause } from './standing.ts';

/** One clause as the readers of names and duties see it. */
export interface Scene {
  readonly script: InterviewScript;
  readonly folded: string;
  readonly tokens: readonly Token[];
  /** The standing of each token. */
  readonly standings: readonly Standing[];
  /** Where the clause begins. */
  readonly start: number;
  /** 0…1: how far other clauses make the matter a digital one. */
  readonly elsewhere: number;
}

/** Sets a clause up for reading. */
export function sceneOf(
  script: InterviewScript,
  folded: string,
  { clause, standings }: StandingClause,
  elsewhere: number,
): Scene {
  return { script, folded, tokens: clause.tokens, standings, start: clause.start, elsewhere };
}

/** Steps between the things of one name: AI 客服 的 契約. */
export const LINK_MAX = 3;

/** No name goes across these. */
export const BREAKS_NAME = /[、,/是由給被讓就都也在]/;

/** How far apart two words stand, in steps: Chinese characters count one, Latin words two. */
export function distance(folded: string, from: number, to: number): number {
  const between = folded.slice(from, to);
  const words = between.match(/[a-z0-9'-]+/g)?.length ?? 0;
  return between.replace(/[a-z0-9'\s-]+/g, '').length + words * 2;
}

/** Acts done to the work of others, acts of research, and acts of one's own hands. */
export function kindOf({ grammar }: InterviewScript, token: Token | undefined): 'governing' | 'research' | 'making' {
  if (token?.acts.some((act) => grammar.governing.includes(act))) return 'governing';
  return token?.acts.some((act) => ['research', 'trial', 'publish'].includes(act)) ? 'research' : 'making';
}

/** True where the thing makes a matter one of AI or digital systems. */
export function isDigital(script: InterviewScript, token: Token): boolean {
  return token.things.some((name) => script.grammar.digital.includes(name));
}

/** 規劃系統開發: what stands before is already the object of an act that is done to the work of others. */
export function isGoverned(scene: Scene, index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const [token, next] = [scene.tokens[at], scene.tokens[at + 1]];
    if (token === undefined || next === undefined) return false;
    if (token.marks.has('and') || /[、/]/.test(scene.folded.slice(token.end, next.start))) return false;
    if (kindOf(scene.script, token) === 'governing' && token.things.length === 0) return true;
  }
  return false;
}
