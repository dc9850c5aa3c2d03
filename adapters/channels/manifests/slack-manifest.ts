import { app } from './app.ts';
import { slackEvents, slackScopes } from './rights.ts';

/** How Slack reaches the program: at an address, or by a socket that the program opens. */
export type SlackWay = { readonly type: 'http'; readonly url: string } | { readonly type: 'socket' };

/** Suggested questions that Slack takes. */
const promptsMax = 4;
/** Everything that comes in from Slack comes to one place. */
const path = '/slack/events';

/** The manifest of the Slack app. It has one language only, so the long description has both. */
export function buildSlackManifest(way: SlackWay) {
  const address = way.type === 'http' ? { url: `${way.url}${path}` } : {};
  const [what, , limits] = app.description['zh-TW'];
  const requests = way.type === 'http' ? { request_url: `${way.url}${path}` } : {};
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: app.name['zh-TW'],
      description: app.summary['zh-TW'],
      long_description: [...app.description['zh-TW'], ...app.description.en].join('\n\n'),
      background_color: app.colour,
    },
    features: {
      agent_view: {
        agent_description: `${what}${limits}`,
        suggested_prompts: app.starters.slice(0, promptsMax).map(({ title, message }) => ({
          title: title['zh-TW'],
          message: message['zh-TW'],
        })),
      },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: app.userName, always_online: true },
      shortcuts: app.shortcuts.map(({ id, on, title, about }) => ({
        name: title['zh-TW'],
        type: on === 'message' ? 'message' : 'global',
        callback_id: id,
        description: about,
      })),
      slash_commands: [
        {
          command: app.command.name,
          ...address,
          description: app.command.description,
          usage_hint: app.command.hint,
          should_escape: false,
        },
      ],
    },
    oauth_config: { scopes: { bot: slackScopes.map(({ name }) => name) } },
    settings: {
      event_subscriptions: { ...requests, bot_events: slackEvents.map(({ name }) => name) },
      interactivity: { is_enabled: true, ...requests },
      org_deploy_enabled: false,
      socket_mode_enabled: way.type === 'socket',
      token_rotation_enabled: false,
    },
  };
}
