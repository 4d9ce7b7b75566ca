import { Browser, BrowserContextOptions, expect } from '@playwright/test';
import { Visitor } from './visitor';

/** One more device of the same person: another browser with their cookie. */
export async function device(browser: Browser, of: Visitor, options: BrowserContextOptions = {}): Promise<Visitor> {
  const { cookies } = await of.page.context().storageState();
  const context = await browser.newContext({ ...options, storageState: { cookies, origins: [] } });
  const page = await context.newPage();
  await page.goto(of.page.url());
  const visitor = new Visitor(page, of.name);
  await expect(visitor.composer).toBeVisible();
  return visitor;
}
