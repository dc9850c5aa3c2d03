import type { Token } from './lexicon.ts';
import { isThingHere, thingsAfter } from './names.ts';
import { kindOf, LINK_MAX, type Scene } from './scene.ts';

/** True where a word for an act says that somebody does it; false where it is a noun, a part of a name, or light. */
export function isAct(scene: Scene, index: number): boolean {
  const token = scene.tokens[index];
  if (token === undefined || token.acts.length === 0) return false;
  return ![isNoun, isThingHere, isNamePart, isCarrier, isUseOfOthers, isRelative].some((isNone) =>
    isNone(scene, index),
  );
}

/** AI應用, AI使用: behind the thing itself the act is a noun. */
function isNoun({ tokens, folded }: Scene, index: number): boolean {
  const [before, act] = [tokens[index - 1], tokens[index]];
  if (before === undefined || act === undefined || before.end !== act.start || before.things.length === 0) return false;
  return /^(?:應用|使用|運用)$/.test(folded.slice(act.start, act.end));
}

/** 做系統維護, 負責AI採購, 做介面與AI的基礎研究: what stands last is what is done, the first act only carries it. */
function isCarrier(scene: Scene, index: number): boolean {
  const act = scene.tokens[index];
  if (act === undefined || !LIGHT.test(scene.folded.slice(act.start, act.end))) return false;
  const things = thingsAfter(scene, index);
  const last = things.at(-1);
  if (last === undefined) return false;
  if (things.length > 1 && last.acts.length > 0) return true;
  const next = scene.tokens[scene.tokens.indexOf(last) + 1];
  if (next !== undefined && next.acts.length > 0 && /^[的之]?$/.test(scene.folded.slice(last.end, next.start)))
    return true;
  return carriesResearch(scene, index, last);
}

const LIGHT = /^(?:做|弄|辦|辦理|負責|承辦|處理|執行|協助)$/;

/** The statement ends in 的研究, 的實驗, whatever is named before it. */
function carriesResearch({ script, folded, tokens }: Scene, index: number, head: Token): boolean {
  const last = tokens.slice(index + 1).at(-1);
  if (last === undefined || last === head || folded.charAt(last.start - 1) !== '的') return false;
  const isResearch = last.acts.some((name) => name === 'research' || name === 'trial');
  const named = last.things.some((name) => script.grammar.research.includes(name));
  return (isResearch || named) && !/[、,]/.test(folded.slice(head.end, last.start));
}

/** 公文管理系統, 風險篩選模型: an act between a noun and 系統 is a part of a name. */
function isNamePart(scene: Scene, index: number): boolean {
  const [before, act, after] = [scene.tokens[index - 1], scene.tokens[index], scene.tokens[index + 1]];
  if (act === undefined || after === undefined || after.start !== act.end) return false;
  if (!after.things.some((thing) => thing === 'system' || thing === 'model') || !act.acts.some(isOfficeAct))
    return false;
  if (before !== undefined && before.end === act.start)
    return before.things.length > 0 && before.acts.length === 0 && before.marks.size === 0;
  const unit = scene.folded.charAt(act.start - 1);
  return act.start > scene.start && /\p{Script=Han}/u.test(unit) && !scene.script.free.includes(unit);
}

function isOfficeAct(act: string): boolean {
  return ['plan', 'procure', 'fund', 'oversee', 'review', 'read', 'handle'].includes(act);
}

/** 訂各機關使用AI的規範: the use is that of others. */
function isUseOfOthers(scene: Scene, index: number): boolean {
  if (scene.tokens[index]?.acts.includes('use') !== true) return false;
  if (scene.tokens.slice(0, index).some(({ marks }) => marks.has('whether'))) return true;
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = scene.tokens[at];
    if (token === undefined || token.things.length > 0) return false;
    if (token.acts.length > 0) return kindOf(scene.script, token) === 'governing';
  }
  return false;
}

/** 用機關採購的AI, 驗收廠商開發的系統: within what is used or accepted, an act before 的 was done by somebody else. */
function isRelative({ tokens, folded }: Scene, index: number): boolean {
  const [act, next] = [tokens[index], tokens[index + 1]];
  if (act === undefined || next === undefined || next.things.length === 0) return false;
  if (!/^[了好過]?的/.test(folded.slice(act.end)) || next.start - act.end > LINK_MAX) return false;
  const before = tokens.slice(0, index);
  const outer = before.findLastIndex(({ acts }) => acts.length > 0 && !acts.includes('handle'));
  return (
    outer >= 0 && act.start > (before.at(-1)?.end ?? 0) && !before.slice(outer).some(({ marks }) => marks.has('self'))
  );
}
