import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowserReason } from './browser.ts';
import { ask, useBrowser } from './use-browser.ts';

/** Talking with the assistant in a real browser: keyboard, input methods, live region, focus, stopping and sending again. */

const { chat, open } = useBrowser();

/** Presses a key until the focus is on what has the class `end`, and tells what it came by. */
async function walk(page: Page, key: string, end: string): Promise<readonly string[]> {
  const stops: string[] = [];
  while (stops.length < 60 && stops.at(-1) !== end) {
    await page.keyboard.press(key);
    stops.push(await page.evaluate<string>(describeFocus));
  }
  return stops;
}

/** Keeps every text that the live region gets, in `window.told`. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(`{
    const live = document.querySelector('[aria-live]');
    window.told = [];
    new MutationObserver(() => live.textContent && told.push(live.textContent))
      .observe(live, { childList: true, characterData: true, subtree: true });
  }`);
}

function readTold(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>('window.told');
}

/** What has the focus: its class or name, and whether the composer or the edge of the window hides it. */
const describeFocus = `(() => {
  const focused = document.activeElement;
  const composer = document.querySelector('#composer');
  const { top, bottom } = focused.getBoundingClientRect();
  if (!composer.contains(focused) && bottom > composer.getBoundingClientRect().top + 1) return 'covered: ' + focused.outerHTML;
  return top < -1 ? 'above: ' + focused.outerHTML : focused.className || focused.tagName;
})()`;

describe.skipIf(noBrowserReason !== null)('in a browser', () => {
  it('is asked, read and opened by keyboard alone, and the composer never covers the focus', async () => {
    const page = await open({ viewport: { width: 360, height: 640 } });
    await page.keyboard.press('Tab');
    expect(await page.locator('.skip:focus').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.locator('#text:focus').count()).toBe(1);
    await page.keyboard.type('陞任會加幾分？');
    await page.keyboard.press('Enter');
    await page.locator('.sources').waitFor();

    const upward = await walk(page, 'Shift+Tab', 'skip');
    const downward = await walk(page, 'Tab', 'send');
    expect([...upward, ...downward].filter((stop) => /covered|above/.test(stop))).toEqual([]);
    expect(upward).toEqual(expect.arrayContaining(['SUMMARY', 'mark', 'action']));

    await page.locator('.mark').nth(3).press('Enter');
    expect(await page.locator('details[open] blockquote').innerText()).toContain('納入陞任評分標準');
  });

  it('Enter sends, Shift+Enter breaks the line, and neither while an input method composes', async () => {
    const page = await open();
    const field = page.locator('#text');
    await field.focus();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'ㄅㄢˋ', selectionStart: 3, selectionEnd: 3 });
    await page.keyboard.press('Enter');
    for (const enter of [{ isComposing: true }, { keyCode: 229 }])
      await field.dispatchEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...enter });
    expect(await page.locator('.turn').count()).toBe(0);
    await session.send('Input.insertText', { text: '辦' });
    await field.fill('第一行');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('第二行');
    expect(await field.inputValue()).toBe('第一行\n第二行');
    await page.keyboard.press('Enter');
    await page.locator('.reply h3').waitFor();
    expect(chat().conversations.sent.map((sent) => sent.message.text)).toEqual(['第一行\n第二行']);
    expect(await field.inputValue()).toBe('');
  });

  it('one polite live region apart from the transcript tells each finished message once', async () => {
    const page = await open();
    expect(await page.locator('[aria-live], [role=log], [role=alert], [role=status]').count()).toBe(1);
    expect(await page.locator('.transcript [aria-live], .transcript [role=status]').count()).toBe(0);
    await listen(page);
    await ask(page, '陞任會加幾分？');
    await ask(page, '報名費？');
    const told = await readTold(page);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/^回覆\n加幾分沒有統一規定/);
    expect(told[1]).toMatch(/^文件未載\n/);
  });

  it('the focus stays where it is when an answer arrives', async () => {
    const page = await open();
    await ask(page, '陞任會加幾分？');
    expect(await page.locator('#text:focus').count()).toBe(1);
    await ask(page, '報名費？');
    const choice = page.getByRole('button', { name: '考證照可以請機關補助訓練費用嗎？' });
    await choice.click();
    await page.locator('.reply h3').nth(2).waitFor();
    expect(await page.locator('.choice:focus').innerText()).toBe('考證照可以請機關補助訓練費用嗎？');
    expect(await choice.getAttribute('aria-disabled')).toBe('true');
    await choice.press('Enter');
    await ask(page, '你好');
    expect(chat().conversations.sent.map((sent) => sent.message.choice)).toEqual([
      null,
      null,
      'topic:training-cost',
      null,
    ]);
    expect(await choice.count()).toBe(0);
  });

  it('a long wait can be stopped and the question sent again without typing', async () => {
    const page = await open();
    await page.locator('#text').fill('慢');
    await page.locator('#text').press('Enter');
    expect(await page.locator('.status').innerText()).toBe('正在查文件…');
    await page.locator('.stop').click();
    expect(await page.locator('.failure-text').innerText()).toContain('已停止');
    expect(await page.locator('.resend:focus').count()).toBe(1);
    await page.locator('.resend').click();
    await page.locator('.stop').waitFor();
    await expect.poll(() => chat().conversations.sent.length).toBe(2);
    chat().conversations.release();
    await page.locator('.sources').waitFor();
    expect(await page.locator('.turn').count()).toBe(1);
    expect(chat().conversations.sent.map((sent) => sent.message.text)).toEqual(['慢', '慢']);
  });

  it('Escape stops as well', async () => {
    const page = await open();
    await page.locator('#text').fill('慢');
    await page.locator('#text').press('Enter');
    await page.locator('.stop').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.resend').waitFor();
  });

  it('what failed is sent again with one press, and the failure is told', async () => {
    const page = await open();
    await listen(page);
    await page.locator('#text').fill('壞');
    await page.locator('#send').click();
    await page.locator('.resend').click();
    await page.locator('.reply h3').waitFor();
    const told = await readTold(page);
    expect(told[0]).toContain('沒有處理成功');
    expect(told.at(-1)).toContain('收到。');
    expect(await page.locator('.turn').count()).toBe(1);
  });

  it('a server that is gone is said, and the words are kept', async () => {
    const page = await open();
    await page.route('**/messages', (route) => route.abort());
    await page.locator('#text').fill('有人在嗎');
    await page.locator('#send').click();
    expect(await page.locator('.failure:not([hidden]) .failure-text').innerText()).toContain('連不上服務');
    await page.unroute('**/messages');
    await page.locator('.resend').click();
    await page.locator('.reply h3').waitFor();
    expect(chat().conversations.sent.map((sent) => sent.message.text)).toEqual(['有人在嗎']);
  });

  it('what is too long goes back into the composer to be shortened', async () => {
    const page = await open();
    const long = '問'.repeat(30_000);
    await page.locator('#text').fill(long);
    await page.locator('#send').click();
    expect(await page.locator('.failure-text').innerText()).toContain('超過 64 kB');
    expect(await page.locator('#text').inputValue()).toBe(long);
  });

  it('nothing is sent twice, and what rests says so with aria-disabled', async () => {
    const page = await open();
    await page.locator('#text').fill('慢');
    await page.locator('#send').click();
    expect(await page.locator('#send').getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator('#send').isDisabled()).toBe(true);
    await page.locator('#text').fill('再問一次');
    await page.locator('#text').press('Enter');
    await page.locator('#send').dispatchEvent('click');
    chat().conversations.release();
    await page.locator('.sources').waitFor();
    expect(chat().conversations.sent).toHaveLength(1);
    expect(await page.locator('#text').inputValue()).toBe('再問一次');
    expect(await page.locator('#send').getAttribute('aria-disabled')).toBeNull();
  });

  it('the draft outlives a reload and goes with 「清除對話」', async () => {
    const page = await open();
    await ask(page, '你好');
    await page.locator('#text').fill('還沒寫完的');
    await page.reload();
    expect(await page.locator('#text').inputValue()).toBe('還沒寫完的');
    await page.getByRole('button', { name: '清除對話' }).click();
    await page.locator('.starters-label').waitFor();
    expect(await page.locator('#text').inputValue()).toBe('');
    expect(await page.locator('.turn').count()).toBe(0);
  });

  it('typing 「清除對話」 clears what is shown', async () => {
    const page = await open();
    await ask(page, '陞任會加幾分？');
    await page.locator('#text').fill('清除對話');
    await page.locator('#text').press('Enter');
    await page.getByText('前面的對話我已經清除').first().waitFor();
    expect(await page.locator('.turn').count()).toBe(1);
  });
});
