import type { InterviewScript } from '../../knowledge/index.ts';
import { isAct } from './acts.ts';
import { digitalShare, isMatter } from './digital-matter.ts';
import { isDuty, type Token } from './lexicon.ts';
import { objectOf } from './names.ts';
import { isDigital, isGoverned, kindOf, type Scene, sceneOf } from './scene.ts';
import type { Standing, StandingClause } from './standing.ts';

/** What a duty speaks for, as the script says it. */
export type Duty = InterviewScript['duties'][number];

/** A duty that a description speaks of, and where. */
export interface MatchedDuty {
  readonly duty: Duty;
  readonly start: number;
  readonly end: number;
  readonly standing: Standing;
  /** 0…1: how far the matter is a digital one; 1 for duties that count always. */
  readonly digital: number;
}

/** Finds in one clause what is done on what. `elsewhere`: 0…1, how far other clauses make its matter digital. */
export function matchDuties(
  script: InterviewScript,
  folded: string,
  clause: StandingClause,
  elsewhere: number,
): readonly MatchedDuty[] {
  const scene = sceneOf(script, folded, clause, elsewhere);
  const used = new Set<Token>();
  const matched: ActMatch[] = [];
  for (const index of scene.tokens.keys()) {
    const found = matchAct(scene, index);
    if (found === null) continue;
    const before = matched.at(-1);
    const again = before?.thing === found.thing && before?.duty === found.duty && isCompound(scene.tokens, index);
    for (const token of found.tokens) used.add(token);
    if (!again) matched.push(found);
  }
  return [...matched, ...matchAlone(scene, used)].sort((a, b) => a.start - b.start);
}

/** 寫分析報告 is one act. */
function isCompound(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before !== undefined && before.acts.length > 0 && before.end === tokens[index]?.start;
}

interface ActMatch extends MatchedDuty {
  /** The thing on which it is done; null where the act speaks by itself. */
  readonly thing: Token | null;
  /** What needs not speak for itself any more. */
  readonly tokens: readonly Token[];
}

function matchAct(scene: Scene, index: number): ActMatch | null {
  const [act, standing] = [scene.tokens[index], scene.standings[index]];
  if (act === undefined || standing === undefined || !isAct(scene, index)) return null;
  const things = objectOf(scene, index);
  const found = dutyFor(scene, act, things);
  if (found === null) return null;
  const digital = shareOf(scene, found.duty, things);
  const duty = digital > 0 ? found.duty : otherwise(scene.script, things);
  const follows = things.some((thing) => thing.start > act.start);
  if (duty === undefined || (!follows && isMaking(duty) && isGoverned(scene, index))) return null;
  const { thing } = found;
  const part = thing === null ? [act] : [act, thing];
  const ofThing = thing === null ? standing : (scene.standings[scene.tokens.indexOf(thing)] ?? standing);
  return {
    duty,
    thing,
    start: Math.min(...part.map((token) => token.start)),
    end: Math.max(...part.map((token) => token.end)),
    digital: digital > 0 ? digital : 1,
    standing: joined(standing, ofThing),
    tokens: [...part, ...things.filter((one) => thing === things.at(-1) || isDigital(scene.script, one))],
  };
}

/** What holds of the act holds of both; a denial of the thing denies both, and a share may be told of either. */
function joined(act: Standing, thing: Standing): Standing {
  const amount = act.amount === 1 ? thing.amount : Math.min(act.amount, thing.amount < 1 ? thing.amount : act.amount);
  return { ...act, negated: act.negated || thing.negated, amount };
}

interface DutyMatch {
  readonly duty: Duty;
  readonly thing: Token | null;
}

/** The head of a name is its last part; 計畫 or 廠商 as a head hides what stands before it from acts of making. */
function dutyFor(scene: Scene, act: Token, things: readonly Token[]): DutyMatch | null {
  const { duties, bare, grammar } = scene.script;
  for (const thing of things.toReversed()) {
    const duty = duties.find((one) => fits(one, act, thing, things));
    if (duty !== undefined) return { duty, thing };
    const encloses = thing.things.some((name) => grammar.enclosing.includes(name));
    const isResearch = thing.things.some((name) => grammar.research.includes(name));
    if (kindOf(scene.script, act) === 'governing' ? isResearch : encloses) return null;
  }
  if (things.some((thing) => thing.start > act.start) && !act.acts.includes('run')) return null;
  const duty = bare.find((one) => one.acts.some((name) => act.acts.includes(name)));
  return duty === undefined || shareOf(scene, duty, things) === 0 ? null : { duty, thing: null };
}

function fits(duty: Duty, act: Token, thing: Token, name: readonly Token[]): boolean {
  const acts = duty.acts.some((one) => act.acts.includes(one));
  const things = duty.things.some((one) => thing.things.includes(one));
  return (
    acts &&
    things &&
    (duty.besides.length === 0 || name.some((part) => part.things.some((one) => duty.besides.includes(one))))
  );
}

function shareOf(scene: Scene, duty: Duty, things: readonly Token[]): number {
  return duty.about === 'digital' ? digitalShare(scene, things) : 1;
}

/** What an act is where nothing digital is spoken of: an ordinary duty, or one of which nobody knows what it is about. */
function otherwise({ duties, grammar }: InterviewScript, things: readonly Token[]): Duty | undefined {
  const ordinary = things.some((thing) => thing.things.some((name) => ORDINARY.includes(name)));
  return duties.find((duty) => duty.id === (ordinary ? grammar.otherwise : grammar.unspecific));
}

const ORDINARY = ['mundane', 'office', 'people', 'paper', 'media'];

function isMaking({ weights }: Duty): boolean {
  return weights.developer + weights.researcher > weights.policy + weights.applied;
}

/** Things that speak for themselves and that no act has used. */
function matchAlone(scene: Scene, used: ReadonlySet<Token>): readonly MatchedDuty[] {
  return scene.tokens.flatMap((token, index) => {
    const standing = scene.standings[index];
    if (used.has(token) || standing === undefined || !isDuty(token)) return [];
    const duty = scene.script.duties.find(
      ({ acts, things }) => acts.length === 0 && things.some((name) => token.things.includes(name)),
    );
    if (duty === undefined || (isMaking(duty) && isGoverned(scene, index))) return [];
    if (duty.about === 'matter' && !isMatter(scene, index)) return [];
    const digital = shareOf(scene, duty, [token]);
    return digital === 0 ? [] : [{ duty, start: token.start, end: token.end, standing, digital }];
  });
}
