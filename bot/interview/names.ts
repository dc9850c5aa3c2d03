import type { Token } from './lexicon.ts';
import { BREAKS_NAME, distance, kindOf, LINK_MAX, type Scene } from './scene.ts';

/** Steps between an act and the first of its things: 負責(我們機關的)系統. */
const GAP_MAX = 12;
/** 模型的(災害影像判讀)新方法 */
const LINK_AROUND_DE_MAX = 9;
/** Steps between a thing and an act behind it: 系統(的日常)維護. */
const BEHIND_MAX = 14;

/** The name of what an act is done on, its parts in order, the head last: behind the act or, failing that, before it. */
export function objectOf(scene: Scene, index: number): readonly Token[] {
  const following = hasThingRightBefore(scene, index) ? [] : thingsAfter(scene, index);
  return following.length > 0 ? following : thingsBefore(scene, index);
}

/** The name that follows an act, its parts in order; coordinated acts share it: 規劃、採購AI系統. */
export function thingsAfter(scene: Scene, index: number): readonly Token[] {
  const things: Token[] = [];
  let end = scene.tokens[index]?.end ?? 0;
  let joins = false;
  const governs = kindOf(scene.script, scene.tokens[index]) === 'governing';
  for (let at = index + 1; at < scene.tokens.length; at += 1) {
    const token = scene.tokens[at];
    if (token === undefined) break;
    const gap = distance(scene.folded, end, token.start);
    if (gap > linkMax(scene.folded, end, token.start, things.length)) break;
    const listed = /[、/&+]/.test(scene.folded.slice(end, token.start));
    if (things.length > 0 && (listed || BREAKS_NAME.test(scene.folded.slice(end, token.start)))) break;
    const isThing = token.things.length > 0 && (token.acts.length === 0 || isThingHere(scene, at) || things.length > 0);
    if (isThing) things.push(token);
    else if (things.length > 0) break;
    else if (governs && token.acts.includes('use')) end = token.end;
    else if (token.acts.length > 0 && !(listed || joins || (gap === 0 && isAlike(scene, index, at)))) break;
    joins = token.marks.has('and');
    const handsOver = token.marks.has('handover') && scene.tokens[at + 1]?.marks.has('other') === true;
    if (!isThing && token.acts.length === 0 && handsOver) break;
    end = token.end;
  }
  return things;
}

/** A word that is both (採購) is a thing where an act stands right before it and no thing right behind. */
export function isThingHere(scene: Scene, index: number): boolean {
  const token = scene.tokens[index];
  const before = scene.tokens[index - 1];
  const after = scene.tokens[index + 1];
  if (token === undefined || token.things.length === 0 || before === undefined || before.acts.length === 0)
    return false;
  if (token.start - before.end > 2) return false;
  return !(after !== undefined && after.things.length > 0 && after.start - token.end <= LINK_MAX);
}

/** The last part of the name in which a thing stands. */
export function headOf(scene: Scene, index: number): Token {
  let head = scene.tokens[index];
  for (const token of scene.tokens.slice(index + 1)) {
    if (head === undefined || token.things.length === 0 || token.start - head.end > LINK_MAX) break;
    if (BREAKS_NAME.test(scene.folded.slice(head.end, token.start))) break;
    head = token;
  }
  return head ?? { start: 0, end: 0, acts: [], things: [], marks: new Set() };
}

/** A name goes on around 的: 模型的災害影像判讀新方法, 收文自動分類的程式. */
function linkMax(folded: string, end: number, start: number, things: number): number {
  if (things === 0) return GAP_MAX;
  return [end, end - 1, start - 1].some((at) => folded.charAt(at) === '的') ? LINK_AROUND_DE_MAX : LINK_MAX;
}

/** 開發測試 share their thing; in 研究導入 or 設計實驗 what follows belongs to the second act only. */
function isAlike({ script, tokens }: Scene, index: number, at: number): boolean {
  return kindOf(script, tokens[index]) === kindOf(script, tokens[at]);
}

/** 知識庫整理、串API: an act that has its thing right before it shares none behind a comma. */
function hasThingRightBefore(scene: Scene, index: number): boolean {
  const [before, act, after] = [scene.tokens[index - 1], scene.tokens[index], scene.tokens[index + 1]];
  if (before === undefined || act === undefined || after === undefined) return false;
  const listed = after.marks.has('and') || /[、/]/.test(scene.folded.slice(act.end, after.start));
  return listed && before.things.length > 0 && before.marks.size === 0 && act.start - before.end <= 1;
}

function thingsBefore(scene: Scene, index: number): readonly Token[] {
  const act = scene.tokens[index];
  for (let at = index - 1; at >= 0 && act !== undefined; at -= 1) {
    const token = scene.tokens[at];
    if (token === undefined || distance(scene.folded, token.end, act.start) > BEHIND_MAX) break;
    if (token.things.length > 0 && !token.marks.has('other'))
      return isInstrument(scene, index, at) ? [] : nameUpTo(scene, at);
    if (token.marks.has('together') && token.acts.length === 0 && at + 1 !== index) break;
  }
  return [];
}

/** The parts of the name that ends at a token. */
function nameUpTo(scene: Scene, last: number): readonly Token[] {
  let first = last;
  for (let at = last - 1; at >= 0; at -= 1) {
    const [token, next] = [scene.tokens[at], scene.tokens[first]];
    if (
      token === undefined ||
      next === undefined ||
      token.things.length === 0 ||
      token.acts.length > 0 ||
      token.marks.size > 0
    )
      break;
    const between = scene.folded.slice(token.end, next.start);
    if (BREAKS_NAME.test(between) || distance(scene.folded, token.end, next.start) > LINK_MAX) break;
    first = at;
  }
  return scene.tokens.slice(first, last + 1);
}

/** 用ChatGPT草擬…, 用AI寫…: the instrument is not what is done; but who writes 用Python writes programs. */
function isInstrument(scene: Scene, index: number, at: number): boolean {
  const [before, thing] = [scene.tokens[at - 1], scene.tokens[at]];
  if (before === undefined || !(before.acts.includes('use') || before.marks.has('by'))) return false;
  const isTool = thing?.things.some((name) => name === 'aitool' || name === 'digital') === true;
  return isTool || kindOf(scene.script, scene.tokens[index]) === 'governing';
}
