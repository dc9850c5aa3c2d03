import { z } from 'zod';

/**
 * What Slack takes of an app manifest: its published JSON schema (github.com/slackapi/manifest-schema, 1.0.0 of July 2026) and the
 * reference (docs.slack.dev/reference/app-manifest), for the parts that we use. Unknown fields are refused, as Slack does.
 */
const text = (max: number, min = 1) => z.string().min(min).max(max);
const requestUrl = z
  .string()
  .regex(/^https:\/\/[^\s*]+\/slack\/events$/)
  .max(3_000);
const unique = (values: readonly string[]) => new Set(values).size === values.length;

/** Scopes that a bot token can have, as far as an assistant for staff could ask for them. */
const scope = z.string().regex(/^[a-z_.]+(?::[a-z_.]+)*$/);

const manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal([1, 2]), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: text(4_000, 175),
    background_color: z.string().regex(/^#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?$/),
  }),
  features: z.strictObject({
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z
        .array(z.strictObject({ title: text(75), message: text(300) }))
        .min(1)
        .max(4),
    }),
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: text(80).regex(/^[a-z0-9._-]+$/), always_online: z.literal(true) }),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['message', 'global']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .min(1)
      .max(10)
      .refine((all) => unique(all.map((one) => one.callback_id)), 'a callback_id stands twice'),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32, 2).regex(/^\/[a-z0-9_-]+$/),
          url: requestUrl.optional(),
          description: text(2_000),
          usage_hint: text(1_000),
          should_escape: z.boolean(),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(scope).min(1).max(255).refine(unique, 'a scope stands twice') }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: requestUrl.optional(),
      bot_events: z.array(text(100)).min(1).max(100).refine(unique, 'an event stands twice'),
    }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: requestUrl.optional() }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});

/** Scopes without which Slack refuses an event (the page of each event says so). */
const eventScopes: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  member_joined_channel: 'channels:read',
  'message.im': 'im:history',
  team_join: 'users:read',
};

/** Features without which a manifest is refused, or silently does nothing. */
const slackManifest = manifest.superRefine(({ features, oauth_config, settings }, context) => {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message });
  const scopes = oauth_config.scopes.bot;
  const urls = [settings.event_subscriptions.request_url, settings.interactivity.request_url];
  urls.push(...features.slash_commands.map(({ url }) => url));
  if (urls.some((url) => (url === undefined) !== settings.socket_mode_enabled))
    refuse('addresses stand in all places, or in none under Socket Mode');
  for (const event of settings.event_subscriptions.bot_events) {
    const needed = eventScopes[event];
    if (needed === undefined) refuse(`nothing is known of the event ${event}`);
    else if (needed !== null && !scopes.includes(needed)) refuse(`the event ${event} needs ${needed}`);
  }
  if (!scopes.includes('commands')) refuse('shortcuts and commands need "commands"');
  if (!scopes.includes('assistant:write')) refuse('the agent view needs "assistant:write"');
});

/** What is wrong with a Slack manifest; nothing for a right one. */
export function slackProblems(candidate: unknown): readonly string[] {
  const read = slackManifest.safeParse(candidate);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
