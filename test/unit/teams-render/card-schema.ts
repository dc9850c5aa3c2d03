import { z } from 'zod';

/** Adaptive Cards 1.5 as Teams draws them; what is unknown, missing or unreadable on a narrow screen is refused. */

const visible = /[^\s\u200b\u2060\ufeff]/u;
const words = z.string().regex(visible, 'nothing to be seen');
const spacing = z.enum(['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding']).optional();
const element = { id: words.optional(), isVisible: z.boolean().optional(), spacing, separator: z.boolean().optional() };
const look = {
  weight: z.enum(['lighter', 'default', 'bolder']).optional(),
  size: z.enum(['small', 'default', 'medium', 'large', 'extraLarge']).optional(),
  color: z.enum(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']).optional(),
  isSubtle: z.boolean().optional(),
  fontType: z.enum(['default', 'monospace']).optional(),
};
const actionBase = {
  id: words.optional(),
  title: words,
  tooltip: words.optional(),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  isEnabled: z.boolean().optional(),
};
const data = z.record(z.string(), z.unknown());
const submit = z.strictObject({ type: z.literal('Action.Submit'), ...actionBase, data });
const action = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('Action.Execute'), ...actionBase, verb: words, data, fallback: submit })
    .refine(
      ({ data, verb, fallback }) => JSON.stringify({ ...data, verb }) === JSON.stringify(fallback.data),
      'the fallback sends something else',
    ),
  submit,
  z.strictObject({
    type: z.literal('Action.ToggleVisibility'),
    ...actionBase,
    targetElements: z.array(words).min(1),
  }),
  z.strictObject({ type: z.literal('Action.OpenUrl'), ...actionBase, url: z.url({ protocol: /^https$/ }) }),
]);
const wrap = z.literal(true, 'does not wrap');
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: words,
  wrap,
  style: z.enum(['default', 'heading']).optional(),
  ...look,
  ...element,
});
const textRun = z.strictObject({ type: z.literal('TextRun'), text: words, italic: z.boolean().optional(), ...look });
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(textRun).min(1),
  ...element,
});
const factSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: words, value: words })).min(1),
  ...element,
});
const inputBase = { label: words, errorMessage: words.optional(), isRequired: z.boolean().optional(), ...element };
const inputText = z
  .strictObject({
    type: z.literal('Input.Text'),
    value: z.string().optional(),
    placeholder: words.optional(),
    maxLength: z.int().min(1).optional(),
    isMultiline: z.boolean().optional(),
    style: z.enum(['text', 'tel', 'url', 'email']).optional(),
    ...inputBase,
    id: words,
  })
  .refine(({ isRequired, errorMessage }) => !isRequired || errorMessage !== undefined, 'no message for an empty input')
  .refine(({ value = '', maxLength = Number.POSITIVE_INFINITY }) => value.length <= maxLength, 'the value is too long');
const inputChoiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  choices: z.array(z.strictObject({ title: words, value: words })).min(1),
  value: z.string().optional(),
  style: z.enum(['compact', 'expanded', 'filtered']).optional(),
  isMultiSelect: z.boolean().optional(),
  wrap,
  ...inputBase,
  id: words,
});
const actionSet = z.strictObject({ type: z.literal('ActionSet'), actions: z.array(action).min(1), ...element });
const leaf = z.discriminatedUnion('type', [textBlock, richTextBlock, factSet, inputText, inputChoiceSet, actionSet]);
/** No container in a container: each takes from the width of a narrow screen. */
const container = z.strictObject({
  type: z.literal('Container'),
  items: z.array(leaf).min(1),
  style: z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).optional(),
  ...element,
});
const cardElement = z.discriminatedUnion('type', [...leaf.options, container]);

/** A whole card. */
export const cardSchema = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.url({ hostname: /^adaptivecards\.io$/ }),
  version: z.string().regex(/^1\.[0-5]$/, 'newer than 1.5'),
  lang: z.string().regex(/^[a-z]{2,3}$/),
  fallbackText: words,
  speak: words.optional(),
  body: z.array(cardElement),
  actions: z.array(action).min(1).optional(),
});

/** An element of a card. */
export type CheckedElement = z.infer<typeof cardElement>;
/** A card that was checked. */
export type CheckedCard = z.infer<typeof cardSchema>;
