import { describe, expect, it, vi } from 'vitest';
import { skipReason, suiteTitle } from './installed.ts';
import { workspace } from './slack-workspace.ts';
import { useSlack } from './use-slack.ts';

const { bot, general, people } = workspace;
const [me, other] = people;
const reason = skipReason('slack');
const patience = { timeout: 20_000, interval: 100 };

describe.skipIf(reason !== null)(suiteTitle('Slack by a socket, against local-slack', reason), () => {
  const { slack, assistant, answers } = useSlack('socket');

  it('without a signing secret there is no path for requests', async () => {
    const response = await fetch(`${assistant().url}/slack/events`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(404);
  });

  it('a question in the direct conversation is answered below it', async () => {
    const question = await slack().say({ user: me, channel: me, text: '每年要上幾小時AI課？' });
    const [answer] = await answers(me, question);
    expect(answer?.text).toContain('須含3小時的AI課程');
  });

  it('a mention is answered in its thread, and a command answers only whoever typed it', async () => {
    const question = await slack().say({ user: other, channel: general, text: `<@${bot}> 上AI課有補助嗎` });
    const [answer] = await answers(general, question);
    expect(answer?.text).toContain('視經費狀況補助');
    await slack().command({ user: me, channel: general, command: '/hr', text: '說明' });
    await vi.waitFor(async () => {
      const help = (await slack().messages(general)).find(({ ephemeral_to }) => ephemeral_to === me);
      expect(help?.text).toContain('`/hr 您的問題`');
    }, patience);
  });

  it('a button that is tapped is answered', async () => {
    const question = await slack().say({ user: other, channel: other, text: '我是哪一種AI人才？' });
    const [step] = await answers(other, question);
    if (step === undefined) throw new Error('no step');
    const [first] =
      JSON.stringify(step.blocks)
        .match(/"value":"([^"]+)"/)
        ?.slice(1) ?? [];
    const text = { type: 'plain_text', text: '行政庶務或服務民眾（公文、審件、櫃台、活動、會計…）' };
    await slack().interact(other, step, { type: 'button', action_id: 'choice:1', value: first, text });
    const [, next] = await answers(other, question, 2);
    expect(next?.text).toContain('成果');
  });
});
