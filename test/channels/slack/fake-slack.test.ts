import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeSlack, type FakeSlack } from './fake-slack.ts';

let slack: FakeSlack;
beforeEach(async () => {
  slack = await createFakeSlack();
});
afterEach(() => slack.stop());

/** Calls a method as Slack's own client does, and gives `ok` or Slack's word for why not. */
async function call(method: string, parameters: Readonly<Record<string, unknown>>, token = slack.botToken) {
  const fields = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
  const body = new URLSearchParams(fields);
  const response = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body });
  if (response.status !== 200) return `${response.status} ${response.headers.get('retry-after')}`;
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null) return 'nothing';
  return 'error' in answer ? answer.error : 'ok';
}

const view = {
  type: 'modal',
  callback_id: 'sources',
  title: { type: 'plain_text', text: '依據' },
  blocks: [section('一段')],
};

function section(text: string) {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

describe('the fake Slack refuses', () => {
  it('no token, a wrong one, and a revoked one', async () => {
    expect(await call('auth.test', {}, '')).toBe('not_authed');
    expect(await call('auth.test', {}, 'xoxb-other')).toBe('invalid_auth');
    slack.token = 'token_revoked';
    expect(await call('auth.test', {})).toBe('token_revoked');
  });

  it('methods that there are not', async () => {
    expect(await call('chat.sing', {})).toBe('unknown_method');
  });

  it.each([
    ['no_text', { text: '' }],
    ['invalid_blocks', { text: '一', blocks: [{ type: 'section' }] }],
    ['invalid_blocks', { text: '一', blocks: [section('字'.repeat(3_001))] }],
    ['thread_not_found', { text: '一', thread_ts: '1.1' }],
    ['invalid_metadata_format', { text: '一', metadata: { event_type: 'x' } }],
    ['channel_not_found', { text: '一', channel: 'C99' }],
    ['not_in_channel', { text: '一', channel: 'C03OUT' }],
  ])('a message with %s', async (error, parameters) => {
    expect(await call('chat.postMessage', { channel: 'C01GEN', ...parameters })).toBe(error);
  });

  it('more than one message a second in a channel, where that is switched on', async () => {
    slack.pace = 'one a second';
    expect(await call('chat.postMessage', { channel: 'C01GEN', text: '一' })).toBe('ok');
    expect(await call('chat.postMessage', { channel: 'C01GEN', text: '二' })).toBe('429 1');
    expect(await call('chat.postMessage', { channel: 'C02NEW', text: '三' })).toBe('ok');
  });

  it('a stream without a thread, out of order, too long, or in a channel without somebody to receive it', async () => {
    const channel = slack.workspace.direct('U01ALICE');
    const { ts: thread_ts } = slack.workspace.add({ channel, user: 'U01ALICE', text: '問' });
    expect(await call('chat.startStream', { channel })).toBe('invalid_thread_ts');
    const inGeneral = slack.workspace.add({ channel: 'C01GEN', user: 'U01ALICE', text: '問' }).ts;
    expect(await call('chat.startStream', { channel: 'C01GEN', thread_ts: inGeneral })).toBe(
      'missing_recipient_user_id',
    );
    expect(await call('chat.startStream', { channel, thread_ts, markdown_text: '字'.repeat(12_001) })).toBe(
      'msg_too_long',
    );
    expect(await call('chat.startStream', { channel, thread_ts, markdown_text: '字'.repeat(12_000) })).toBe('ok');
    const ts = slack.workspace.messages.at(-1)?.ts ?? '';
    expect(await call('chat.appendStream', { channel, ts, markdown_text: '字' })).toBe('msg_too_long');
    expect(await call('chat.stopStream', { channel, ts })).toBe('ok');
    expect(await call('chat.appendStream', { channel, ts, markdown_text: '字' })).toBe(
      'message_not_in_streaming_state',
    );
    expect(await call('chat.stopStream', { channel, ts })).toBe('message_not_in_streaming_state');
  });

  it('a trigger that is old, was used, or never was, and a form that is none', async () => {
    const { workspace } = slack;
    const trigger_id = workspace.newTrigger('U01ALICE');
    expect(await call('views.open', { trigger_id, view })).toBe('ok');
    expect(await call('views.open', { trigger_id, view })).toBe('exchanged_trigger_id');
    expect(await call('views.open', { trigger_id: workspace.newTrigger('U01ALICE', 3_001), view })).toBe(
      'expired_trigger_id',
    );
    expect(await call('views.open', { trigger_id: 'never', view })).toBe('invalid_trigger_id');
    const broken = { ...view, title: { type: 'plain_text', text: '字'.repeat(25) } };
    expect(await call('views.open', { trigger_id: workspace.newTrigger('U01ALICE'), view: broken })).toBe(
      'invalid_arguments',
    );
  });

  it('a sixth message through a response URL', async () => {
    const url = slack.responseUrl('U01ALICE', 'C01GEN');
    const send = async () => (await fetch(url, { method: 'POST', body: JSON.stringify({ text: '一' }) })).status;
    const statuses = [await send(), await send(), await send(), await send(), await send(), await send()];
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });

  it('to change or delete what somebody else wrote', async () => {
    const { ts } = slack.workspace.add({ channel: 'C01GEN', user: 'U01ALICE', text: '問' });
    expect(await call('chat.update', { channel: 'C01GEN', ts, text: '改' })).toBe('cant_update_message');
    expect(await call('chat.delete', { channel: 'C01GEN', ts: '9.9' })).toBe('message_not_found');
  });

  it('to read a channel without the right to', async () => {
    expect(await call('conversations.history', { channel: 'C01GEN' })).toBe('missing_scope');
    slack.workspace.scopes.add('channels:history');
    expect(await call('conversations.history', { channel: 'C01GEN' })).toBe('ok');
  });

  it('five suggested questions, and silently those of a thread', async () => {
    const channel_id = slack.workspace.direct('U01ALICE');
    const prompts = Array.from({ length: 5 }, () => ({ title: '一', message: '一' }));
    expect(await call('assistant.threads.setSuggestedPrompts', { channel_id, prompts })).toBe('invalid_arguments');
    const four = { channel_id, prompts: prompts.slice(1) };
    expect(await call('assistant.threads.setSuggestedPrompts', { ...four, thread_ts: '1.1' })).toBe('ok');
    expect(slack.workspace.prompts.size).toBe(0);
    expect(await call('assistant.threads.setSuggestedPrompts', four)).toBe('ok');
    expect(slack.workspace.prompts.size).toBe(1);
  });
});
