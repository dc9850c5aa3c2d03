import { remember } from '../knowledge/index.ts';
import { noticesWordings } from '../prompts/index.ts';
import { type Handled, handled } from './handled.ts';
import { textsRemembered } from './limits.ts';
import { type NoticePreferences, type NoticeTopic, noticeTopics, reminderTopics } from './notice-preferences.ts';
import { type NoticeRules, noticeRulesOf } from './notice-rules.ts';
import { type NoticeWish, readNoticeWish } from './notice-wish.ts';
import { noticeReply } from './notices.ts';
import type { PersonTurn } from './person-turn.ts';
import { leavesWindow, noticeWindow } from './proactive.ts';
import { minuteOf, timeOf } from './taipei.ts';
import type { Choice, Language } from './vocabulary.ts';

/** 「不要再提醒我」, 「開啟提醒」, 「9點以後再提醒」: when messages that nobody asked for may come. Null for all other messages. */
export async function handleNoticeWish(turn: PersonTurn, text: string): Promise<Handled | null> {
  const wish = wishOf(noWords, text);
  return wish === null ? null : followNoticeWish(turn, wish);
}

const noWords = {};
const wishOf = remember(textsRemembered, (_: object, text) => readNoticeWish(text));

/** Changes the preferences and says what holds now. */
export async function followNoticeWish(turn: PersonTurn, wish: NoticeWish): Promise<Handled> {
  const words = noticesWordings[turn.language];
  const preferences = await turn.records.preferences();
  const agency = noticeRulesOf(await turn.records.setting('notices'));
  const times = (of: NoticePreferences): readonly [string, string] => timesOf(of, agency);
  const put = (next: NoticePreferences, sentence: string): Handled => ({
    ...tell(turn, sentence, next),
    changes: [{ type: 'preferencesPut', preferences: next }],
  });
  switch (wish.type) {
    case 'mute': {
      const muted = noticeTopics.filter((topic) => preferences.muted.includes(topic) || wish.topics.includes(topic));
      const reminders = wish.topics === reminderTopics;
      return put({ ...preferences, muted }, reminders ? words.mutedAll : words.muted(namesOf(turn, wish.topics)));
    }
    case 'hear': {
      const next = { ...preferences, muted: preferences.muted.filter((topic) => !wish.topics.includes(topic)) };
      const all = wish.topics.length === noticeTopics.length;
      const [from, to] = times(next);
      return put(next, all ? words.heardAll(from, to) : words.heard(namesOf(turn, wish.topics), from, to));
    }
    case 'window': {
      const next = {
        ...preferences,
        quietFrom: wish.quietFrom ?? preferences.quietFrom,
        quietTo: wish.quietTo ?? preferences.quietTo,
      };
      if (leavesWindow(next, agency) === 'no')
        return tell(turn, words.outOfWindow(agency.quietTo, agency.quietFrom), preferences);
      return put(next, words.window(...times(next)));
    }
    case 'evening': {
      const [from, to] = times(preferences);
      if (minuteOf(to) <= eveningBegins) return tell(turn, words.alreadyQuiet(from, to), preferences);
      const next = { ...preferences, quietFrom: timeOf(eveningBegins) };
      return put(next, words.window(...times(next)));
    }
    case 'reset': {
      const next = { ...preferences, quietFrom: null, quietTo: null };
      return put(next, words.window(...times(next)));
    }
    case 'standing':
      return tell(turn, tellStanding(preferences, agency, turn.language), preferences);
  }
}

/** When reminders come as things stand, and which never do. */
export function tellStanding(preferences: NoticePreferences, agency: NoticeRules, language: Language): string {
  const words = noticesWordings[language];
  const { muted } = preferences;
  const names = muted.length === 0 ? words.nothingMuted : words.isMuted(namesOf({ language }, muted));
  return words.standing(...timesOf(preferences, agency), names);
}

/** The way to fewer reminders, or back to them. */
export function noticeChoice({ muted }: NoticePreferences, language: Language): Choice {
  const words = noticesWordings[language];
  return muted.length === 0
    ? { label: words.mute, value: 'onboarding:mute', emphasis: 'plain' }
    : { label: words.hear, value: 'onboarding:hear', emphasis: 'plain' };
}

function timesOf(preferences: NoticePreferences, agency: NoticeRules): readonly [string, string] {
  const { opens, closes } = noticeWindow(preferences, agency);
  return [timeOf(opens), timeOf(closes)];
}

/** Minutes after midnight from which it is evening for everybody. */
const eveningBegins = 18 * 60;

function tell({ session, language }: PersonTurn, sentence: string, preferences: NoticePreferences): Handled {
  return handled([noticeReply(sentence, language, [noticeChoice(preferences, language)])], session);
}

function namesOf({ language }: Pick<PersonTurn, 'language'>, topics: readonly NoticeTopic[]): string {
  const words = noticesWordings[language];
  return topics.map((topic) => words.topic[topic]).join(words.and);
}
