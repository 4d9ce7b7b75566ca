import { device } from './device';
import { expect, test } from './fixtures';
import { Server } from './server';
import { Visitor } from './visitor';

test('a draft on two devices', async ({ visit, browser }) => {
  const desk = await visit('dorothea');
  await desk.open('den');
  const phone = await device(browser, desk);
  await phone.open('lobby');
  await desk.composer.pressSequentially('hello all, and');
  await expect(phone.door('den')).toContainText('draft');
  await phone.door('den').click();
  await expect(phone.composer).toHaveValue('hello all, and');
  await expect(phone.door('den')).not.toContainText('draft');

  await phone.composer.pressSequentially(' good night');
  await expect(desk.composer).toHaveValue('hello all, and good night');
  await phone.composer.press('Enter');
  await expect(phone.lines).toHaveText(['hello all, and good night']);
  await expect(desk.composer).toHaveValue('');

  await desk.composer.pressSequentially('mine');
  await phone.composer.pressSequentially('yours');
  await expect(phone.composer).toHaveValue('yours');
  await expect(desk.composer).toHaveValue('mine');
  await expect(desk.composer).toHaveValue('yours', { timeout: 20_000 });
  await phone.page.context().close();
});

test('a draft survives a killed tab', async ({ visit, server }) => {
  const kitty = await visit('kitty');
  await kitty.open('crypt');
  await kitty.composer.pressSequentially('before the light went');
  const gone = kitty.page.waitForEvent('crash');
  const chrome = await kitty.page.context().newCDPSession(kitty.page);
  void chrome.send('Page.crash').catch(() => undefined); // nobody is left to answer
  await gone;
  const again = await kitty.another(`${server.url()}#/r/crypt`);
  await expect(again.composer).toHaveValue('before the light went');
});

test('a draft to somebody whom one has never written to stays where it was begun', async ({ visit }) => {
  const louisa = await visit('louisa');
  await visit('moritz');
  await louisa.open('@moritz');
  await louisa.composer.pressSequentially('have you');
  await louisa.open('lobby');
  await expect(louisa.composer).toHaveValue('');
  await expect(louisa.door('moritz')).toContainText('draft');
  await louisa.page.reload();
  await louisa.door('moritz').click();
  await expect(louisa.composer).toHaveValue('have you');
  await louisa.say('have you a minute?');
  await expect(louisa.pending).toHaveCount(0);
  await louisa.open('lobby');
  await expect(louisa.door('moritz')).not.toContainText('draft');
});

test('who signs out leaves no draft behind', async ({ visit, server }) => {
  const nedda = await visit('nedda');
  await nedda.open('loft-room');
  await nedda.composer.pressSequentially('a secret');
  await nedda.page.getByRole('button', { name: 'Sign out' }).click();
  await nedda.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(nedda.entrance).toBeVisible();
  expect(await nedda.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('secret');
  const other = new Visitor(nedda.page, 'nelly');
  await other.comeIn(`${server.url()}#/r/loft-room`);
  await expect(other.composer).toHaveValue('');
});

test.describe('without a server', () => {
  test.use({ expected: /WebSocket connection to .* failed|ERR_CONNECTION_REFUSED/ });

  test('what is begun comes to the other devices later', async ({ visit, browser }) => {
    const server = await Server.at('/');
    try {
      const oralie = await visit('oralie', server.url());
      await oralie.open('barn');
      await expect(oralie.people).toContainText(['oralie']);
      await server.stop();
      await expect(oralie.banner).toContainText('Connection lost');
      await oralie.composer.pressSequentially('in the dark');
      await server.start();
      await expect(oralie.people).toContainText(['oralie'], { timeout: 40_000 });
      const phone = await device(browser, oralie);
      await expect(phone.composer).toHaveValue('in the dark');
      await phone.page.context().close();
    } finally {
      await server.close();
    }
  });
});
