import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { skipReason, suiteTitle } from './installed.ts';
import { organisation } from './playground.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { useTeams } from './use-teams.ts';

const reason = skipReason('teams');
const patience = { timeout: 20_000, interval: 100 };
/** Pictures of what was seen, to be looked at. */
const pictures = join(tmpdir(), 'peers-pictures');

describe.skipIf(reason !== null)(suiteTitle('Teams, against the Agents Playground', reason), () => {
  const { assistant, playground, open } = useTeams();
  let page: PlaygroundPage;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    page = await open();
  });

  it('who installs the assistant is welcomed, with questions to begin with; once', async () => {
    await page.answerWith('我是AI公務人才問答助理');
    await page.answerWith('找人事承辦人');
    await page.screenshot(join(pictures, 'teams-welcome.png'));
    // The page installs it again each time it is opened, and forgets what was said.
    page = await open();
    await page.write('你好');
    await page.answers.first().waitFor();
    expect(await page.answers.first().innerText()).not.toContain('請直接用平常說話的方式問');
    expect(await page.log.innerText()).toContain('installationUpdate 200');
  });

  it('a question is answered from the official answers: its source is shown where one points at its mark', async () => {
    await page.write('每年要上幾小時AI課？');
    const answer = await page.answerWith('須含3小時的AI課程');
    const card = await page.answerWith('官方問答');
    const source = await page.hoverSource(answer, '1');
    expect(await source.innerText()).toMatch(/20小時學習時數中[\s\S]*《/);
    await page.screenshot(join(pictures, 'teams-source.png'));
    // Approved words are not labelled as generated.
    expect(await answer.innerText()).not.toContain('AI generated');
    expect(await card.innerText()).toContain('不取代人事單位');
    const quote = '落實通識教育';
    expect(await card.innerText()).not.toContain(quote);
    await page.press('看依據');
    await page.answerWith(quote);
    await page.screenshot(join(pictures, 'teams-sources.png'));
  });

  it('in a chat of one’s own the answer is streamed: what is being done, a part of it, the whole', async () => {
    const lines = (await page.log.innerText()).split('\n').filter((line) => line.includes('User Application -> '));
    const kinds = lines.slice(-4).map((line) => /Playground (\w+) \d+/.exec(line)?.[1]);
    expect(kinds).toEqual(['typing', 'typing', 'typing', 'message']);
  });

  it('the interview goes to its end by the buttons of one card, which is replaced step by step', async () => {
    await page.write('我是哪一種AI人才？');
    await page.answerWith('第 1 題');
    const before = await page.answers.count();
    const taken = ['行政庶務或服務民眾', '公文、報表、簡報、圖卡', '用現成工具', '換個方式做'];
    for (const [index, label] of taken.entries()) {
      await page.pressBeginning(label);
      if (index + 1 < taken.length) await page.answerWith(`第 ${index + 2} 題`);
    }
    const result = await page.answerWith('AI應用人才');
    expect(await page.answers.count()).toBe(before);
    expect(await result.innerText()).toContain('初步建議');
    await page.screenshot(join(pictures, 'teams-interview.png'));
  });

  it('what was put together for one person is labelled as generated', async () => {
    await page.write('推薦課程');
    const recommendation = await page.answerWith('先通識、後實務應用');
    expect(await recommendation.innerText()).toContain('AI generated');
    expect(await recommendation.innerText()).toContain('AI應用人才');
  });

  it('a thumb down with a reason is taken, and kept with the answer', async () => {
    await page.write('上AI課有補助嗎');
    await page.dislike(await page.answerWith('視經費狀況補助'), '想知道補助多少錢');
    expect(await page.log.innerText()).not.toMatch(/invoke [45]\d\d/);
    // The peer does not say which message is meant; the platform does.
    const [sent] = assistant().read('select receipt from outbox where receipt is not null order by seq desc limit 1');
    const refused = await sayAs('invoke', {
      name: 'message/submitAction',
      replyToId: sent?.['receipt'],
      value: { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"看不懂"}' } },
    });
    expect(refused.status).toBe(200);
    expect(await refused.json()).toEqual({});
    expect(assistant().read('select useful, reason from feedback')).toEqual([{ useful: 0, reason: '看不懂' }]);
  });

  it('a search from the compose box puts an answer with its source into the message', async () => {
    const found = await page.search('searchFaq', 'query', '3小時');
    await found.getByText('小時').first().click();
    await page.screenshot(join(pictures, 'teams-search.png'));
    const before = await page.answers.count();
    await page.send();
    await vi.waitFor(async () => expect(await page.mine.last().innerText()).toContain('Q8'), patience);
    await page.screenshot(join(pictures, 'teams-inserted.png'));
    // A card without a word is no question, least of all an English one.
    await page.write('什麼是AI研究人才');
    const since = () => page.answers.allInnerTexts().then((all) => all.slice(before).join('\n'));
    await vi.waitFor(async () => expect(await since()).toContain('AI研究人才'), patience);
    expect(await since()).not.toMatch(/span|[A-Z][a-z]+ [a-z]+ [a-z]+/);
  });

  it('in a group a mention is answered there, and a personal matter in private', async () => {
    await page.openConversation('群組');
    await page.mention('什麼是AI應用人才');
    await page.answerWith('AI應用人才');
    await page.mention('我還差幾小時');
    await page.answerWith('私下回覆');
    await page.screenshot(join(pictures, 'teams-group.png'));
    expect((await page.answers.allInnerTexts()).join('\n')).not.toContain('還沒有登錄');
    await page.openConversation('個人');
    await page.answerWith('還沒有登錄');
    await page.screenshot(join(pictures, 'teams-private.png'));
  });

  it('in a channel a mention is answered below its post', async () => {
    await page.openConversation('頻道');
    await page.mention('上AI課有補助嗎');
    const last = await vi.waitFor(() => {
      const [row] = assistant().read('select thread, target, state from outbox order by seq desc limit 1');
      const thread = expect.stringMatching(/channel@thread.tacv2;messageid=\d+$/);
      expect(row).toMatchObject({ thread, state: 'sent' });
      return row;
    }, patience);
    expect(last?.['target']).toContain(String(last?.['thread']).split(':').slice(2).join(':'));
    // Its page draws what comes below a post only now and then: that the peer took the answer stands in its log.
    await vi.waitFor(async () => {
      const since = (await page.log.innerText()).split('</at> 上AI課有補助嗎').at(-1);
      expect(since).toMatch(/message 20\d 視經費狀況補助/);
    }, patience);
    await page.screenshot(join(pictures, 'teams-channel.png'));
  });

  it('logs hold no word of all that, and no problem', () => {
    const log = assistant().output();
    for (const word of ['幾小時', '補助', '看不懂', '測試員']) expect(log).not.toContain(word);
    // The peer refuses to update a message to words and a card in one (`UpdateMultipleAttachmentError`); Teams takes it.
    const amended = 'what follows on a tapped card could not be sent';
    expect(
      assistant()
        .problems()
        .filter((line) => !line.includes(amended)),
    ).toEqual([]);
  });

  function sayAs(type: string, more: object): Promise<Response> {
    const [person] = organisation.people;
    const activity = {
      type,
      id: `made-up-${type}`,
      channelId: 'msteams',
      serviceUrl: `${playground().url.replace('127.0.0.1', 'localhost')}/_connector`,
      from: { id: person?.id, aadObjectId: person?.aadObjectId },
      recipient: organisation.bot,
      conversation: { id: organisation.personalChat, conversationType: 'personal', tenantId: organisation.tenant },
      ...more,
    };
    const headers = { 'content-type': 'application/json' };
    return fetch(`${assistant().url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
  }
});
