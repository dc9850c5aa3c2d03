import { describe, expect, it } from 'vitest';
import { noBrowserReason } from './browser.ts';
import { useBrowser } from './use-browser.ts';

/** The chat page in a real browser that runs no JavaScript. */

const { chat, open } = useBrowser();

describe.skipIf(noBrowserReason !== null)('in a browser', () => {
  describe('without JavaScript', () => {
    it('asks, opens a source, takes a button, and clears', async () => {
      const page = await open({ javaScriptEnabled: false });
      await page.locator('#text').fill('陞任會加幾分？');
      await page.locator('#send').click();
      expect(page.url()).toBe(`${chat().url}/#newest`);
      const quote = page.locator('.sources blockquote').first();
      expect(await quote.isVisible()).toBe(false);
      await page.locator('.mark').first().click();
      await quote.waitFor({ state: 'visible' });
      await page.locator('#text').fill('報名費？');
      await page.locator('#send').click();
      await page.getByRole('button', { name: '考證照可以請機關補助訓練費用嗎？' }).click();
      await page.locator('.turn').nth(2).waitFor();
      expect(chat().conversations.sent.at(-1)?.message.choice).toBe('topic:training-cost');
      expect(new Set(chat().conversations.sent.map((sent) => sent.thread)).size).toBe(1);
      await page.getByRole('button', { name: '清除對話' }).click();
      await page.locator('.starters-label').waitFor();
      expect(await page.locator('.turn').count()).toBe(0);
    });

    it('does the role interview with buttons', async () => {
      const page = await open({ javaScriptEnabled: false });
      await page.getByRole('button', { name: '我是哪一種AI人才？' }).click();
      await page.locator('.progress').waitFor();
      await page.getByRole('button', { name: '委外廠商做' }).click();
      expect(await page.locator('h3').last().innerText()).toBe('初步建議');
    });

    it('offers no key that needs JavaScript', async () => {
      const page = await open({ javaScriptEnabled: false });
      expect(await page.locator('.hint').innerText()).toBe('請勿輸入個人資料。');
    });
  });
});
