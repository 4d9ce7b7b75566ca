import { expect, Locator, Page } from '@playwright/test';

/** Somebody in front of a browser: what they do and see, in words. */
export class Visitor {
  constructor(
    readonly page: Page,
    readonly name: string,
  ) {}

  /** Opens the page and chooses a name. */
  async comeIn(url: string): Promise<void> {
    await this.page.goto(url);
    await this.entrance.fill(this.name);
    await this.page.getByRole('button', { name: 'Come in' }).click();
    await expect(this.page.getByRole('log')).toBeVisible();
  }

  /** Opens another tab of the same browser. */
  async another(url: string): Promise<Visitor> {
    const page = await this.page.context().newPage();
    await page.goto(url);
    return new Visitor(page, this.name);
  }

  /**
   * Sends a message, and sees it on the screen, perhaps in other signs; whether it has come to the server is for
   * {@link pending} to say.
   */
  async say(text: string, seen = text): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.lines.filter({ hasText: seen }).last()).toBeAttached();
  }

  /** Writes a command and has it done. */
  async command(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** Sees that this was said last. */
  async sees(text: string): Promise<void> {
    await expect(this.lines.last()).toHaveText(text);
  }

  /** A message by its words. */
  line(text: string): Locator {
    return this.page.locator('parley-talk .line').filter({ has: this.page.getByText(text, { exact: true }) });
  }

  /** Does something to a message, as its toolbar offers it. */
  async act(text: string, verb: string): Promise<void> {
    const line = this.line(text).last();
    await expect(async () => {
      await line.hover(); // again, if what was said meanwhile has moved it away from under the mouse
      await line.getByRole('button', { name: verb, exact: true }).click({ timeout: 2_000 });
    }).toPass();
  }

  /**
   * Opens a room (`#tea`, `tea`), and is in it, or a conversation (`@bob`), by its name. A room that one only passes
   * through before there is a connection is never joined.
   */
  async open(place: string): Promise<void> {
    await this.page.getByLabel('Go to a room, or to a person').fill(place);
    await this.page.getByLabel('Go to a room, or to a person').press('Enter');
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(place.replace(/^[#@]/, ''));
    if (!place.startsWith('@')) {
      await expect(this.people).toContainText([this.name]);
    }
  }

  /** Where somebody who is nobody yet chooses a name. */
  get entrance(): Locator {
    return this.page.getByLabel('What shall we call you?');
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Message to' });
  }

  /** What is said in the room, line by line. */
  get lines(): Locator {
    return this.page.locator('parley-talk .words');
  }

  /** What is read beside the room, … */
  get side(): Locator {
    return this.page.locator('parley-side');
  }

  /** … line by line. */
  get sideLines(): Locator {
    return this.side.locator('.words');
  }

  /** Where one replies. */
  get replying(): Locator {
    return this.page.getByRole('textbox', { name: 'Reply in this thread' });
  }

  /** Replies in the thread that is beside the room. */
  async reply(text: string): Promise<void> {
    await this.replying.fill(text);
    await this.replying.press('Enter');
    await expect(this.sideLines.filter({ hasText: text }).last()).toBeAttached();
  }

  /** How many replies a message has, as a button that leads to them. */
  replies(text: string): Locator {
    return this.line(text).locator('.replies');
  }

  /** Lines that have not come back from the server yet. */
  get pending(): Locator {
    return this.page.locator('parley-timeline [data-stage]');
  }

  /** Lines that the browser keeps, and that nobody sees to. */
  get waiting(): Locator {
    return this.page.locator('parley-timeline [data-stage="waiting"]');
  }

  /** Lines that were refused for good. */
  get refused(): Locator {
    return this.page.locator('parley-timeline [data-stage="refused"]');
  }

  get banner(): Locator {
    return this.page.locator('parley-banner');
  }

  door(name: string): Locator {
    return this.page.getByRole('navigation').getByRole('link', { name });
  }

  get people(): Locator {
    return this.page.locator('parley-people .name');
  }
}
