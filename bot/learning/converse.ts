import { type Knowledge, remember, toTraditional } from '../../knowledge/index.ts';
import { readYear } from '../answer/years.ts';
import type { Handled } from '../handled.ts';
import { draftsMax, textsRemembered } from '../limits.ts';
import { followNoticeWish } from '../notice-settings.ts';
import { noticeReply } from '../notices.ts';
import type { PersonTurn } from '../person-turn.ts';
import { corrected, editLast, pickEntry } from './correct.ts';
import { type Draft, emptyDialogue, emptyDraft } from './dialogue.ts';
import { canUndo } from './edits.ts';
import { loadLedger } from './entries.ts';
import { answerSlot, fillSlot } from './fill.ts';
import { courseKey } from './ledger.ts';
import type { Trouble } from './read-draft.ts';
import { type LearningRequest, readRequest } from './read-request.ts';
import { goOnWith } from './record.ts';
import { composeList, plain } from './reply-entry.ts';
import { composeFigures } from './reply-figures.ts';
import { ruleOfYear } from './rules.ts';
import { type Scene, sceneOf, told } from './scene.ts';

/** Own hours and certificates: asked, recorded, corrected, undone; null where the message is about none of it. */
export async function handleLearning(knowledge: Knowledge, turn: PersonTurn, text: string): Promise<Handled | null> {
  const scene = sceneOf(knowledge, turn);
  const said = toTraditional(text.normalize('NFKC')).trim();
  const { open } = scene.dialogue;
  if (open !== null && cancels.test(said)) return cancel(scene);
  // Right behind an entry 「取消」 takes it back.
  if (scene.dialogue.at === turn.session.version - 1 && /^(?:取消|cancel)$/i.test(said)) return undo(scene);
  const request = requestOf(knowledge, `${turn.moment.today}${said}`);
  const isClear = request !== null && !(request.type === 'correct' && request.clear === 'no');
  if (open !== null && !isClear) return answerSlot(scene, open, said);
  if (request === null || followsRecommendation(scene, request)) return null;
  return handleRequest(scene, request, said);
}

/** What a text wants of the ledger; the day as of which it is read stands before it. */
const requestOf = remember(textsRemembered, ({ catalogue }: Knowledge, text) =>
  readRequest(catalogue.items.values(), text.slice(isoDayLength), text.slice(0, isoDayLength)),
);
const isoDayLength = 10;

const cancels =
  /^(?:取消|算了|不用了?|不要了?|不登了?|不登錄了?|不記了?|先不要|先不用|不改了?|不刪了?|放棄|停止?|結束|離開|沒事了?|cancel|stop|quit|never ?mind)[。.!！~了吧]*$/i;

/** What stands behind `learning:` in a choice. Null for a value that is not offered now. */
export async function handleLearningChoice(
  knowledge: Knowledge,
  turn: PersonTurn,
  value: string,
): Promise<Handled | null> {
  const scene = sceneOf(knowledge, turn);
  const { open } = scene.dialogue;
  const [action = '', first = '', ...rest] = value.split(':');
  // 改 and 復原 hold for the entry under which they stand: in the reply of that turn.
  const isOfLast = first === String(scene.dialogue.at);
  switch (action) {
    case 'begin':
      return goOnWith(scene, [{ ...emptyDraft, kind: first === 'certificate' ? 'certificate' : 'hours' }], null);
    case 'figures':
      return tellFigures(scene, '');
    case 'list':
      return tellList(scene, 'all');
    case 'cancel':
      return open === null ? null : cancel(scene);
    case 'undo':
      return isOfLast ? undo(scene) : null;
    case 'edit':
      return isOfLast ? editLast(scene) : null;
    case 'slot':
      return open?.type === 'edit' ? fillSlot(scene, open, 'slot', first) : null;
    case 'fill':
      return open === null ? null : fillSlot(scene, open, first, rest.join(':'));
    case 'pick':
      return open?.type === 'pick' ? pickEntry(scene, open, Number(first)) : null;
    case 'mute':
      return followNoticeWish(turn, { type: 'mute', topics: ['hours'] });
    default:
      return null;
  }
}

async function handleRequest(scene: Scene, request: LearningRequest, said: string): Promise<Handled | null> {
  switch (request.type) {
    case 'figures':
      return tellFigures(scene, said);
    case 'list':
      return tellList(scene, request.what);
    case 'undo':
      return undo(scene);
    case 'record':
      if (request.drafts.length === 0)
        return told(scene, [noticeReply(scene.words.tooManyEntries(draftsMax), scene.language, [])], scene.dialogue);
      return record(scene, request.drafts, request.trouble);
    case 'correct':
      return corrected(scene, request);
  }
}

/** What is told of the entry that is being asked about goes into it; another one waits behind it. */
function record(scene: Scene, drafts: readonly Draft[], trouble: Trouble | null): Promise<Handled> {
  const { open } = scene.dialogue;
  const [only, ...others] = drafts;
  if (open?.type !== 'draft' || only === undefined) return goOnWith(scene, drafts, trouble);
  const waiting = open.drafts.findIndex((draft) => isOneEntry(draft, only));
  const known = open.drafts[waiting];
  if (known === undefined || others.length > 0)
    return goOnWith(scene, [...open.drafts, ...drafts].slice(0, draftsMax), trouble);
  // Without a name only the gaps are filled: it may be another course that is spoken of.
  const merged = only.name === null ? mergeDrafts(only, known) : mergeDrafts(known, only);
  return goOnWith(scene, open.drafts.with(waiting, merged), trouble);
}

function isOneEntry(one: Draft, other: Draft): boolean {
  if (one.kind !== other.kind) return false;
  return one.name === null || other.name === null || courseKey(one.name) === courseKey(other.name);
}

function mergeDrafts(before: Draft, now: Draft): Draft {
  return {
    kind: now.kind,
    name: now.name ?? before.name,
    date: now.date ?? before.date,
    hours: now.hours ?? before.hours,
    category: now.category ?? before.category,
    by: now.by ?? before.by,
    evidence: now.evidence ?? before.evidence,
    catalogue: now.catalogue ?? before.catalogue,
  };
}

/** Right behind a recommendation 「我考過iPAS了」 refines it, unless a day is told, which only the ledger needs. */
function followsRecommendation({ session }: Scene, request: LearningRequest): boolean {
  const last = session.history.at(-1)?.replies ?? [];
  if (request.type !== 'record' || !last.some(({ kind }) => kind === 'recommendation')) return false;
  return request.drafts.every(({ kind, date }) => kind === 'certificate' && date === null);
}

async function tellFigures(scene: Scene, said: string): Promise<Handled> {
  const { knowledge, records, moment, dialogue } = scene;
  const asked = readYear(said, moment.today)?.from ?? moment.today;
  const year = Number(asked.slice(0, 4));
  const [entries, setting] = await Promise.all([records.hours(), records.setting('learningRules')]);
  return told(scene, [composeFigures(scene, entries, year, ruleOfYear(knowledge, setting, year))], dialogue);
}

async function tellList(scene: Scene, what: 'all' | 'certificates'): Promise<Handled> {
  return told(scene, [composeList(scene, await loadLedger(scene.records), what)], scene.dialogue);
}

async function undo(scene: Scene): Promise<Handled> {
  const { words, language, dialogue } = scene;
  if (dialogue.undo.length === 0) return told(scene, [noticeReply(words.nothingToUndo, language, [])], dialogue);
  const ledger = await loadLedger(scene.records);
  if (!canUndo(ledger, dialogue.undo)) return told(scene, [noticeReply(words.cannotUndo, language)], emptyDialogue);
  const list = plain(words.button.list, 'learning:list');
  return told(scene, [noticeReply(words.undone, language, [list])], emptyDialogue, dialogue.undo);
}

function cancel(scene: Scene): Handled {
  const { words, language, dialogue } = scene;
  const { interview } = scene.session;
  const resume = interview?.stage === 'cancelled' && interview.steps.length > 0;
  const choices = resume ? [plain(words.button.resume, 'interview:resume')] : [];
  return told(scene, [noticeReply(words.cancelled, language, choices)], { ...dialogue, open: null });
}
