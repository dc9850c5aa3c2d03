import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowserReason } from './browser.ts';
import { ask, pageWidth, useBrowser } from './use-browser.ts';

/** Every state of the chat page in a real browser: accessibility in both colour schemes, and reflow. */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { chat, open } = useBrowser();

/** Every state of the page, by name. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the first screen': async () => undefined,
  'an answer with a source open': async (page) => {
    await ask(page, '陞任會加幾分？');
    await page.locator('.mark').first().click();
    await page.locator('.sources summary').nth(2).click();
  },
  'many sources': async (page) => {
    await ask(page, '很多依據');
    await page.locator('.mark').last().click();
    await page.getByText('第12段原文。').waitFor();
  },
  'an abstention': (page) => ask(page, '報名費？'),
  'a clarification': (page) => ask(page, '三小時'),
  'a refusal': (page) => ask(page, '別人的資料'),
  'an English answer': (page) => ask(page, 'english'),
  'hostile words': (page) => ask(page, '惡意'),
  'a step of the interview': async (page) => {
    await page.getByRole('button', { name: '我是哪一種AI人才？' }).click();
    await page.locator('.progress').waitFor();
  },
  'the result of the interview': async (page) => {
    await page.getByRole('button', { name: '我是哪一種AI人才？' }).click();
    await page.getByRole('button', { name: '委外廠商做' }).click();
    await page.locator('table').waitFor();
  },
  'a recommendation': async (page) => {
    await page.getByRole('button', { name: '推薦我課程和證照' }).click();
    await page.locator('table').waitFor();
  },
  'several turns with a follow-up': async (page) => {
    await ask(page, '陞任會加幾分？');
    await ask(page, '那進階的呢？');
    await page.locator('.understood summary').click();
  },
  'a turn under way': async (page) => {
    await page.locator('#text').fill('慢');
    await page.locator('#send').click();
    await page.locator('.stop').waitFor();
  },
  'a turn that failed': async (page) => {
    await page.locator('#text').fill('壞');
    await page.locator('#send').click();
    await page.locator('.resend').waitFor();
  },
  'the help page': async (page) => {
    await page.getByRole('link', { name: '說明' }).click();
    await page.locator('.prose').waitFor();
  },
};

/** What axe finds wrong, as one line for each rule. */
async function findViolations(page: Page): Promise<readonly string[]> {
  // Through the debugger, because the page's policy lets no other script in.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  return page.evaluate<readonly string[]>(`axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } },
  }).then(({ violations }) => violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' ')))`);
}

/** Elements that hold more than they show, as the beginning of their markup. */
const findCut = `[...document.querySelectorAll('p, li, td, th, button, summary, blockquote, h1, h2, h3, h4')]
  .filter((element) => element.closest('.unseen, thead') === null && element.checkVisibility())
  .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 80))`;

describe.skipIf(noBrowserReason !== null)('in a browser', () => {
  it.each(Object.entries(states))(
    '%s: axe objects to nothing, light and dark, and 320 to 1280 px need no scrolling sideways',
    async (_name, reach) => {
      const page = await open({ colorScheme: 'light', reducedMotion: 'reduce' });
      await reach(page);
      expect(await findViolations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findViolations(page)).toEqual([]);
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        expect(await pageWidth(page)).toBeLessThanOrEqual(width);
        expect(await page.evaluate(findCut)).toEqual([]);
      }
      expect(chat().errors.filter((error) => !String(error).includes('store is down'))).toEqual([]);
    },
  );
});
