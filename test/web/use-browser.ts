import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium, noBrowserReason } from './browser.ts';
import { type ServedChat, serveChat } from './serve.ts';

/** Waiting longer than this is a failure. */
const patienceMs = 10_000;

/** A browser for the tests of one file, and a new chat for each of them. */
export interface BrowserFixture {
  /** The chat of the test that runs. */
  chat(): ServedChat;
  /** A new browser profile that looks at the chat. What the page throws or its policy stops becomes an error of the chat. */
  open(options?: BrowserContextOptions): Promise<Page>;
}

/** Registers what starts and ends browser and chat. Where no browser is found it says why, and the suite skips itself. */
export function useBrowser(): BrowserFixture {
  let chat: ServedChat;
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  if (noBrowserReason !== null) {
    console.warn(`A browser suite of the web chat is skipped: ${noBrowserReason}`);
  } else {
    beforeAll(async () => {
      browser = await launchChromium();
    });
    beforeEach(async () => {
      chat = await serveChat();
    });
    afterEach(async () => {
      await Promise.all(contexts.map((context) => context.close()));
      contexts = [];
      await chat.close();
    });
    afterAll(() => browser.close());
  }
  return {
    chat: () => chat,
    async open(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
      contexts.push(context);
      context.setDefaultTimeout(patienceMs);
      const page = await context.newPage();
      page.on('pageerror', (error) => chat.errors.push(error));
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) chat.errors.push(message.text());
      });
      await page.goto(chat.url);
      return page;
    },
  };
}

/** Types a question, sends it with Enter and waits for the turn that answers it. */
export async function ask(page: Page, text: string): Promise<void> {
  const before = await page.locator('.reply h3').count();
  await page.locator('#text').fill(text);
  await page.locator('#text').press('Enter');
  await page.locator('.reply h3').nth(before).waitFor();
}

/** How wide the page is, with what would have to be scrolled to. */
export function pageWidth(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth');
}
