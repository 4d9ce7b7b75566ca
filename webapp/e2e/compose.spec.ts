import { Locator } from '@playwright/test';
import { device } from './device';
import { AWAY, expect, expectAccessible, GONE, test } from './fixtures';
import { Server } from './server';
import { Visitor } from './visitor';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What is offered for the word at the cursor. */
const offers = ({ page }: Visitor): Locator => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
const chosen = (visitor: Visitor) => offers(visitor).and(visitor.page.locator('[aria-selected="true"]'));

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
  test.use({ expected: AWAY });

  test('what is begun comes to the other devices later', { tag: '@full' }, async ({ visit, browser }) => {
    const server = await Server.at('/');
    try {
      const oralie = await visit('oralie', server.url());
      await oralie.open('barn');
      await server.stop();
      await expect(oralie.banner).toContainText(GONE);
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

test('a person, a room and an emoji are found by their beginning, with the keyboard alone', async ({ visit }) => {
  const pilar = await visit('pilar');
  const quentin = await visit('quentin');
  await quentin.open('quiet-room');
  await pilar.open('quiet-room');
  await pilar.composer.pressSequentially('hello @que');
  await expect(chosen(pilar)).toHaveText(/quentin/);
  await expect(pilar.composer).toHaveAttribute('aria-activedescendant', (await chosen(pilar).getAttribute('id')) ?? '');
  await pilar.composer.press('Tab');
  await expect(pilar.composer).toHaveValue('hello @quentin ');
  await expect(offers(pilar)).toHaveCount(0);

  await pilar.composer.pressSequentially('in #qui');
  await pilar.composer.press('Enter');
  await expect(pilar.composer).toHaveValue('hello @quentin in #quiet-room ');
  await pilar.composer.pressSequentially(':tad');
  await expect(chosen(pilar)).toHaveText(/:tada:/);
  await pilar.composer.press('ArrowDown');
  await expect(chosen(pilar)).not.toHaveText(/:tada:/);
  await pilar.composer.press('ArrowUp');
  await pilar.composer.press('Enter');
  await expect(pilar.composer).toHaveValue('hello @quentin in #quiet-room 🎉 ');
  await pilar.composer.pressSequentially(':+1:');
  await expect(pilar.composer).toHaveValue('hello @quentin in #quiet-room 🎉 👍 ');
  await pilar.composer.press('Enter');
  await expect(quentin.lines.last()).toContainText('hello @quentin in #quiet-room 🎉');
});

test('nothing is in the way of who only writes', async ({ visit }) => {
  const raewyn = await visit('raewyn');
  await visit('raewyn-jo');
  await raewyn.open('walk');
  for (const text of ['mail a@rae', 'at 12:30', 'so: `@rae', '#1 is ', 'C#']) {
    await raewyn.composer.fill('');
    await raewyn.composer.pressSequentially(text);
    await expect(offers(raewyn)).toHaveCount(0);
  }
  await raewyn.composer.fill('');
  await raewyn.composer.pressSequentially('@raewyn');
  await expect(offers(raewyn)).toHaveText([/raewyn-jo/]);
  await raewyn.composer.press('Escape');
  await expect(offers(raewyn)).toHaveCount(0);
  await raewyn.composer.press('Enter');
  await expect(raewyn.lines.last()).toHaveText('@raewyn');
  await raewyn.composer.press('Tab');
  await expect(raewyn.composer).not.toBeFocused();
});

test('on a phone, a finger takes what is offered', async ({ visit, server }) => {
  const solveig = await visit('solveig', server.url(), PHONE);
  await visit('tamsin');
  await solveig.composer.tap();
  await solveig.composer.pressSequentially('so @tams');
  await expect(offers(solveig)).toHaveText([/tamsin/]);
  expect(await solveig.page.evaluate(() => innerWidth)).toBe(390);
  await expectAccessible(solveig.page);
  await offers(solveig).first().tap();
  await expect(solveig.composer).toHaveValue('so @tamsin ');
  await expect(solveig.composer).toBeFocused();
});

test('commands do what they say', async ({ visit }) => {
  const ulrike = await visit('ulrike');
  const viktor = await visit('viktor');
  await ulrike.composer.pressSequentially('/jo');
  await expect(chosen(ulrike)).toHaveText(/\/join\s*#room/);
  await ulrike.composer.press('Enter');
  await ulrike.composer.pressSequentially('#terrace');
  await ulrike.composer.press('Enter');
  await expect(ulrike.page.getByRole('heading', { level: 1 })).toHaveText('#terrace');
  await expect(ulrike.composer).toHaveValue('');
  await expect(ulrike.people).toContainText(['ulrike']);

  await ulrike.command('/topic Plants, and who waters them');
  await expect(ulrike.page.locator('h1 .topic')).toHaveText('Plants, and who waters them');
  await ulrike.command('/invite @viktor');
  await expect(viktor.page.getByRole('button', { name: 'Join #terrace' })).toBeVisible();
  await ulrike.command('/me waters them');
  await expect(ulrike.lines.last()).toContainText('waters them');
  await ulrike.command('//me');
  await expect(ulrike.lines.last()).toHaveText('/me');

  await ulrike.command('/frobnicate');
  await expect(ulrike.page.getByRole('alert')).toContainText('There is no command /frobnicate');
  await expect(ulrike.composer).toHaveValue('/frobnicate');
  await ulrike.command('/help');
  await expect(ulrike.page.getByRole('dialog', { name: 'What you can write' })).toContainText('/topic');
  await ulrike.page.keyboard.press('Escape');
  await expect(ulrike.composer).toBeFocused();

  await ulrike.command('/dm @viktor have you a minute?');
  await expect(ulrike.page.getByRole('heading', { level: 1 })).toHaveText('@viktor');
  await expect(ulrike.lines).toHaveText(['have you a minute?']);
  await ulrike.command('/leave');
  await expect(ulrike.page.getByRole('alert')).toContainText('can’t be left');
  await ulrike.open('terrace');
  await viktor.page.getByRole('button', { name: 'Join #terrace' }).click();
  await expect(viktor.page.getByRole('heading', { level: 1 })).toContainText('#terrace');
  await expect(viktor.people).toContainText(['viktor', 'ulrike']);
  await viktor.command('/leave');
  await expect(viktor.door('terrace')).toHaveCount(0);
});

test('writing is helped with links, emphasis and code', async ({ visit }) => {
  const willem = await visit('willem');
  await willem.open('bureau');
  await willem.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await willem.page.evaluate(() => navigator.clipboard.writeText('https://example.org/plan'));
  await willem.composer.pressSequentially('the plan');
  await willem.composer.evaluate((field: HTMLTextAreaElement) => {
    field.setSelectionRange(4, 8);
  });
  await willem.composer.press('ControlOrMeta+v');
  await expect(willem.composer).toHaveValue('the [plan](https://example.org/plan)');
  await willem.composer.press('ControlOrMeta+z');
  await expect(willem.composer).toHaveValue('the plan');
  await willem.composer.press('ControlOrMeta+a');
  await willem.composer.press('ControlOrMeta+b');
  await willem.composer.press('ControlOrMeta+i');
  await expect(willem.composer).toHaveValue('***the plan***');

  await willem.composer.fill('');
  await willem.composer.pressSequentially('```\nif (a)\n  b();\n```');
  await expect(willem.composer).toHaveValue('```\nif (a)\n  b();\n```');
  await expect(willem.lines).toHaveCount(0);
  await willem.composer.press('Enter');
  await expect(willem.composer).toHaveValue('');
});
