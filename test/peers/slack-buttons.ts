import { z } from 'zod';
import type { SlackMessage } from './local-slack.ts';

const button = z.looseObject({
  type: z.literal('button'),
  action_id: z.string(),
  text: z.looseObject({ text: z.string() }),
  value: z.string(),
});
const row = z.looseObject({ type: z.literal('actions'), elements: z.array(z.unknown()) });

/** Labels of the buttons on a message, in order. */
export function labelsOf({ blocks }: SlackMessage): readonly string[] {
  const rows = blocks.flatMap((block) => row.safeParse(block).data?.elements ?? []);
  return rows.flatMap((element) => button.safeParse(element).data?.text.text ?? []);
}
