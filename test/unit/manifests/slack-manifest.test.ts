import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { slackEvents, slackScopes } from '../../../adapters/channels/manifests/rights.ts';
import { buildSlackManifest } from '../../../adapters/channels/manifests/slack-manifest.ts';
import { withValue } from './mutate.ts';
import { slackProblems } from './slack-rules.ts';

const http = buildSlackManifest({ type: 'http', url: 'https://hr.test.example' });
const socket = buildSlackManifest({ type: 'socket' });

/** The Web API methods that need a right, and which. Views and replies to a `response_url` need none. */
const methodScopes: Readonly<Record<string, readonly string[]>> = {
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'auth.test': [],
  'chat.appendStream': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.startStream': ['chat:write'],
  'chat.stopStream': ['chat:write'],
  'chat.update': ['chat:write'],
  // In channels neither may be called with a bot's token; what was sent is looked up in private conversations only.
  'conversations.history': ['im:history'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['im:history'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/** The source of the channel, in which a method or an id is written as it is called. */
const folder = fileURLToPath(new URL('../../../adapters/channels/slack/', import.meta.url));
const source = globSync('*.ts', { cwd: folder })
  .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
  .join('\n');

describe('buildSlackManifest()', () => {
  it('keeps the rules of Slack, over HTTP and by socket', () => {
    expect(slackProblems(http)).toEqual([]);
    expect(slackProblems(socket)).toEqual([]);
  });

  it('declares the agent view and not the one before it', () => {
    expect(http.features).toHaveProperty('agent_view');
    expect(http.features).not.toHaveProperty('assistant_view');
  });

  it('gives one address to events, buttons and the command, and none by socket', () => {
    const address = 'https://hr.test.example/slack/events';
    expect(http.settings.event_subscriptions).toHaveProperty('request_url', address);
    expect(http.settings.interactivity).toHaveProperty('request_url', address);
    expect(http.features.slash_commands[0]).toHaveProperty('url', address);
    expect(http.settings.socket_mode_enabled).toBe(false);
    expect(JSON.stringify(socket)).not.toContain('https://');
    expect(socket.settings.socket_mode_enabled).toBe(true);
  });

  it.each<readonly [string, readonly (string | number)[], unknown]>([
    ['a name of 36 characters', ['display_information', 'name'], '名'.repeat(36)],
    ['a description of 141 characters', ['display_information', 'description'], '字'.repeat(141)],
    ['a long description that is too short', ['display_information', 'long_description'], '字'.repeat(174)],
    ['a colour that is none', ['display_information', 'background_color'], 'green'],
    ['no agent view', ['features', 'agent_view'], undefined],
    ['the agent view of before', ['features', 'assistant_view'], { assistant_description: '助理' }],
    ['an agent description of 301 characters', ['features', 'agent_view', 'agent_description'], '字'.repeat(301)],
    [
      'five suggested prompts',
      ['features', 'agent_view', 'suggested_prompts'],
      Array(5).fill({ title: '一', message: '二' }),
    ],
    ['a prompt without a message', ['features', 'agent_view', 'suggested_prompts', 0, 'message'], undefined],
    ['a Messages tab that cannot be written in', ['features', 'app_home', 'messages_tab_read_only_enabled'], true],
    ['no Home tab', ['features', 'app_home', 'home_tab_enabled'], false],
    ['a user name with a space', ['features', 'bot_user', 'display_name'], 'HR assistant'],
    ['a shortcut name of 25 characters', ['features', 'shortcuts', 0, 'name'], '名'.repeat(25)],
    ['a shortcut of an unknown type', ['features', 'shortcuts', 0, 'type'], 'personal'],
    ['two shortcuts with one id', ['features', 'shortcuts', 0, 'callback_id'], 'hand_to_hr'],
    ['a command without its slash', ['features', 'slash_commands', 0, 'command'], 'hr'],
    ['a command without an address', ['features', 'slash_commands', 0, 'url'], undefined],
    [
      'an address without encryption',
      ['settings', 'interactivity', 'request_url'],
      'http://hr.test.example/slack/events',
    ],
    ['a scope that stands twice', ['oauth_config', 'scopes', 'bot', 0], 'commands'],
    ['an event without its scope', ['oauth_config', 'scopes', 'bot'], ['assistant:write', 'commands', 'chat:write']],
    ['no scope for commands', ['oauth_config', 'scopes', 'bot', 4], 'chat:write.public'],
    ['an unknown event', ['settings', 'event_subscriptions', 'bot_events', 0], 'message.everything'],
    ['Socket Mode with addresses', ['settings', 'socket_mode_enabled'], true],
    ['a field that nobody knows', ['settings', 'colour'], 'green'],
  ])('the rules refuse %s', (_name, path, value) => {
    expect(slackProblems(withValue(http, path, value))).not.toEqual([]);
  });
});

describe('the scopes', () => {
  const names = slackScopes.map(({ name }) => name);

  it('each have a reason in both languages', () => {
    for (const { reason } of slackScopes) {
      expect(reason['zh-TW']).toMatch(/\p{Script=Han}/u);
      expect(reason.en).toMatch(/^[a-z]/i);
    }
  });

  it('let the channel call what it calls', () => {
    const called = [...source.matchAll(/'((?:assistant\.threads|[a-z]+)\.[a-z]+[A-Za-z]*)'/g)].map(
      ([, name]) => name ?? '',
    );
    const methods = called.filter((name) =>
      /^(?:assistant|auth|chat|conversations|files|reactions|users|views)\./.test(name),
    );
    expect(methods).toContain('chat.postMessage');
    for (const method of methods) {
      expect(Object.keys(methodScopes), `${method} is called; say which scope it needs`).toContain(method);
      expect(names, method).toEqual(expect.arrayContaining([...(methodScopes[method] ?? [])]));
    }
  });

  it('are needed, every one', () => {
    const byEvents = slackEvents.flatMap(({ scope }) => scope ?? []);
    const byMethods = Object.entries(methodScopes).flatMap(([method, scopes]) =>
      source.includes(`'${method}'`) ? scopes : [],
    );
    const needed = new Set([...byEvents, ...byMethods, 'commands']);
    expect(names.toSorted()).toEqual([...needed].toSorted());
  });
});

describe('what the manifest promises', () => {
  it('is heard by the channel: every event and every shortcut', () => {
    const { bot_events } = http.settings.event_subscriptions;
    for (const name of [
      ...bot_events.map((event) => event.split('.')[0]),
      ...http.features.shortcuts.map((one) => one.callback_id),
    ])
      expect(source, `nothing in adapters/channels/slack hears "${name}"`).toContain(`'${name}'`);
  });
});
