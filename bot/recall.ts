import type { Knowledge } from '../knowledge/index.ts';
import { topicsOfExchange, understand } from './answer/understand.ts';
import { startInterview } from './interview/converse.ts';
import { detectLanguage } from './language.ts';
import { fixedReply } from './notices.ts';
import { maskPersonalData } from './privacy/mask.ts';
import { readCommand } from './route.ts';
import { beforeOf, type Session, withTurn } from './session.ts';
import { keepVisible } from './visible-text.ts';

/** One utterance of a conversation held elsewhere. */
export interface RecalledTurn {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** The session after one utterance that was made elsewhere, so that a follow-up can be read against it. */
export function recallTurn(knowledge: Knowledge, session: Session, turn: RecalledTurn): Session {
  const text = maskPersonalData(keepVisible(turn.text)).text;
  const language = detectLanguage(text, session.language);
  if (turn.role === 'user') {
    if (readCommand(text) === 'interview') return startInterview(knowledge, session, '', language).session;
    const standalone = understand(knowledge, text, beforeOf(session)).standalone;
    return withTurn(session, { said: text, standalone, topics: [], replies: [], at: session.lastAt }, language);
  }
  const last = session.history.at(-1) ?? { said: '', standalone: '', topics: [], replies: [], at: session.lastAt };
  const told = fixedReply('answer', [{ type: 'text', text }], language, []);
  const topics = topicsOfExchange(knowledge, last.standalone, text);
  return {
    ...session,
    history: [...session.history.slice(0, -1), { ...last, topics, replies: [...last.replies, told] }],
  };
}
