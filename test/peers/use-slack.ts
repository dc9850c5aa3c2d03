import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { launchChromium } from '../web/browser.ts';
import { type Assistant, startAssistant } from './assistant.ts';
import { findFreePort } from './child-program.ts';
import { type LocalSlack, type SlackMessage, startLocalSlack } from './local-slack.ts';
import { openSlackPage, type SlackPage } from './slack-page.ts';

/** Peer and assistant of one suite. */
export interface SlackFixture {
  slack(): LocalSlack;
  assistant(): Assistant;
  /** The peer's page as 測試員甲, 測試員乙 or 測試員丙 sees it. */
  open(person: string): Promise<SlackPage>;
  /** What the assistant wrote below a message, once it is so many messages. */
  answers(place: string, thread: string, count?: number): Promise<readonly SlackMessage[]>;
}

/** A turn with its delivery takes a second, on a busy machine some more, milliseconds. */
const answeredWithinMs = 20_000;

/** Registers what starts and ends peer, assistant and browser around the suite in which it is called. */
export function useSlack(mode: 'events' | 'socket'): SlackFixture {
  const ends: (() => Promise<void>)[] = [];
  let slack: LocalSlack;
  let assistant: Assistant;
  let browser: Promise<Browser> | null = null;
  beforeAll(async () => {
    const port = await findFreePort();
    slack = await startLocalSlack(mode, port);
    ends.push(slack.end);
    assistant = await startAssistant({ port, settings: slack.settings });
    ends.push(assistant.forget);
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
  return {
    slack: () => slack,
    assistant: () => assistant,
    async open(person) {
      if (browser === null) {
        browser = launchChromium();
        ends.push(async () => (await browser)?.close());
      }
      return openSlackPage(await browser, slack.url, person);
    },
    answers: (place, thread, count = 1) =>
      vi.waitFor(
        async () => {
          const given = await slack.answers(place, thread);
          if (given.length < count) throw new Error(`${given.length} of ${count} answers`);
          return given;
        },
        { timeout: answeredWithinMs, interval: 100 },
      ),
  };
}
