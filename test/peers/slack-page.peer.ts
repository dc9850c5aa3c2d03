import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { skipReason, suiteTitle } from './installed.ts';
import type { SlackMessage } from './local-slack.ts';
import { labelsOf } from './slack-buttons.ts';
import type { SlackPage } from './slack-page.ts';
import { workspace } from './slack-workspace.ts';
import { useSlack } from './use-slack.ts';

const { bot, general, people, team } = workspace;
const [me] = people;
const name = '測試員甲';
const reason = skipReason('slack');
const patience = { timeout: 20_000, interval: 100 };
/** Pictures of what was seen, to be looked at. */
const pictures = join(tmpdir(), 'peers-pictures');

describe.skipIf(reason !== null)(suiteTitle('Slack by clicks in the page of local-slack', reason), () => {
  const { slack, assistant, answers, open } = useSlack('events');
  let page: SlackPage;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    // The direct conversation is in the list once something was said there.
    await slack().say({ user: me, channel: me, text: '你好' });
    page = await open(name);
  });

  /** Writes in the page, waits for the answer and opens the thread in which it stands. */
  async function askInPage(text: string): Promise<{ readonly question: string; readonly answer: SlackMessage }> {
    await page.openConversation(name);
    await page.write(text);
    const question = await vi.waitFor(async () => {
      const mine = (await slack().messages(me)).findLast((one) => one.text === text && one.bot_id === undefined);
      return mine?.ts ?? fail(`「${text}」 was not written`);
    }, patience);
    const [answer] = await answers(me, question);
    await page.openThread(text);
    return { question, answer: answer ?? fail('no answer') };
  }

  /** The first that the assistant says in private after so many messages. */
  function newAnswer(after: number): Promise<SlackMessage> {
    return vi.waitFor(async () => {
      const said = (await slack().messages(me)).slice(after).find(({ bot_id }) => bot_id !== undefined);
      return said ?? fail('nothing was said');
    }, patience);
  }

  it('a click on the sources opens the quoted passages', async () => {
    await askInPage('每年要上幾小時AI課？');
    await page.press('看依據');
    await page.form.waitFor();
    expect(await page.form.innerText()).toContain('依據原文');
    expect((await slack().sent('views.open')).at(-1)).toContain('須含3小時的AI課程');
    await page.screenshot(join(pictures, 'slack-sources.png'));
    await page.closeForm();
  });

  it('the interview goes to its end by clicks, and each message says what was taken on it', async () => {
    const { question } = await askInPage('我是哪一種AI人才？');
    const taken = [
      '行政庶務或服務民眾（公文、審件、櫃台、活動、會計…）',
      '公文、報表、簡報、圖卡，或辦好的案件',
      '用現成工具（ChatGPT、Copilot、Gemini、Canva…）做事',
      '換個方式做，或請資訊單位處理',
    ];
    for (const [index, label] of taken.entries()) {
      await page.press(label);
      await answers(me, question, index + 2);
    }
    const steps = await slack().answers(me, question);
    for (const [index, label] of taken.entries())
      expect(JSON.stringify(steps[index]?.blocks)).toContain(`已選：${label}`);
    const result = steps.at(-1) ?? fail('no result');
    expect(result.text).toContain('AI應用人才');
    expect(labelsOf(result)).toEqual(expect.arrayContaining(['看適合的課程與證照', '重做一次', '找人事承辦人']));
    await page.screenshot(join(pictures, 'slack-interview.png'));
    await page.press('看適合的課程與證照');
    const [recommendation] = (await answers(me, question, steps.length + 1)).slice(-1);
    expect(recommendation?.text).toContain('先通識、後實務應用');
  });

  it('who finds an answer of no use is asked why in a form, and the reason is kept with the answer', async () => {
    const { answer } = await askInPage('上AI課有補助嗎');
    await slack().interact(me, answer, { type: 'feedback_buttons', action_id: 'feedback', value: 'not_useful' });
    await page.form.waitFor();
    expect(await page.form.innerText()).toContain('哪裡沒有幫助');
    await page.choose('看不懂');
    await page.fill('想知道補助多少錢');
    await page.screenshot(join(pictures, 'slack-reason.png'));
    await page.submit();
    await page.form.waitFor({ state: 'hidden' });
    const kept = assistant().read('select useful, reason from feedback');
    expect(kept).toEqual([{ useful: 0, reason: expect.stringContaining('想知道補助多少錢') }]);
  });

  it('who finds an answer useful is thanked, and that is kept', async () => {
    const { answer } = await askInPage('什麼是AI政策人才');
    await slack().interact(me, answer, { type: 'feedback_buttons', action_id: 'feedback', value: 'useful' });
    await vi.waitFor(async () => expect((await slack().messages(me)).at(-1)?.text).toContain('謝謝您的意見'), patience);
    expect(assistant().read('select useful from feedback where useful = 1')).toHaveLength(1);
  });

  it('the shortcut 「問人事」 opens a form that is filled in there, and the answer comes in private', async () => {
    const shortcut = { type: 'shortcut', callback_id: 'ask_hr', team: { id: team }, user: { id: me, team_id: team } };
    const before = await slack().messages(me);
    expect(await slack().deliver(shortcut)).toBe(200);
    await page.form.waitFor();
    await page.fill('AI研究人才要做什麼');
    await page.screenshot(join(pictures, 'slack-ask.png'));
    await page.submit();
    await page.form.waitFor({ state: 'hidden' });
    expect((await newAnswer(before.length)).text).toContain('AI研究人才');
  });

  it('the shortcut 「交給人事」 carries the message into a form; an empty form is refused at its field', async () => {
    const message = { text: '這件事要請誰處理？', ts: '1', user: people[1] };
    const shortcut = {
      type: 'message_action',
      callback_id: 'hand_to_hr',
      team: { id: team },
      user: { id: me },
      message,
    };
    const before = await slack().messages(me);
    expect(await slack().deliver(shortcut)).toBe(200);
    await page.form.waitFor();
    expect(await page.form.innerText()).toContain('交給人事承辦人');
    expect((await slack().sent('views.open')).at(-1)).toContain('這件事要請誰處理？');
    await page.fill(' ');
    await page.submit();
    await page.form.locator('.modal-error').waitFor();
    await page.screenshot(join(pictures, 'slack-field-error.png'));
    await page.fill('這件事要請誰處理？');
    await page.submit();
    await page.form.waitFor({ state: 'hidden' });
    expect((await newAnswer(before.length)).text).toContain('人事');
  });

  it('what was answered in private is shared in the channel by a click', async () => {
    const before = await slack().messages(me);
    const question = await slack().say({ user: me, channel: general, text: `<@${bot}> 我還差幾小時` });
    await answers(general, question);
    expect((await newAnswer(before.length)).text).toContain('還沒有登錄');
    await page.openConversation(name);
    await page.pressInConversation('分享到剛才的頻道');
    const shared = await answers(general, question, 2);
    expect(shared.at(-1)?.text).toContain('還沒有登錄');
  });

  it('the Home tab is drawn, and a click in it is answered in private', async () => {
    const home = await page.openHome();
    await home.getByText('我的AI人才學習').waitFor();
    await page.screenshot(join(pictures, 'slack-home.png'));
    const before = await slack().messages(me);
    await home.getByRole('button', { name: '我還差幾小時？' }).click();
    const answer = await newAnswer(before.length);
    expect(answer.text).toContain('還沒有登錄');
    // Nobody else saw the question, so that there is nothing to share.
    expect(labelsOf(answer).filter((label) => label.startsWith('分享'))).toEqual([]);
  });
});

function fail(problem: string): never {
  throw new Error(problem);
}
