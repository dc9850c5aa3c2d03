import type { Knowledge } from '../knowledge/index.ts';
import { onboardingWordings } from '../prompts/index.ts';
import type { Change } from './changes.ts';
import { type Handled, handled } from './handled.ts';
import { noticeRulesOf } from './notice-rules.ts';
import { fixedReply, welcomeReply } from './notices.ts';
import { nothingOpen } from './onboarding/dialogue.ts';
import type { Moment, PersonTurn } from './person-turn.ts';
import type { PersonRecords } from './ports.ts';
import { mayNotify, withNoticeSent } from './proactive.ts';
import type { Session } from './session.ts';
import { say, type Turn } from './turn.ts';
import type { Choice, Joining, Language, Reply } from './vocabulary.ts';

/** The key of the one job that offers somebody the first weeks. */
const offerJobKey = 'offer';

/** Greets who opened the assistant, once; offers who arrived to be led through the first weeks, once and when the policy lets it. */
export async function join(
  knowledge: Knowledge,
  session: Session,
  how: Joining,
  moment: Moment,
  records: PersonRecords,
): Promise<Turn> {
  const { language } = session;
  const greeted =
    how === 'arrived'
      ? await offer(knowledge, { session, records, language, moment })
      : handled(session.version === 0 ? [welcomeReply(language)] : [], session);
  return say({ ...greeted, said: '', language }, moment);
}

/** The offer that had to wait. */
export function handleOfferDue(knowledge: Knowledge, turn: PersonTurn): Promise<Handled> {
  return offer(knowledge, turn);
}

async function offer(knowledge: Knowledge, { session, records, language, moment }: PersonTurn): Promise<Handled> {
  const nothing = (changes: readonly Change[]): Handled => ({ ...handled([], session), changes });
  const preferences = await records.preferences();
  if (preferences.offeredAt !== undefined || (await records.onboarding()) !== null) return nothing([]);
  const agency = noticeRulesOf(await records.setting('notices'));
  const permission = mayNotify(preferences, 'onboarding', moment, knowledge.officeCalendar, agency);
  if (permission === 'never') return nothing([]);
  if (permission !== 'now') {
    const dueAt = moment.now + permission.later;
    return nothing([{ type: 'jobPut', job: { key: offerJobKey, kind: 'offer', dueAt, detail: '' } }]);
  }
  // What is typed next may be the start date alone.
  const onboarding = { ...nothingOpen, waitsFor: 'startDay' as const, version: session.version + 1 };
  const sent = { ...withNoticeSent(preferences, moment.now), offeredAt: moment.now };
  return {
    ...handled([composeOffer(language)], { ...session, onboarding }),
    changes: [{ type: 'preferencesPut', preferences: sent }],
  };
}

/** No button names a day: it may be tapped long after it was offered. */
function composeOffer(language: Language): Reply {
  const words = onboardingWordings[language];
  const choices: readonly Choice[] = [
    { label: words.start, value: 'onboarding:begin', emphasis: 'primary' },
    { label: words.notYet, value: 'onboarding:cancel', emphasis: 'plain' },
    { label: words.button.mute, value: 'onboarding:mute', emphasis: 'plain' },
  ];
  return fixedReply('notice', [{ type: 'text', text: words.offer }], language, choices);
}
