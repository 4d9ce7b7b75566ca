import { expect, expectAccessible, test } from './fixtures';

test('a sheet tells all shortcuts, and is not in the way of who writes', async ({ visit }) => {
  const { page, composer } = await visit('ivo-sheet');
  const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
  await composer.press('?');
  await expect(composer).toHaveValue('?');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('Control+/');
  await expect(sheet).toBeVisible();
  await expect(sheet.getByText('Go to a room or a person')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.getByRole('link', { name: 'lobby' }).focus();
  await page.keyboard.press('?');
  await expect(sheet).toBeVisible();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(sheet).toHaveCount(0);
});

test('keys lead from room to room, and to what is new', async ({ visit }) => {
  const jay = await visit('jay-keys');
  const kit = await visit('kit-keys');
  const heading = jay.page.getByRole('heading', { level: 1 });
  for (const room of ['keys-a', 'keys-b', 'keys-c', 'lobby']) {
    await jay.open(room);
  }
  await kit.open('keys-b');
  await kit.say('new here');
  await expect(jay.door('keys-b')).toContainText('new message');
  await jay.page.keyboard.press('Alt+ArrowDown');
  await expect(heading).toHaveText('#keys-a');
  await jay.page.keyboard.press('Alt+ArrowUp');
  await expect(heading).toHaveText('#lobby');
  await jay.page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(heading).toHaveText('#keys-b');
  await expect(jay.composer).toBeFocused();
});

test('Escape marks the room as read', async ({ visit, server }) => {
  const lea = await visit('lea-escape', server.url(), { viewport: { width: 900, height: 420 } });
  const mo = await visit('mo-escape');
  await lea.open('scroll');
  await mo.open('scroll');
  for (let i = 1; i <= 12; i++) {
    await mo.say(`step ${i}`);
  }
  await expect(lea.lines).toHaveCount(12);
  await lea.page.getByRole('log').evaluate((view) => view.scrollTo(0, 0));
  await expect(lea.page.getByRole('button', { name: 'Newest' })).toBeVisible();
  await mo.say('top');
  await expect(lea.door('scroll')).toContainText('1 new message');
  await lea.composer.press('Escape');
  await expect(lea.door('scroll')).not.toContainText('new message');
});
