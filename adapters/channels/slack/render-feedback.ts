import type { ContextActionsBlock } from '@slack/types';
import type { Reply } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { plain } from './render-words.ts';

/** Whether the person is asked what they think of a reply. */
export type Feedback = 'asked' | 'none';

const rated: ReadonlySet<Reply['kind']> = new Set(['answer', 'abstention', 'recommendation']);

/** The two buttons, below what can be of use or of none; nothing below small talk. */
export function renderFeedback({ kind, language }: Reply, feedback: Feedback): readonly ContextActionsBlock[] {
  if (feedback === 'none' || !rated.has(kind)) return [];
  const { useful, notUseful, usefulLabel, notUsefulLabel } = channelWording[language].feedback;
  const buttons: ContextActionsBlock['elements'][number] = {
    type: 'feedback_buttons',
    action_id: 'feedback',
    positive_button: { text: plain(useful), accessibility_label: usefulLabel, value: 'useful' },
    negative_button: { text: plain(notUseful), accessibility_label: notUsefulLabel, value: 'not_useful' },
  };
  return [{ type: 'context_actions', elements: [buttons] }];
}
