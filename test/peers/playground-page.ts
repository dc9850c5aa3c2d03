import type { Browser, Locator, Page } from 'playwright-core';
import { organisation } from './playground.ts';
import { pagePatienceMs } from './slack-page.ts';

/** The peer's page in a browser, as the first of its people uses it. Opening it installs the assistant. */
export interface PlaygroundPage {
  /** What the assistant wrote in the conversation that is open, oldest first; a card is one beside its words. */
  readonly answers: Locator;
  /** What the person at the page wrote. */
  readonly mine: Locator;
  /** The newest answer in which these words stand, once there is one. */
  answerWith(words: string): Promise<Locator>;
  /** Lines such as `User Application -> Microsoft 365 Agents Playground message 201 …`. */
  readonly log: Locator;
  openConversation(name: '個人' | '群組' | '頻道'): Promise<void>;
  write(text: string): Promise<void>;
  /** The same with the assistant named in front, as a group expects it. */
  mention(text: string): Promise<void>;
  /** Presses the newest button with this label on a card. */
  press(label: string): Promise<void>;
  /** The same for a label that begins so. */
  pressBeginning(label: string): Promise<void>;
  /** Points at the mark of a source and gives what is shown then. */
  hoverSource(answer: Locator, mark: string): Promise<Locator>;
  /** Thumb down on an answer, with these words. */
  dislike(answer: Locator, reason: string): Promise<void>;
  /** Looks something up from the compose box; gives the results. */
  search(command: string, parameter: string, words: string): Promise<Locator>;
  /** Sends what stands in the compose box. */
  send(): Promise<void>;
  /** The page as wide as a telephone: only the conversation is shown, and nothing of it may be wider. */
  narrow(): Promise<void>;
  /** Words on cards that reach beyond what is seen of them. */
  cutOff(cards: Locator): Promise<readonly string[]>;
  screenshot(path: string): Promise<void>;
}

const conversations = { 個人: 'Personal Chat', 群組: '測試群組', 頻道: '測試團隊 - 公告' } as const;
/** As wide as a card is on a telephone, pixels. */
const narrowCardPixels = 320;
const narrowStyle = `
  #root * { min-width: 0 !important; }
  [role=toolbar], [aria-label='Chat and Teams Channel'] { display: none !important; }
  .fai-OutputCard { max-width: ${narrowCardPixels}px !important; }
  div:has(> .ac-preview-panel) { width: auto !important; }
`;

/** Opens the page, which the peer tells the assistant as an installation each time, and waits for the connection. */
export async function openPlaygroundPage(browser: Browser, url: string): Promise<PlaygroundPage> {
  const page: Page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(pagePatienceMs);
  // Its fonts come from far away; the test stays on this machine.
  await page.route(
    (address) => address.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  await page.goto(url);
  const composer = page.locator('[role=textbox]').first();
  await composer.waitFor();
  await page.getByText('Connected.').waitFor();
  const header = page.getByLabel('Message header');
  const author = page.getByLabel('Message author').filter({ hasText: organisation.bot.name });
  const answers = header.filter({ has: author }).locator('xpath=..');
  const send = () => page.getByRole('button', { name: /^(?:Send Message|Post)$/ }).click();
  const write = async (text: string) => {
    await composer.click();
    await page.keyboard.insertText(text);
    await send();
  };
  return {
    answers,
    mine: header.filter({ hasNot: author }).locator('xpath=..'),
    async answerWith(words) {
      const answer = answers.filter({ hasText: words }).last();
      await answer.waitFor();
      return answer;
    },
    log: page.locator('[contenteditable=true][spellcheck=false]').last(),
    write,
    send,
    async openConversation(name) {
      await page.getByRole('treeitem', { name: conversations[name] }).click();
    },
    async mention(text) {
      await composer.click();
      await page.keyboard.type('@');
      await page.getByRole('menuitem').filter({ hasText: organisation.bot.name }).click();
      await page.keyboard.insertText(` ${text}`);
      await send();
    },
    press: (label) => answers.getByRole('button', { name: label, exact: true }).last().click(),
    pressBeginning: (label) => answers.getByRole('button', { name: label }).last().click(),
    async hoverSource(answer, mark) {
      await answer.locator('.fai-Citation').filter({ hasText: mark }).first().hover();
      const shown = page.locator('.fai-PreviewSurface');
      await shown.waitFor();
      return shown;
    },
    async dislike(answer, reason) {
      await answer.getByLabel('Dislike').click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('textarea').fill(reason);
      await dialog.getByRole('button', { name: 'Submit' }).click();
      // The peer thanks only for what the assistant took.
      await dialog.getByText('Thank you').waitFor();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    async search(command, parameter, words) {
      await page.getByLabel('Trigger Message Extension App').click();
      await page.getByRole('menuitem', { name: 'Search Command' }).click();
      await page.getByText('Specify Command ID or Parameter').click();
      await page.getByPlaceholder('Command ID').fill(command);
      await page.getByPlaceholder('Parameter name').fill(parameter);
      await page.getByPlaceholder('Enter a search term').fill(words);
      return page.locator('.fui-PopoverSurface').filter({ hasText: 'Search-Based Message Extension' });
    },
    async narrow() {
      await page.getByTitle('Hide log panel').click();
      await page.setViewportSize({ width: 400, height: 900 });
      // The peer's own page is made for a desk; its cards are those of a telephone as well.
      await page.addStyleTag({ content: narrowStyle });
    },
    cutOff: (cards) =>
      cards.evaluateAll((all) =>
        all.flatMap((card) =>
          [...card.querySelectorAll('button, p, td')].flatMap((one) => {
            const words = one.ownerDocument.createRange();
            words.selectNodeContents(one);
            const edge = (one.closest('.ac-actionSet') ?? card).getBoundingClientRect().right;
            return words.getBoundingClientRect().right > edge ? [one.textContent] : [];
          }),
        ),
      ),
    async screenshot(path) {
      await page.screenshot({ path });
    },
  };
}
