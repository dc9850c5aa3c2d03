import type { Topic } from '../knowledge/index.ts';
import { wordings } from '../prompts/index.ts';
import type { Choice, Language } from './vocabulary.ts';

/** What a button does; its `value` is this, written as one string that channels hand back untouched. */
export type Action =
  | { readonly type: 'topic'; readonly id: string }
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'handoff' }
  | { readonly type: 'interview'; readonly input: string }
  | { readonly type: 'recommend'; readonly wish: string }
  | { readonly type: 'learning'; readonly input: string }
  | { readonly type: 'onboarding'; readonly input: string }
  /** Shows what was told in private where it had been asked; which turn is told by the whole value. */
  | { readonly type: 'share' };

/** Null for a value that no version of this program offers. */
export function readAction(value: string): Action | null {
  const at = value.indexOf(':');
  const rest = value.slice(at + 1);
  switch (at === -1 ? value : value.slice(0, at)) {
    case 'topic':
      return { type: 'topic', id: rest };
    case 'say':
      return { type: 'say', text: rest };
    case 'handoff':
      return { type: 'handoff' };
    case 'interview':
      return { type: 'interview', input: rest };
    case 'recommend':
      return { type: 'recommend', wish: rest };
    case 'learning':
      return { type: 'learning', input: rest };
    case 'onboarding':
      return { type: 'onboarding', input: rest };
    case 'share':
      return { type: 'share' };
    default:
      return null;
  }
}

/** Carries the topic's id, so that tapping it never searches again. */
export function topicChoice(topic: Topic, language: Language): Choice {
  return { label: language === 'en' ? topic.titleEn : topic.title, value: `topic:${topic.id}`, emphasis: 'plain' };
}

/** 「找人事承辦人」, there from the first turn. */
export function handoffChoice(language: Language): Choice {
  return { label: wordings[language].handoff.button, value: 'handoff:', emphasis: 'person' };
}
