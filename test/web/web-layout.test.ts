import { describe, expect, it } from 'vitest';
import { noBrowserReason } from './browser.ts';
import { ask, pageWidth, useBrowser } from './use-browser.ts';

/** How the chat page is laid out in a real browser: on a phone, magnified, on paper, while things move. */

const { chat, open } = useBrowser();

/** Controls that are hard to hit, as the beginning of their markup. */
const findSmall = `[...document.querySelectorAll('a:not(.skip), button, summary, textarea')]
  .filter((element) => element.checkVisibility())
  .map((element) => ({ markup: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
  .filter(({ box }) => box.width < 24 || box.height < 24)
  .map(({ markup }) => markup)`;

describe.skipIf(noBrowserReason !== null)('in a browser', () => {
  it('a table stands as cards on a phone and as a table on a desk', async () => {
    const page = await open({ viewport: { width: 360, height: 640 } });
    await page.getByRole('button', { name: '推薦我課程和證照' }).click();
    const cells = page.locator('tbody tr').first().locator('td');
    await cells.first().waitFor();
    const [first, second] = [await cells.nth(0).boundingBox(), await cells.nth(1).boundingBox()];
    expect(second?.x).toBe(first?.x);
    expect(second?.y).toBeGreaterThan(first?.y ?? Number.NaN);
    expect(await page.getByRole('rowheader').count()).toBe(4);
    await page.setViewportSize({ width: 1280, height: 860 });
    expect((await cells.nth(1).boundingBox())?.y).toBe((await cells.nth(0).boundingBox())?.y);
  });

  it('shows a new answer from its beginning, and leaves alone who has scrolled away to read', async () => {
    const page = await open({ viewport: { width: 360, height: 640 } });
    await ask(page, '陞任會加幾分？');
    await page.getByRole('button', { name: '找人事承辦人' }).last().waitFor();
    const top = (await page.locator('.turn').boundingBox())?.y;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(60);
    await page.locator('#text').fill('慢');
    await page.locator('#send').click();
    await page.locator('.stop').waitFor();
    await page.evaluate('scrollTo(0, 0)');
    chat().conversations.release();
    await page.locator('.turn-pending').waitFor({ state: 'detached' });
    expect(await page.evaluate('scrollY')).toBe(0);
  });

  it('magnified to 400 % the composer leaves the page to what is read', async () => {
    const page = await open({ viewport: { width: 320, height: 256 } });
    expect(await page.evaluate(`getComputedStyle(document.querySelector('#composer')).position`)).toBe('static');
    await ask(page, '陞任會加幾分？');
    expect(await pageWidth(page)).toBeLessThanOrEqual(320);
  });

  it('nothing moves for those who want it still', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await page.locator('#text').fill('慢');
    await page.locator('#send').click();
    await page.locator('.stop').waitFor();
    expect(await page.evaluate('document.getAnimations().filter((one) => one instanceof CSSAnimation).length')).toBe(0);
  });

  it('every button and link is at least 24 px high and wide', async () => {
    const page = await open({ viewport: { width: 320, height: 640 } });
    await ask(page, '陞任會加幾分？');
    await ask(page, '報名費？');
    expect(await page.evaluate(findSmall)).toEqual([]);
  });

  it('prints the passages of all sources and no controls', async () => {
    const page = await open();
    await ask(page, '陞任會加幾分？');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#composer').isVisible()).toBe(false);
    const heights = await page.evaluate<number[]>(
      `[...document.querySelectorAll('blockquote')].map((one) => one.offsetHeight)`,
    );
    expect(heights).toHaveLength(4);
    for (const height of heights) expect(height).toBeGreaterThan(20);
  });
});
