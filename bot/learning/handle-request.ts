import { readYear } from '../answer/years.ts';
import type { Handled } from '../handled.ts';
import { draftsMax } from '../limits.ts';
import { noticeReply } from '../notices.ts';
import { cancel } from './cancel.ts';
import { corrected } from './correct.ts';
import { loadLedger } from './entries.ts';
import { recordDrafts, withLeftOver } from './new-entries.ts';
import { type LearningRequest, recordOf } from './read-request.ts';
import { composeFigures } from './reply-figures.ts';
import { composeList, refsListed } from './reply-list.ts';
import { howToCorrectReply, nothingToCancelReply, notPassedReply } from './reply-word.ts';
import { ruleOfYear } from './rules.ts';
import { type Scene, told } from './scene.ts';
import { redo, undo } from './undo.ts';

/** Does what is wanted of the ledger; null where it turns out that nothing of it was meant. */
export async function handleRequest(scene: Scene, request: LearningRequest, said: string): Promise<Handled | null> {
  const { words, language, dialogue } = scene;
  switch (request.type) {
    case 'figures':
      return tellFigures(scene, said);
    case 'list':
      return tellList(scene, request.what);
    case 'undo':
      // An entry that is not finished is what was done last.
      return cancel(scene, '') ?? undo(scene);
    case 'redo':
      return redo(scene);
    case 'cancel':
      return cancel(scene, said) ?? cancelNothing(scene, said);
    case 'howToCorrect':
      return told(scene, [howToCorrectReply(scene)], dialogue);
    case 'notPassed':
      return told(scene, [notPassedReply(scene, request.what)], dialogue);
    case 'record':
      if (request.drafts.length === 0)
        return told(scene, [noticeReply(words.tooManyEntries(draftsMax), language, [])], dialogue);
      return withLeftOver(scene, said, request.drafts, await recordDrafts(scene, request.drafts, request.trouble));
    case 'correct':
      return (await corrected(scene, request)) ?? recordInstead(scene, said);
  }
}

/** What sounded like a correction and met no entry may be one: 「我環境教育其實上了6小時」. */
async function recordInstead(scene: Scene, said: string): Promise<Handled | null> {
  const { knowledge, moment } = scene;
  const request = recordOf([...knowledge.catalogue.items.values()], said, moment.today);
  return request === null ? null : handleRequest(scene, request, said);
}

/** Right behind an entry 「取消」 takes it back; where nothing is open, it says so, unless another talk is open. */
async function cancelNothing(scene: Scene, said: string): Promise<Handled | null> {
  const { dialogue, session } = scene;
  const isBare = /^(?:取消|cancel)$/i.test(said);
  if (isBare && dialogue.at === session.version - 1 && dialogue.undo.length > 0) return undo(scene);
  if (session.onboarding !== null || session.interview?.stage === 'asking' || !/取消|cancel/i.test(said)) return null;
  return told(scene, [nothingToCancelReply(scene)], dialogue);
}

/** The hours of the year that is asked for, else of this one. */
export async function tellFigures(scene: Scene, said: string): Promise<Handled> {
  const { knowledge, records, moment, dialogue } = scene;
  const asked = readYear(said, moment.today)?.from ?? moment.today;
  const year = Number(asked.slice(0, 4));
  const [entries, setting] = await Promise.all([records.hours(), records.setting('learningRules')]);
  const reply = composeFigures(scene, entries, year, ruleOfYear(knowledge, setting, year), said);
  return told(scene, [reply], dialogue);
}

/** The entries. */
export async function tellList(scene: Scene, what: 'all' | 'certificates'): Promise<Handled> {
  const ledger = await loadLedger(scene.records);
  return told(scene, [composeList(scene, ledger, what)], { ...scene.dialogue, shown: refsListed(ledger, what) });
}
