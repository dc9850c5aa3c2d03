import type { Knowledge } from '../knowledge/index.ts';
import { onboardingWordings } from '../prompts/index.ts';
import type { Handled } from './handled.ts';
import { handleLearning } from './learning/converse.ts';
import { noticeReply } from './notices.ts';
import { handleOnboarding } from './onboarding/converse.ts';
import { cutProgress } from './onboarding/cut-progress.ts';
import type { PersonTurn } from './person-turn.ts';

/**
 * 「第5項做完了，順便登錄AI素養3小時昨天」: the task is ticked off, and the rest is read as if it had been said alone. Null for every
 * message that does not say both.
 */
export async function handleProgressAndEntry(
  knowledge: Knowledge,
  turn: PersonTurn,
  text: string,
): Promise<Handled | null> {
  const parts = cutProgress(text);
  if (parts === null) return null;
  const progress = await handleOnboarding(knowledge, turn, parts.progress);
  if (progress === null || progress.changes.length === 0) return handleEntry(knowledge, turn, parts.rest);
  const entry = await handleEntry(knowledge, { ...turn, session: progress.session }, parts.rest);
  if (entry === null) {
    const again = noticeReply(onboardingWordings[turn.language].restUnread(parts.rest), turn.language, []);
    return { ...progress, replies: [...progress.replies, again] };
  }
  // What asks comes last, and only its buttons are meant by a number.
  const replies = [...progress.replies.map((reply) => ({ ...reply, choices: [] })), ...entry.replies];
  return { ...entry, replies, changes: [...progress.changes, ...entry.changes] };
}

/** Beside a task that is done, a course with its hours (AI素養3小時) is told to be entered, though nobody says so. */
async function handleEntry(knowledge: Knowledge, turn: PersonTurn, rest: string): Promise<Handled | null> {
  return (await handleLearning(knowledge, turn, rest)) ?? (await handleLearning(knowledge, turn, `登錄${rest}`));
}
