import type { Knowledge } from '../knowledge/index.ts';
import { type SuggestionWording, suggestionWordings } from '../prompts/index.ts';
import { ask } from './answer/ask.ts';
import { promptsMax } from './limits.ts';
import { emptySession, type Profile } from './session.ts';
import type { Language, Prompt } from './vocabulary.ts';

/**
 * What somebody may want to ask: what their role is or what fits it, what the time of the year brings, and what is asked most.
 * What the documents in force on the day do not answer is left out.
 */
export function promptsFor(
  knowledge: Knowledge,
  profile: Profile | null,
  today: string,
  language: Language,
): readonly Prompt[] {
  const words = suggestionWordings[language];
  const role = profile?.role ?? null;
  const own: readonly Prompt[] = [words.role, words.courses, words.hoursLeft];
  const wanted: readonly Prompt[] = [
    role === null ? words.role : words.courses,
    ofSeason(words, Number(today.slice(5, 7))),
    ...(role === null ? [] : [words.ofRole[role]]),
    words.where,
    words.subsidy,
    // Before the documents were published these alone were answered.
    ...own,
  ];
  return [...new Set(wanted)]
    .filter((prompt) => own.includes(prompt) || isAnswered(knowledge, prompt, today, language))
    .slice(0, promptsMax);
}

/** Hours are counted to the end of the year; a new year begins with its rule; between them one learns. */
function ofSeason(words: SuggestionWording, month: number): Prompt {
  if (month <= 2) return words.hoursOfYear;
  if (month <= 5) return words.certificate;
  if (month <= 7) return words.classes;
  return month <= 9 ? words.promotion : words.hoursLeft;
}

function isAnswered(knowledge: Knowledge, { message }: Prompt, today: string, language: Language): boolean {
  return ask(knowledge, emptySession, message, language, today).replies[0]?.kind === 'answer';
}
