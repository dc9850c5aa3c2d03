import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchChromium } from '../web/browser.ts';
import { type Assistant, startAssistant } from './assistant.ts';
import { findFreePort } from './child-program.ts';
import { skipReason, suiteTitle } from './installed.ts';
import { type LocalSlack, startLocalSlack } from './local-slack.ts';
import { type Playground, startPlayground } from './playground.ts';
import { openPlaygroundPage } from './playground-page.ts';
import { workspace } from './slack-workspace.ts';

const reasons = [skipReason('slack'), skipReason('teams')];
const isSkipped = reasons.some((reason) => reason !== null);

describe.skipIf(isSkipped)(
  suiteTitle('Slack, Teams and the web at once, on one port of one process', ...reasons),
  () => {
    const ends: (() => Promise<void>)[] = [];
    let slack: LocalSlack;
    let teams: Playground;
    let assistant: Assistant;
    let browser: Browser;
    beforeAll(async () => {
      const port = await findFreePort();
      slack = await startLocalSlack('events', port);
      ends.push(slack.end);
      teams = await startPlayground(port);
      ends.push(teams.end);
      assistant = await startAssistant({ port, settings: { ...slack.settings, ...teams.settings } });
      ends.push(assistant.forget);
      browser = await launchChromium();
      ends.push(() => browser.close());
    });
    afterAll(async () => {
      for (const end of ends.reverse()) await end();
    });

    it('the same question asked everywhere at the same time is answered everywhere with the same words', async () => {
      const question = '上AI課有補助嗎';
      const answer = '視經費狀況補助';
      const [user] = workspace.people;
      const page = await openPlaygroundPage(browser, teams.url);
      const web = await browser.newPage();
      await web.goto(assistant.url);
      await Promise.all([
        page.write(question),
        slack.say({ user, channel: user, text: question }),
        web
          .locator('#text')
          .fill(question)
          .then(() => web.locator('#text').press('Enter')),
      ]);
      await page.answerWith(answer);
      await web.locator('.reply').filter({ hasText: answer }).first().waitFor();
      await vi.waitFor(
        async () => expect((await slack.messages(user)).map(({ text }) => text).join('\n')).toContain(answer),
        { timeout: 20_000, interval: 100 },
      );
    });

    it('it ends when it is told to, while both peers go on', async () => {
      await assistant.end();
      expect(assistant.problems().filter((line) => !line.includes('unknown_method'))).toEqual([]);
      await expect(fetch(assistant.url)).rejects.toThrow();
      expect(await slack.calls()).toContain('chat.postMessage');
    });
  },
);
