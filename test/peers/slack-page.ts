import type { Browser, Locator, Page } from 'playwright-core';

/** Waiting longer than this for something in a page is a failure, milliseconds: a turn with its delivery takes a second. */
export const pagePatienceMs = 15_000;

/** The peer's page in a browser, as one of its people uses it. */
export interface SlackPage {
  /** Opens the direct conversation with the assistant, named after the person, or a channel. */
  openConversation(name: string): Promise<void>;
  /** Types into the conversation that is open. */
  write(text: string): Promise<void>;
  /** Opens the answers below the newest message with this text, and gives what stands there. */
  openThread(text: string): Promise<Locator>;
  /** Presses the newest button with this label in the thread that is open. */
  press(label: string): Promise<void>;
  /** The same in the conversation itself. */
  pressInConversation(label: string): Promise<void>;
  /** Opens the assistant's Home tab, and gives it. */
  openHome(): Promise<Locator>;
  /** The form that is open. */
  readonly form: Locator;
  /** Chooses in the only list of the form. */
  choose(label: string): Promise<void>;
  /** Fills the only field of the form for words. */
  fill(text: string): Promise<void>;
  /** Presses the button that sends the form. */
  submit(): Promise<void>;
  closeForm(): Promise<void>;
  screenshot(path: string): Promise<void>;
}

/** Opens the page and acts as the person with this name. */
export async function openSlackPage(browser: Browser, url: string, person: string): Promise<SlackPage> {
  const page: Page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  page.setDefaultTimeout(pagePatienceMs);
  await page.goto(url);
  await page.locator('.actas select').selectOption({ label: person });
  const form = page.locator('.modal');
  const thread = page.locator('.thread-pane');
  const closeThread = async () => {
    if (await thread.isVisible()) await page.locator('.thread-x').click();
  };
  return {
    form,
    async openConversation(name) {
      await closeThread();
      await page.locator('.sidebar-item').filter({ hasText: name }).first().click();
    },
    async write(text) {
      await page.locator('.main .composer-input').fill(text);
      await page.locator('.main .composer-send').click();
    },
    async openThread(text) {
      await closeThread();
      const root = page.locator('.main .msg').filter({ hasText: text }).last();
      await root.locator('.thread-summary').click();
      return thread.locator('.thread-body');
    },
    press: (label) => thread.getByRole('button', { name: label, exact: true }).last().click(),
    pressInConversation: (label) =>
      page.locator('.main .messages').getByRole('button', { name: label, exact: true }).last().click(),
    async openHome() {
      await page.locator('.sidebar-item').filter({ hasText: '🏠' }).click();
      return page.locator('.home-inner');
    },
    fill: (text) => form.locator('.bk-plain-input').fill(text),
    async choose(label) {
      await form.locator('.bk-select').selectOption({ label });
    },
    submit: () => form.locator('.modal-btn.primary').click(),
    closeForm: () => form.locator('.modal-x').click(),
    async screenshot(path) {
      await page.screenshot({ path });
    },
  };
}
