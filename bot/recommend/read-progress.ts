import { type CatalogueItem, normaliseText } from '../../knowledge/index.ts';
import type { Level } from './recommend.ts';

const notYet = /沒|未|不曾|想|打算|準備|預計|正要|\b(?:not|haven't|havent|never|want|plan|going to|would like)\b/;
const finished =
  /考過|考到|考取|考上|考完|考了|拿到|拿了|取得|通過|上過|上完|上了|修過|修完|讀過|讀完|看完|學過|學完|參加過|完成|做完|結訓|結業|有了|已有|(?<!沒)有(?!沒有|什麼|哪|推薦|適合).{0,12}(?:證照|認證|證書)|過了|已經|已上|已考|\b(?:done|passed|completed|finished|took|taken|have|hold|got|earned|attended)\b/;
const hours = /(?:小時|時數|鐘頭|\bhours?\b|\bhrs?\b)/;
const hoursSaid = /差|缺|欠|剩|少|滿|夠|足|達標|\b(?:left|need|short|lack|missing|complete)\b/;

/**
 * Cuts a message where one statement ends: at stops, before a turn (但, 還沒, 想) and behind 了. A clause that only names
 * something joins its neighbour, so that 「iPAS、AI-900，都考過了」 stays together.
 */
export function cutClauses(message: string): readonly string[] {
  const cut = message
    .replace(/了(?![，,。；;\s])/g, '了\n')
    .replace(/(?<![都也全])(?=但|可是|不過|然後|還沒|尚未|想|打算|\bbut\b|\bhaven't\b)/g, '\n')
    .split(/[，,。；;！!？?\n]+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const clauses: string[] = [];
  let waiting = '';
  for (const clause of cut) {
    const whole = waiting === '' ? clause : `${waiting}、${clause}`;
    if (speaks(clause)) clauses.push(whole);
    waiting = speaks(clause) ? '' : whole;
  }
  if (waiting === '') return clauses;
  const last = clauses.pop();
  return [...clauses, last === undefined ? waiting : `${last}、${waiting}`];
}

function speaks(clause: string): boolean {
  return finished.test(clause) || notYet.test(clause) || (hours.test(clause) && hoursSaid.test(clause));
}

const levels: readonly (readonly [Level, RegExp])[] = [
  ['advanced', /進階|中級課|高階課|\badvanced\b/],
  ['basic', /入門|基礎|初階|初級課|通識|素養|\b(?:basics?|introduct\w*|fundamentals)\b/],
];
const beginner =
  /零基礎|沒有?(?:任何)?(?:ai)?(?:的)?基礎|毫無基礎|完全(?:不懂|不會|沒學過|沒上過|沒碰過|沒概念)|新手|小白|菜鳥|初學|從零|都不懂|什麼都不會|沒有?[上學]過(?:任何)?(?:ai)?的?課|剛開始學|第一次學|\b(?:beginner|newbie|novice)\b(?! course)|\bfrom scratch\b|\bno (?:ai )?(?:background|experience|knowledge)\b|\bnew to ai\b/;
const someBasis = /(?<![沒無])有(?:一點|一些|點)?(?:ai)?的?基礎(?!課)|\b(?:know|have) (?:some|the) basics\b/;

/** The highest level that somebody says to have finished; `none` for somebody who says to begin. */
export function readLevel(clauses: readonly string[]): Level | null {
  for (const [level, names] of levels) if (clauses.some((clause) => names.test(clause) && says(clause))) return level;
  if (clauses.some((clause) => beginner.test(clause))) return 'none';
  return clauses.some((clause) => someBasis.test(clause)) ? 'basic' : null;
}

/** Ids of courses and certificates in a clause that says that something is finished. A platform is never finished. */
export function readDone(items: readonly CatalogueItem[], clauses: readonly string[]): readonly string[] {
  const saying = clauses.filter(says);
  if (saying.length === 0) return [];
  return items
    .filter((item) => item.kind !== 'platform' && saying.some((clause) => isNamed(item, clause)))
    .map((item) => item.id);
}

function says(clause: string): boolean {
  return finished.test(clause) && !notYet.test(clause);
}

function isNamed(item: CatalogueItem, clause: string): boolean {
  const rest = item.confusedWith.reduce((text, other) => text.replaceAll(normaliseText(other), ' '), clause);
  return [item.name.zh, ...item.aliases].some((name) => rest.includes(normaliseText(name)));
}
