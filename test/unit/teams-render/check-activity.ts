import { z } from 'zod';
import { checkCard } from './check-card.ts';
import { readMarkdown } from './read-markdown.ts';

/** Teams refuses a message of a bot of this size, bytes in UTF-16. */
const activityBytesMax = 100_000;
/** Teams refuses a message with more sources. */
const claimsMax = 20;
const root = 'https://schema.org/Message';

const visible = /[^\s\u200b\u2060\ufeff]/u;
const words = (max: number) => z.string().max(max).regex(visible, 'nothing to be seen');
const claim = z.strictObject({
  '@type': z.literal('Claim'),
  position: z.int().min(1),
  appearance: z.strictObject({
    '@type': z.literal('DigitalDocument'),
    name: words(80),
    abstract: words(160).optional(),
    url: z.url({ protocol: /^https$/ }).optional(),
    text: words(28_000).optional(),
    encodingFormat: z.literal('application/vnd.microsoft.card.adaptive').optional(),
    keywords: z.array(words(28)).max(3).optional(),
  }),
});
const usageInfo = z.strictObject({
  '@type': z.literal('CreativeWork'),
  name: words(80),
  description: words(160).optional(),
});
const rootEntity = z.strictObject({
  type: z.literal(root),
  '@type': z.literal('Message'),
  '@context': z.literal('https://schema.org'),
  '@id': z.literal(''),
  additionalType: z.tuple([z.literal('AIGeneratedContent')]).optional(),
  citation: z.array(claim).min(1).max(claimsMax).optional(),
  usageInfo: usageInfo.optional(),
});
const otherEntity = z
  .looseObject({ type: z.string() })
  .refine(({ type }) => type !== root, 'another root entity, or one that is not read');
const activity = z.looseObject({
  type: z.literal('message'),
  text: words(28_000).optional(),
  textFormat: z.enum(['markdown', 'plain', 'xml']).optional(),
  summary: words(500),
  attachments: z
    .array(z.strictObject({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), content: z.unknown() }))
    .min(1)
    .optional(),
  entities: z.array(z.union([rootEntity, otherEntity])).optional(),
  channelData: z
    .looseObject({ feedbackLoop: z.strictObject({ type: z.enum(['default', 'custom']) }).optional() })
    .optional(),
});

/**
 * What Teams would refuse, drop or show wrongly of a message, one line each; none for a good one. The numbers of sources
 * may have gaps, but each is marked in the text, and each mark that is not escaped is a source.
 */
export function checkActivity(sent: unknown): readonly string[] {
  const { data, error } = activity.safeParse(sent);
  if (data === undefined) return [z.prettifyError(error)];
  const bytes = JSON.stringify(sent).length * 2;
  return [
    ...(bytes < activityBytesMax ? [] : [`a message of ${bytes} bytes`]),
    ...(data.text === undefined && data.attachments === undefined ? ['neither text nor card'] : []),
    ...(data.attachments ?? []).flatMap(({ content }) => checkCard(content)),
    ...checkText(data.text ?? ''),
    ...checkRoot(data.text ?? '', data.entities ?? []),
  ];
}

/** A text-only message shows neither headings nor tables. */
function checkText(text: string): readonly string[] {
  return [
    ...(/^ {0,3}#{1,6} /m.test(text) ? ['a heading in the text'] : []),
    ...(/^\s*\|.*\|\s*$/m.test(text) ? ['a table in the text'] : []),
    ...readMarkdown(text).loose.map((markup) => `markup in the text: ${markup}`),
  ];
}

function checkRoot(text: string, entities: readonly unknown[]): readonly string[] {
  const roots = entities.flatMap((one) => rootEntity.safeParse(one).data ?? []);
  const positions = roots.flatMap(({ citation }) => citation ?? []).map(({ position }) => position);
  const marks = [...new Set(readMarkdown(text).marks)].sort((one, other) => one - other);
  return [
    ...(roots.length === 1 ? [] : [`${roots.length} root entities`]),
    ...(positions.join() === marks.join() ? [] : [`sources ${positions.join()} for the marks ${marks.join()}`]),
  ];
}
