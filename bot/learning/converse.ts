import { type Knowledge, remember, toTraditional } from '../../knowledge/index.ts';
import type { Handled } from '../handled.ts';
import { textsRemembered } from '../limits.ts';
import { followNoticeWish } from '../notice-settings.ts';
import type { PersonTurn } from '../person-turn.ts';
import { cancel } from './cancel.ts';
import { corrected, editLast, pickEntry } from './correct.ts';
import { emptyDraft, type OpenStep } from './dialogue.ts';
import { answerSlot, fillSlot } from './fill.ts';
import { handleRequest, tellFigures, tellList } from './handle-request.ts';
import { patchDraft } from './new-entries.ts';
import { asksFiguresWithin } from './read-figures.ts';
import { cutCommands, type LearningRequest, readRequest } from './read-request.ts';
import { goOnWith } from './record.ts';
import { type Scene, sceneOf } from './scene.ts';
import { handleSeveral } from './several.ts';
import { redo, undo } from './undo.ts';

/** Own hours and certificates: asked, recorded, corrected, undone; null where the message is about none of it. */
export async function handleLearning(knowledge: Knowledge, turn: PersonTurn, text: string): Promise<Handled | null> {
  const scene = sceneOf(knowledge, turn);
  const said = toTraditional(text.normalize('NFKC')).trim();
  const commands = cutCommands(said);
  const read = commands.map((command) => requestOf(knowledge, `${turn.moment.today}${command}`));
  const several = commands.length > 1 ? await handleSeveral(scene, commands, read) : null;
  if (several !== null) return several;
  const request = requestOf(knowledge, `${turn.moment.today}${said}`);
  const { open } = scene.dialogue;
  if (open !== null && request !== null) {
    const handled = await handleWithin(scene, open, request);
    if (handled !== null) return handled;
  }
  if (open !== null && (request === null || !isClear(request))) return answerSlot(scene, open, said);
  if (request === null) return isWithinTalk(scene) && asksFiguresWithin(said) ? tellFigures(scene, said) : null;
  return followsRecommendation(scene, request) ? null : handleRequest(scene, request, said);
}

/** What a text wants of the ledger; the day as of which it is read stands before it. */
const requestOf = remember(textsRemembered, ({ catalogue }: Knowledge, text) =>
  readRequest(catalogue.items.values(), text.slice(isoDayLength), text.slice(0, isoDayLength)),
);
const isoDayLength = 10;

function isClear(request: LearningRequest): boolean {
  return !(request.type === 'correct' && request.clear === 'no');
}

/** Whether the talk is on the ledger: something of it was said since it last fell silent. */
function isWithinTalk({ session }: Scene): boolean {
  return session.learning !== null;
}

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
      return cancel(scene, '');
    case 'undo':
      return isOfLast ? undo(scene) : null;
    case 'redo':
      return isOfLast ? redo(scene) : null;
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

/** A correction of the entry that is being asked about, or of another one, while something is open. */
async function handleWithin(scene: Scene, open: OpenStep, request: LearningRequest): Promise<Handled | null> {
  if (request.type !== 'correct') return null;
  if (open.type === 'draft') {
    const patched = await patchDraft(scene, open, request);
    if (patched !== null) return patched;
  }
  return request.target === null || isClear(request) ? null : corrected(scene, request);
}

/** Right behind a recommendation 「我考過iPAS了」 refines it, unless a day is told, which only the ledger needs. */
function followsRecommendation({ session }: Scene, request: LearningRequest): boolean {
  const last = session.history.at(-1)?.replies ?? [];
  if (request.type !== 'record' || !last.some(({ kind }) => kind === 'recommendation')) return false;
  return request.drafts.every(({ kind, date }) => kind === 'certificate' && date === null);
}
