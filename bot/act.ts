import type { Knowledge } from '../knowledge/index.ts';
import { wordings } from '../prompts/index.ts';
import { ask } from './answer/ask.ts';
import { composeTopic } from './answer/compose.ts';
import { readAction } from './choices.ts';
import { type Handled, handled } from './handled.ts';
import { handOff, handOffWords, wordsToHandOff } from './handoff.ts';
import { handleInterviewChoice } from './interview/converse.ts';
import { handleLearningChoice } from './learning/converse.ts';
import { noticeReply, welcomeReply } from './notices.ts';
import { handleOnboardingChoice } from './onboarding/converse.ts';
import { recommendFor } from './recommend/converse.ts';
import { wishOfChoice } from './recommend/wish.ts';
import { share } from './share.ts';
import type { Hearing } from './turn.ts';
import type { Language } from './vocabulary.ts';

/** Does what a button does. One that leads into the person's own matters is theirs, whatever comes of it. */
export async function act(
  knowledge: Knowledge,
  context: Hearing & { readonly language: Language },
  value: string,
): Promise<Handled> {
  const { session, message, language, moment, records } = context;
  const stale = handled([noticeReply(wordings[language].notice.staleChoice, language)], session);
  const own = (result: Handled | null): Handled => ({ ...(result ?? stale), privacy: 'personal' });
  const action = readAction(value);
  switch (action?.type) {
    case undefined:
      return stale;
    case 'topic': {
      const topic = knowledge.topics.get(action.id);
      if (topic === undefined || topic.kind === 'talk' || topic.kind === 'lane') return stale;
      const reply = composeTopic(knowledge, topic, { language, today: moment.today, asOf: null });
      return { ...handled([reply], session, language === 'en' ? topic.titleEn : topic.title), topics: [topic.id] };
    }
    case 'say':
      // Only what a starter says: any other words would come in unmasked.
      if (!welcomeReply(language).choices.some((choice) => choice.value === value)) return stale;
      return ask(knowledge, session, action.text, language, moment.today);
    case 'handoff': {
      const words = wordsToHandOff(message);
      return words === null ? handOff(knowledge, context, language) : handOffWords(knowledge, session, words, language);
    }
    case 'share':
      return own(share(session, value, language, moment.now));
    case 'interview':
      return own(handleInterviewChoice(knowledge, session, action.input, language));
    case 'recommend':
      return own(await recommendFor(knowledge, session, wishOfChoice(action.wish), language, moment.today, records));
    case 'learning':
      return own(records && (await handleLearningChoice(knowledge, { ...context, records }, action.input)));
    case 'onboarding':
      return own(records && (await handleOnboardingChoice(knowledge, { ...context, records }, action.input)));
  }
}
