import { z } from 'zod';

/** Blocks and elements as Slack documents them; like Slack, they refuse what they do not know. */

const visible = /[^\s\p{Cf}]/u;
const words = (max: number) => z.string().min(1).max(max).regex(visible, 'nothing to be seen');
const id = z.string().min(1).max(255);
const blockId = id.optional();
/** A text without formatting. */
const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: words(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: words(max), verbatim: z.boolean().optional() });
const text = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)]);

const option = z.strictObject({
  text: text(75),
  value: z.string().min(1).max(150),
  description: text(75).optional(),
  url: z.string().max(3_000).optional(),
});
const confirm = z.strictObject({
  title: plain(100),
  text: text(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});
const focus = { focus_on_load: z.boolean().optional(), placeholder: plain(150).optional() };
const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: z.string().min(1).max(2_000).optional(),
  url: z.string().max(3_000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: words(75).optional(),
  confirm: confirm.optional(),
});
const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  action_id: id,
  options: z.array(option).min(1).max(100),
  initial_option: option.optional(),
  ...focus,
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: id,
  options: z.array(option).min(1).max(5),
  confirm: confirm.optional(),
});
const few = z.array(option).min(1).max(10);
const radio = z.strictObject({
  type: z.literal('radio_buttons'),
  action_id: id,
  options: few,
  initial_option: option.optional(),
  focus_on_load: z.boolean().optional(),
});
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: id,
  options: few,
  initial_options: few.optional(),
  focus_on_load: z.boolean().optional(),
});
const image = {
  image_url: z.url({ protocol: /^https$/ }).max(3_000),
  alt_text: words(2_000),
};
const imageElement = z.strictObject({ type: z.literal('image'), ...image });
const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: id,
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3_000).optional(),
    max_length: z.int().min(1).max(3_000).optional(),
    initial_value: z.string().max(3_000).optional(),
    dispatch_action_config: z.looseObject({}).optional(),
    ...focus,
  })
  .refine(({ initial_value: value, max_length: max }) => (value ?? '').length <= (max ?? 3_000), 'prefilled too long');
const rating = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(2_000),
  // Not required by Slack, but by those who review.
  accessibility_label: words(75),
});
const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: id,
  positive_button: rating,
  negative_button: rating,
});
const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  action_id: id,
  icon: z.string().min(1),
  text: plain(75),
  value: z.string().max(2_000).optional(),
  accessibility_label: words(75).optional(),
});

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});
const leaf = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: style.optional() }),
  z.strictObject({
    type: z.literal('link'),
    url: z.url().max(3_000),
    text: z.string().min(1).optional(),
    style: style.optional(),
  }),
]);
const leaves = z.array(leaf).min(1);
const richSection = z.strictObject({ type: z.literal('rich_text_section'), elements: leaves });
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        richSection,
        z.strictObject({ type: z.literal('rich_text_quote'), elements: leaves, border: z.literal([0, 1]).optional() }),
        z.strictObject({ type: z.literal('rich_text_preformatted'), elements: leaves }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(richSection).min(1),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          border: z.literal([0, 1]).optional(),
        }),
      ]),
    )
    .min(1),
});
const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: words(10_000) }),
  z.strictObject({ type: z.literal('rich_text'), elements: z.array(richSection).min(1) }),
]);
const column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
});

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: text(3_000).optional(),
    fields: z.array(text(2_000)).min(1).max(10).optional(),
    accessory: z
      .discriminatedUnion('type', [button, staticSelect, overflow, radio, checkboxes, imageElement])
      .optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, 'neither text nor fields');
const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [button, staticSelect, overflow, radio, checkboxes]))
    .min(1)
    .max(25),
});
const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plain(2_000),
  hint: plain(2_000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [plainTextInput, staticSelect, radio, checkboxes]),
});
const table = z.strictObject({
  type: z.literal('table'),
  block_id: blockId,
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z.array(column).max(20).optional(),
});

/** Any block that this project sends. */
export const blockSchema = z.discriminatedUnion('type', [
  section,
  actions,
  input,
  table,
  richText,
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plain(150) }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({ type: z.literal('markdown'), block_id: blockId, text: words(12_000) }),
  z.strictObject({ type: z.literal('image'), block_id: blockId, title: plain(2_000).optional(), ...image }),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z
      .array(z.discriminatedUnion('type', [plain(3_000), mrkdwn(3_000), imageElement]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal('context_actions'),
    block_id: blockId,
    elements: z
      .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
      .min(1)
      .max(5),
  }),
]);

/** A modal or the Home tab, its blocks unread. */
export const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    callback_id: id,
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    private_metadata: z.string().max(3_000).optional(),
    notify_on_close: z.boolean().optional(),
    clear_on_close: z.boolean().optional(),
    blocks: z.array(z.unknown()),
  }),
  z.strictObject({
    type: z.literal('home'),
    callback_id: id.optional(),
    private_metadata: z.string().max(3_000).optional(),
    blocks: z.array(z.unknown()),
  }),
]);
