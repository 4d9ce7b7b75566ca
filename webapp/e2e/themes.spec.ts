import { BrowserContextOptions, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { DESK, PHONE } from './screens';

/** The colour of the page behind everything. */
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const PAPERS = {
  light: 'rgb(236, 238, 244)',
  dark: 'rgb(17, 19, 27)',
  'light, high contrast': 'rgb(255, 255, 255)',
  'dark, high contrast': 'rgb(0, 0, 0)',
} as const;

for (const [screen, options] of Object.entries({ desk: DESK, phone: PHONE })) {
  const tag = screen === 'phone' ? '@full' : [];
  test(
    `each look is chosen in the settings on a ${screen}, and nothing is in anybody’s way in it`,
    { tag },
    async ({ visit, server }) => {
      const look = { ...options, colorScheme: 'light', reducedMotion: 'reduce' } as const;
      const visitor = await visit(`lou-${screen}`, `${server.url()}#/r/looks-${screen}`, look);
      const { page } = visitor;
      await visitor.composer.fill('see https://example.org/ and `code`');
      await page.getByRole('button', { name: 'Send' }).click();
      await expect(visitor.lines).toHaveText('see https://example.org/ and code');
      await expect(visitor.pending).toHaveCount(0);
      for (const [scheme, isContrasting, colour] of [
        ['Dark', false, PAPERS.dark],
        ['Dark', true, PAPERS['dark, high contrast']],
        ['Light', true, PAPERS['light, high contrast']],
        ['Light', false, PAPERS.light],
        ['As on this device', false, PAPERS.light],
      ] as const) {
        await page.keyboard.press('Control+,');
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(scheme).check();
        const contrast = dialog.getByRole('switch', { name: 'High contrast' });
        if ((await contrast.getAttribute('aria-checked')) !== String(isContrasting)) {
          await contrast.click();
        }
        await expect(contrast).toHaveAttribute('aria-checked', String(isContrasting));
        await expect.poll(() => paper(page)).toBe(colour);
        await expectAccessible(page);
        await dialog.getByRole('button', { name: 'Close' }).click();
        await expect(dialog).toBeHidden();
        await expectAccessible(page);
      }
    },
  );
}

test('the keyboard alone is enough to choose how it looks', async ({ visit, server }) => {
  const { page } = await visit('max-theme', server.url(), { colorScheme: 'light' });
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('As on this device')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => paper(page)).toBe(PAPERS.dark);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect.poll(() => paper(page)).toBe(PAPERS['dark, high contrast']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog')).toContainText('Show the settings');
});

test('what was chosen is there before anything is drawn, and in other tabs at once', async ({ visit, server }) => {
  const nia = await visit('nia-theme', server.url(), { colorScheme: 'light' });
  const other = await nia.another(server.url());
  await nia.page.keyboard.press('Control+,');
  await nia.page.getByLabel('Dark').check();
  await expect.poll(() => paper(other.page)).toBe(PAPERS.dark);

  // The page's own script comes only after the first picture was drawn.
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await other.page.route(/main-.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const loading = other.page.reload({ waitUntil: 'load' });
  await expect(other.page.locator('html[data-theme="dark"]')).toBeAttached();
  await expect.poll(() => paper(other.page)).toBe(PAPERS.dark);
  await expect(other.page.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', '#11131b');
  await expect(other.page.getByRole('log')).toHaveCount(0);
  release();
  await loading;
  await expect(other.page.getByRole('log')).toBeVisible();
  await expect.poll(() => paper(other.page)).toBe(PAPERS.dark);
});

for (const [device, options, colour] of [
  ['is dark', { colorScheme: 'dark' }, PAPERS.dark],
  ['wants contrast', { colorScheme: 'light', contrast: 'more' }, PAPERS['light, high contrast']],
] as const satisfies readonly (readonly [string, BrowserContextOptions, string])[]) {
  test(`nobody has to choose anything where the device ${device}`, async ({ visit, server }) => {
    const { page } = await visit(`pia-${device.replaceAll(' ', '-')}`, server.url(), options);
    await expect.poll(() => paper(page)).toBe(colour);
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
    await expect.poll(() => paper(page)).toBe(PAPERS.light);
  });
}

test('where the device has colours of its own, what is chosen has an edge', async ({ visit, server }) => {
  const visitor = await visit('quin-theme', `${server.url()}#/r/edges`, { ...DESK, forcedColors: 'active' });
  await visitor.say('hello');
  await expectAccessible(visitor.page);
  const current = visitor.page.locator('parley-rooms [aria-current="page"]');
  expect(await current.evaluate((door) => getComputedStyle(door).outlineStyle)).toBe('solid');
});
