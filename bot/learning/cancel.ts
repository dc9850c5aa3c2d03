import type { Handled } from '../handled.ts';
import { noticeReply } from '../notices.ts';
import { composeQuestion, nextSlot } from './ask-slot.ts';
import type { OpenStep } from './dialogue.ts';
import { plain } from './reply-entry.ts';
import { type Scene, told } from './scene.ts';

/** Drops what is being asked about and names it; what waits behind it is asked for next. Null where nothing is open. */
export function cancel(scene: Scene, said: string): Handled | null {
  const { words, language, dialogue, session } = scene;
  const { open } = dialogue;
  if (open === null) return null;
  const dropped = noticeReply(tellDropped(scene, open, said), language, []);
  const rest = open.type === 'draft' && !/全部|都|all/.test(said) ? open.drafts.slice(1) : [];
  const [next] = rest;
  const slot = next === undefined ? null : nextSlot(next);
  if (slot !== null) {
    const waiting: OpenStep = { type: 'draft', drafts: rest, slot };
    return told(scene, [dropped, composeQuestion(scene, waiting, null)], { ...dialogue, open: waiting });
  }
  const { interview } = session;
  const resume = interview?.stage === 'cancelled' && interview.steps.length > 0;
  const choices = resume ? [plain(words.button.resume, 'interview:resume')] : [];
  return told(scene, [{ ...dropped, choices }], { ...dialogue, open: null });
}

/** What an open step was about, said to be dropped. */
export function tellDropped({ words }: Scene, open: OpenStep, said: string): string {
  switch (open.type) {
    case 'draft': {
      const dropped = /全部|都|all/.test(said) ? open.drafts : open.drafts.slice(0, 1);
      return words.dropped(dropped.flatMap(({ name }) => name ?? []));
    }
    case 'edit':
      return words.notChanged(open.ref.name);
    case 'pick':
      return words.cancelled;
  }
}
