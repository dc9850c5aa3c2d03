import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../web/browser.ts';
import { type Assistant, startAssistant } from './assistant.ts';
import { findFreePort } from './child-program.ts';
import { type Playground, startPlayground } from './playground.ts';
import { openPlaygroundPage, type PlaygroundPage } from './playground-page.ts';

/** Peer, assistant and browser of one suite. */
export interface TeamsFixture {
  playground(): Playground;
  assistant(): Assistant;
  /** Opens the peer's page, which installs the assistant as it does so. */
  open(): Promise<PlaygroundPage>;
  /** Ends the assistant and starts it again on what it kept, with its clock set to this time. */
  restart(startsAt: string): Promise<void>;
}

/** Registers what starts and ends them around the suite in which it is called; the clock starts at this time. */
export function useTeams(startsAt?: string): TeamsFixture {
  const ends: (() => Promise<void>)[] = [];
  let port: number;
  let playground: Playground;
  let assistant: Assistant;
  let browser: Browser;
  beforeAll(async () => {
    port = await findFreePort();
    playground = await startPlayground(port);
    ends.push(playground.end);
    const { settings } = playground;
    assistant = await startAssistant({ port, settings, ...(startsAt === undefined ? {} : { startsAt }) });
    ends.push(() => assistant.forget());
    browser = await launchChromium();
    ends.push(() => browser.close());
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
  return {
    playground: () => playground,
    assistant: () => assistant,
    open: () => openPlaygroundPage(browser, playground.url),
    async restart(at) {
      await assistant.end();
      const { dataFolder } = assistant;
      assistant = await startAssistant({ port, settings: playground.settings, dataFolder, startsAt: at });
    },
  };
}
