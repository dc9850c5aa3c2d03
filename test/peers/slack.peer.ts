import { describe, expect, it, vi } from 'vitest';
import { skipReason, suiteTitle } from './installed.ts';
import { labelsOf } from './slack-buttons.ts';
import { workspace } from './slack-workspace.ts';
import { useSlack } from './use-slack.ts';

const { bot, general, people } = workspace;
const [first, second, third] = people;
const reason = skipReason('slack');
const patience = { timeout: 20_000, interval: 100 };

describe.skipIf(reason !== null)(suiteTitle('Slack by events, against local-slack', reason), () => {
  const { slack, assistant, answers } = useSlack('events');
  const ask = (user: string, text: string) => slack().say({ user, channel: user, text });
  const mention = (user: string, text: string) => slack().say({ user, channel: general, text: `<@${bot}> ${text}` });

  it('a question in the direct conversation is answered below it, with its source and a button for the passages', async () => {
    const question = await ask(first, '每年要上幾小時AI課？');
    const [answer, ...more] = await answers(first, question);
    expect(more).toEqual([]);
    expect(answer?.text).toContain('須含3小時的AI課程');
    expect(answer?.text).toContain('Q8');
    expect(labelsOf(answer ?? emptyMessage)).toEqual(expect.arrayContaining(['看依據', '找人事承辦人']));
  });

  it('where the workspace knows neither status nor streams, the answer comes as one message, and nobody hears of it', async () => {
    const calls = await slack().calls();
    expect(calls).toContain('assistant.threads.setStatus');
    expect(calls.slice(calls.indexOf('chat.startStream'))).toContain('chat.postMessage');
    const everything = (await slack().messages(first)).map(({ text }) => text).join('\n');
    expect(everything).not.toMatch(/unknown_method|error/i);
  });

  it('a mention in a channel is answered in its thread, and nothing stands outside of it', async () => {
    const question = await mention(second, '上AI課有補助嗎');
    const [answer] = await answers(general, question);
    expect(answer?.text).toContain('視經費狀況補助');
    const ours = (await slack().messages(general)).filter(({ bot_id }) => bot_id !== undefined);
    expect(ours.map(({ thread_ts }) => thread_ts)).toEqual([question]);
  });

  it('a message in a channel that does not mention the assistant is left alone', async () => {
    const chatter = await slack().say({ user: second, channel: general, text: '每年要上幾小時AI課？' });
    await answers(general, await mention(second, '什麼是AI應用人才'));
    expect(await slack().answers(general, chatter)).toEqual([]);
  });

  it('a personal matter gets a neutral line in the channel, and is answered in private', async () => {
    const question = await mention(third, '我還差幾小時');
    const [line] = await answers(general, question);
    expect(line?.text).toContain('私下回覆');
    expect(line?.text).not.toMatch(/\d+\s*小時|登錄/);
    const answer = await vi.waitFor(async () => {
      const found = (await slack().messages(third)).find(({ text }) => text.includes('還沒有登錄'));
      expect(found).toBeDefined();
      return found;
    }, patience);
    expect(labelsOf(answer ?? emptyMessage).some((label) => label.startsWith('分享'))).toBe(true);
  });

  it('`/hr help` explains itself to whoever typed it, and `/hr` with a question answers only them', async () => {
    const before = (await slack().messages(general)).length;
    const type = (text: string) => slack().command({ user: first, channel: general, command: '/hr', text });
    await type('help');
    await type('證照可以抵時數嗎');
    const [help, answer] = await vi.waitFor(async () => {
      const all = (await slack().messages(general)).slice(before);
      expect(all.length).toBeGreaterThanOrEqual(2);
      return all;
    }, patience);
    expect(help?.text).toContain('`/hr 您的問題`');
    expect(answer?.text).toContain('問答集沒有載明');
    expect([help?.ephemeral_to, answer?.ephemeral_to]).toEqual([first, first]);
  });

  it('an event that is delivered four times is answered once', async () => {
    const question = await ask(second, '什麼是AI政策人才');
    const again = await Promise.all([1, 2, 3].map(() => slack().redeliver(question)));
    expect(again).toEqual([200, 200, 200]);
    await answers(second, question);
    // What is asked after it is answered after it: by then a second answer would stand there.
    await answers(second, await ask(second, '什麼是AI開發人才'));
    expect(await slack().answers(second, question)).toHaveLength(1);
  });

  it('edited words are answered anew, and a message that was taken back is forgotten', async () => {
    const question = await ask(third, '什麼是AI研究人才');
    await answers(third, question);
    await slack().edit({ user: third, channel: third, ts: question, text: '上AI課有補助嗎' });
    const [, anew] = await answers(third, question, 2);
    expect(anew?.text).toContain('視經費狀況補助');
    const secret = '這一句之後會收回：上課可以請公假嗎';
    const withdrawn = await ask(third, secret);
    await answers(third, withdrawn);
    const kept = () => JSON.stringify(assistant().read('select * from turn'));
    expect(kept()).toContain('這一句之後會收回');
    await slack().remove(third, third, withdrawn);
    await vi.waitFor(() => expect(kept()).not.toContain('這一句之後會收回'), patience);
  });

  it('opening App Home shows the person their own things', async () => {
    const { user, ts } = { user: first, ts: await ask(first, '幫我記 生成式AI入門 3小時 昨天上的') };
    await answers(user, ts);
    const published = (await slack().sent('views.publish')).length;
    await slack().openHome(user);
    const home = await vi.waitFor(async () => {
      const views = await slack().sent('views.publish');
      expect(views.length).toBeGreaterThan(published);
      return views.at(-1) ?? '';
    }, patience);
    expect(home).toContain('我的AI人才學習');
    expect(home).toContain('3小時');
  });

  it('a request with a wrong signature is refused', async () => {
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(Math.floor(Date.now() / 1_000)),
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
    };
    const refused = await fetch(`${assistant().url}/slack/events`, { method: 'POST', headers, body: '{}' });
    expect(refused.status).toBe(401);
  });

  it('logs hold no word of all that, and no problem but what this workspace does not know', () => {
    const log = assistant().output();
    for (const word of ['幾小時', '補助', '公假', '生成式AI入門', 'made-up']) expect(log).not.toContain(word);
    expect(
      assistant()
        .problems()
        .filter((line) => !line.includes('unknown_method')),
    ).toEqual([]);
  });
});

const emptyMessage = { ts: '', channel: '', text: '', blocks: [] };
