import { expect, Page } from '@playwright/test';

/** What a device says of how its owner wants pages to look. */
export type Look = NonNullable<Parameters<Page['emulateMedia']>[0]>;

const PLAIN = { contrast: 'no-preference', forcedColors: 'none' } as const;

/** All that a page can look like, by name. */
export const LOOKS: readonly (readonly [string, Look])[] = [
  ['light', { ...PLAIN, colorScheme: 'light' }],
  ['dark', { ...PLAIN, colorScheme: 'dark' }],
  ['light with contrast', { ...PLAIN, colorScheme: 'light', contrast: 'more' }],
  ['dark with contrast', { ...PLAIN, colorScheme: 'dark', contrast: 'more' }],
  ['in light colours of the device', { ...PLAIN, colorScheme: 'light', forcedColors: 'active' }],
  ['in dark colours of the device', { ...PLAIN, colorScheme: 'dark', forcedColors: 'active' }],
];

/** Has the page look so, and waits until that is drawn. */
export async function show(page: Page, look: Look): Promise<void> {
  await page.emulateMedia(look);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** Another tab of the same browser, in which it is chosen what the page speaks: the first one follows at once. */
export class Hand {
  private constructor(
    private readonly tab: Page,
    private readonly page: Page,
  ) {}

  static async of(page: Page, url: string): Promise<Hand> {
    const tab = await page.context().newPage();
    await tab.goto(url);
    await expect(tab.getByRole('log')).toBeVisible();
    await tab.keyboard.press('Control+,');
    await expect(tab.locator('parley-settings dialog')).toBeVisible();
    return new Hand(tab, page);
  }

  async speak(tag: string): Promise<void> {
    await this.tab.locator('parley-settings select').selectOption(tag);
    await expect(this.page.locator('html')).toHaveAttribute('lang', tag);
  }
}
