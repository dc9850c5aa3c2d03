import type { TeamsActivity } from './render-reply.ts';

/**
 * The messages that Teams makes of one with words and a card. It would do so itself, and then tell the id of neither, so that
 * feedback could not be kept with its turn. Sources and feedback belong to the words; the label of generated text to both.
 */
export function splitActivity(activity: TeamsActivity): readonly TeamsActivity[] {
  const { text, textFormat, attachments, channelData, ...both } = activity;
  if (text === undefined || attachments === undefined) return [activity];
  const entities = both.entities.map(({ citation, ...entity }) => entity);
  return [
    { ...both, text, ...(textFormat && { textFormat }), ...(channelData && { channelData }) },
    { ...both, entities, attachments },
  ];
}
