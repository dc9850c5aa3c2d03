import { wordings } from '../prompts/index.ts';
import { handoffChoice } from './choices.ts';
import { messageCharactersMax } from './limits.ts';
import type { Choice, Language, Part, Reply, ReplyKind } from './vocabulary.ts';

/** A reply that is one sentence, with ways on. */
export function noticeReply(
  text: string,
  language: Language,
  choices: readonly Choice[] = [handoffChoice(language)],
): Reply {
  return fixedReply('notice', [{ type: 'text', text }], language, choices);
}

/** A reply of fixed words without sources. */
export function fixedReply(
  kind: ReplyKind,
  parts: readonly Part[],
  language: Language,
  choices: readonly Choice[],
): Reply {
  return { kind, language, parts, citations: [], choices, role: null, progress: null };
}

/** What is shown before anything was said. */
export function welcomeReply(language: Language): Reply {
  const { welcome } = wordings[language];
  return fixedReply('notice', [{ type: 'text', text: welcome.text }], language, starters(language));
}

/** What the assistant can do, and what can be said at any time. */
export function helpReply(language: Language): Reply {
  const { notice } = wordings[language];
  return fixedReply(
    'notice',
    [
      { type: 'text', text: notice.help },
      { type: 'list', ordered: 'unordered', items: notice.helpItems },
    ],
    language,
    starters(language),
  );
}

/** A turn that could not be finished; nobody sees why, the operator does. */
export function failedReply(language: Language): Reply {
  return noticeReply(wordings[language].notice.failed, language);
}

/** Nothing can be kept at the moment, so that nothing was done either. */
export function unavailableReply(language: Language): Reply {
  return noticeReply(wordings[language].notice.unavailable, language);
}

/** The notice for a message that cannot be read as a question, or null for one that can. */
export function unreadableReply(text: string, language: Language): Reply | null {
  const { notice } = wordings[language];
  const plain = text.trim();
  if (plain === '') return noticeReply(notice.empty, language, starters(language));
  if (plain.length > messageCharactersMax) return noticeReply(notice.tooLong(messageCharactersMax), language);
  if (plain.includes('\uFFFD')) return noticeReply(notice.unreadable, language, starters(language));
  if (!/[\p{L}\p{N}]/u.test(plain)) return noticeReply(notice.onlySymbols, language, starters(language));
  return null;
}

function starters(language: Language): readonly Choice[] {
  const { welcome } = wordings[language];
  return [...welcome.starters.map((starter): Choice => ({ ...starter, emphasis: 'plain' })), handoffChoice(language)];
}
