import type { Knowledge } from '../knowledge/index.ts';
import { personalWordings, publicWordings, wordings } from '../prompts/index.ts';
import { unreachable } from './errors.ts';
import { type Handled, handled } from './handled.ts';
import { handOff } from './handoff.ts';
import { beginInterview, resumeInterview } from './interview/converse.ts';
import { helpReply, noticeReply, welcomeReply } from './notices.ts';
import type { Command } from './route.ts';
import { emptySession, type Session } from './session.ts';
import type { Hearing } from './turn.ts';
import type { Language } from './vocabulary.ts';

/** Does what a command says. */
export function obey(
  knowledge: Knowledge,
  { session, place }: Pick<Hearing, 'session' | 'place'>,
  command: Command,
  language: Language,
): Handled {
  const words = wordings[language];
  const nothingYet = noticeReply(words.notice.nothingUnderstoodYet, language);
  switch (command) {
    case 'help':
      return handled([helpReply(language)], session);
    case 'restart':
      return restart(session, place, language);
    case 'person':
      return handOff(knowledge, { session, place }, language);
    case 'reading': {
      const read = session.history.findLast((turn) => turn.standalone !== '')?.standalone;
      const reply = read === undefined ? nothingYet : noticeReply(words.answer.understoodAs(read), language);
      return handled([reply], session);
    }
    case 'repeat':
      return handled(session.history.at(-1)?.replies ?? [nothingYet], session);
    case 'interview':
      return beginInterview(knowledge, session, language);
    case 'resume':
      return resumeInterview(knowledge, session, language);
    default:
      return unreachable(command);
  }
}

/**
 * Where others talk as well, nobody takes their words out of the transcript: they only count no more. The role that was found stays,
 * until it is found anew: it is a result, and no part of the talk.
 */
function restart(session: Session, place: Hearing['place'], language: Language): Handled {
  const said = place === 'public' ? publicWordings[language].restarted : wordings[language].notice.cleared;
  const { role, version } = session;
  const stays = role === null ? '' : personalWordings[language].roleStays(wordings[language].roles[role]);
  const reply = noticeReply(
    [said, stays].join(language === 'en' ? ' ' : '').trim(),
    language,
    welcomeReply(language).choices,
  );
  return {
    ...handled([reply], { ...emptySession, version, role }),
    changes: place === 'public' ? [] : [{ type: 'transcriptCleared' }],
  };
}
