import { Bot } from './bot';
import { device } from './device';
import { expect, expectAccessible, test, UNREACHED } from './fixtures';
import { PHONE } from './screens';
import { Thumb } from './thumb';
import { Visitor } from './visitor';

/** On a phone, with one thumb: it has room for whatever it taps, and nothing that counts is under the keyboard. */

const heading = ({ page }: Visitor) => page.getByRole('heading', { level: 1 });
const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const dialog = ({ page }: Visitor, name: string | RegExp) => page.getByRole('dialog', { name });
const item = ({ page }: Visitor, name: string) => page.getByRole('menu').getByText(name, { exact: true });

test('with a thumb one comes in, says something, and does to it what can be done', async ({
  browser,
  server,
  watch,
  visit,
}) => {
  const context = await browser.newContext({ ...PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
  const ada = new Visitor(await context.newPage(), 'ada-thumb');
  const { page, side } = ada;
  const thumb = new Thumb(ada);
  watch(page);
  await page.goto(`${server.url()}#/r/by-thumb`);
  await thumb.write(ada.entrance, ada.name, button(ada, 'Come in'));
  await thumb.say('hello');
  const bob = await visit('bob-thumb', `${server.url()}#/r/by-thumb`);
  await page.bringToFront();

  await test.step('other words', async () => {
    await thumb.act('Edit');
    const words = page.getByRole('textbox', { name: 'in other words' });
    await expect(words).toBeFocused();
    await thumb.write(words, ', all', button(ada, 'Save'));
    await bob.sees('hello, all (edited)');
  });

  await test.step('taking it back, or not', async () => {
    const asked = dialog(ada, 'Delete this message?');
    await thumb.act('Delete');
    await thumb.tap(asked.getByRole('button', { name: 'Cancel' }));
    await expect(asked).toHaveCount(0);
    await thumb.act('Delete');
    await thumb.tap(asked.getByRole('button', { name: 'Delete' }));
    await bob.sees('Message deleted');
  });

  await test.step('an emoji, and taking that back', async () => {
    await thumb.say('cake?');
    await thumb.act('React');
    await thumb.tap(page.getByRole('gridcell', { name: 'grinning face', exact: true }));
    await expect(bob.page.locator('.reactions')).toHaveText(/😀\s*1/);
    await thumb.tap(page.locator('.reactions button'));
    await expect(bob.page.locator('.reactions')).toHaveCount(0);
  });

  await test.step('a thread', async () => {
    await thumb.act('Reply');
    await thumb.write(ada.replying, 'with cherries', side.getByRole('button', { name: 'Send' }));
    await expect(ada.sideLines).toHaveText(['cake?', 'with cherries']);
    await thumb.tap(side.getByRole('button', { name: 'Back to the room' }));
    await expect(side).toHaveCount(0);
    await thumb.tap(ada.replies('cake?'));
    await expect(ada.sideLines).toHaveText(['cake?', 'with cherries']);
    await page.goBack();
    await expect(side).toHaveCount(0);
  });

  await test.step('a pin', async () => {
    await thumb.act('Pin');
    await expect(bob.page.getByText('Pinned', { exact: true })).toBeVisible();
    await thumb.tap(button(ada, 'Pinned messages'));
    await expect(ada.sideLines).toHaveText(['cake?']);
    await thumb.tap(side.getByRole('link', { name: 'Show in the room' }));
    await expect(side).toHaveCount(0);
    await expect(ada.lines.last()).toBeInViewport();
  });

  await test.step('a link to it, and what is unread from there', async () => {
    await thumb.act('Copy link');
    await expect(page.getByText('Link copied.')).toBeAttached();
    await thumb.act('Mark unread from here');
    await expect(page.getByText('Unread from there.')).toBeAttached();
    await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
    await expect(page.locator('parley-talk .led')).toContainText('cake?');
    await expect(page.locator('parley-talk .led')).toBeInViewport();
  });

  await test.step('somebody’s name', async () => {
    await thumb.write(ada.composer, '@bob-t');
    await thumb.tap(page.getByRole('option', { name: /bob-thumb/ }));
    await thumb.write(ada.composer, 'look', button(ada, 'Send'));
    await expect(bob.page.locator('.to-me .words')).toHaveText('@bob-thumb look');
  });

  await test.step('a day', async () => {
    await thumb.tap(button(ada, 'Go to a day'));
    await thumb.tap(dialog(ada, 'Go to a day').getByRole('button', { name: 'Go', exact: true }));
    await expect(dialog(ada, 'Go to a day')).toHaveCount(0);
    await expect(ada.lines.first()).toBeInViewport();
  });
  await expectAccessible(page);
  await context.close();
});

test('with a thumb one makes rooms, asks people in, and leaves', async ({ server, visit }) => {
  const bot = await Bot.at(server.url('127.0.0.1'));
  const cai = await visit('cai-thumb', server.url(), PHONE);
  const dee = await visit('dee-thumb');
  const { page } = cai;
  const thumb = new Thumb(cai);
  const details = page.getByRole('dialog').filter({ has: page.locator('#details-title') });
  const making = dialog(cai, 'Begin something new');
  const begin = async (kind: string) => {
    await thumb.toRooms();
    await thumb.tap(button(cai, 'New room or conversation'));
    await thumb.tap(making.getByText(kind, { exact: true }));
  };
  const pick = async (name: string) => {
    await thumb.write(page.locator('#picker'), name.slice(0, -1));
    await thumb.tap(page.locator('#picks').getByRole('option', { name, exact: true }));
  };
  await page.bringToFront();
  await expect(cai.people).toContainText(['dee-thumb']);

  await test.step('a message that is refused is sent again, once it can be', async () => {
    await thumb.go('@eli-thumb');
    await thumb.write(cai.composer, 'are you there?', button(cai, 'Send'));
    await expect(cai.refused.getByRole('alert')).toContainText('There is nobody of that name.');
    const eli = await visit('eli-thumb');
    await page.bringToFront();
    await thumb.tap(cai.refused.getByRole('button', { name: 'Send again' }));
    await expect(eli.door('cai-thumb')).toContainText('new message');
  });

  await test.step('a private room, which is archived and opened again', async () => {
    await begin('Private room');
    await thumb.write(making.getByLabel('Title'), 'Thumbed secret');
    await pick('dee-thumb');
    await thumb.tap(making.getByRole('button', { name: 'Make the room' }));
    await expect(heading(cai)).toHaveText('Thumbed secret');
    await button(dee, 'Join Thumbed secret').click();
    await thumb.say('nobody else hears this');
    await dee.sees('nobody else hears this');
    await thumb.tap(button(cai, 'About Thumbed secret'));
    await pick('eli-thumb');
    await thumb.tap(details.getByRole('button', { name: 'Invite', exact: true }));
    await expect(details.getByText('eli-thumb is invited')).toBeVisible();
    await thumb.tap(details.getByRole('button', { name: 'Archive this room' }));
    await expect(dee.page.getByText('This room is archived')).toBeVisible();
    await thumb.tap(details.getByRole('button', { name: 'Open it again' }));
    await expect(dee.composer).toBeVisible();
    await thumb.tap(details.getByRole('button', { name: 'Close' }));
    await expect(details).toHaveCount(0);
  });

  await test.step('conversations of two and of three', async () => {
    await thumb.tap(button(cai, /^People/));
    await thumb.tap(page.getByRole('complementary').getByRole('link', { name: 'Write to dee-thumb' }));
    await expect(heading(cai)).toHaveText('@dee-thumb');
    await thumb.say('psst');
    await expect(dee.door('cai-thumb')).toContainText('new message');
    await begin('Conversation');
    await pick('dee-thumb');
    await pick('eli-thumb');
    await thumb.tap(making.getByRole('button', { name: 'Write to them' }));
    await expect(heading(cai)).toHaveText('dee-thumb and eli-thumb');
    await thumb.say('the three of us');
  });

  await test.step('an invitation is taken, another one is not, and the room is left', async () => {
    for (const title of ['Thumbed one', 'Thumbed two']) {
      const { recipient } = await bot.enter({ type: 'create', kind: 'private', title });
      await bot.enter({ type: 'invite', recipient, person: '@cai-thumb' });
    }
    await thumb.toRooms();
    await thumb.tap(button(cai, 'Decline Thumbed two'));
    await expect(button(cai, 'Decline Thumbed two')).toHaveCount(0);
    await thumb.tap(button(cai, 'Join Thumbed one'));
    await expect(heading(cai)).toHaveText('Thumbed one');
    await thumb.tap(button(cai, 'About Thumbed one'));
    await thumb.tap(details.getByRole('button', { name: 'Leave this room' }));
    await thumb.tap(dialog(cai, /^Leave/).getByRole('button', { name: 'Leave' }));
    await expect(heading(cai)).toHaveText('#lobby');
    await expect(details).toHaveCount(0);
  });

  await test.step('a favourite is muted, and left, from its menu', async () => {
    await thumb.go('#thumbed-attic');
    await thumb.go('#lobby');
    await thumb.toRooms();
    const more = button(cai, 'More about thumbed-attic');
    await thumb.tap(more);
    await thumb.tap(item(cai, 'Favourite'));
    await expect(page.getByRole('list', { name: 'Favourites' }).getByRole('link')).toHaveText([/thumbed-attic/]);
    await thumb.tap(more);
    await thumb.tap(item(cai, 'Mute'));
    await expect(cai.door('thumbed-attic')).toContainText('muted');
    await thumb.tap(more);
    await thumb.tap(item(cai, 'Leave'));
    await expect(cai.door('thumbed-attic')).toHaveCount(0);
  });

  await test.step('what is unread, and the door where one is already', async () => {
    await dee.say('has anybody heard that?');
    await expect(cai.door('Thumbed secret')).toContainText('1 new message');
    await thumb.tap(cai.door('Thumbed secret'));
    await expect(heading(cai)).toHaveText('Thumbed secret');
    await expect(page.locator('.new')).toBeInViewport();
    await thumb.toRooms();
    await expect(cai.door('Thumbed secret')).not.toContainText('new message');
    await thumb.tap(cai.door('Thumbed secret'));
    await expect(page.locator('parley-rooms')).toBeHidden();
  });
  bot.close();
});

test.describe('with a thumb', () => {
  test.use({ expected: UNREACHED });

  test('one goes on with a draft elsewhere, is seen writing, is without a network and back, and chooses how the page is', async ({
    visit,
    browser,
    front,
  }) => {
    const fay = await visit('fay-thumb', `${front.url()}#/r/thumb-front`, PHONE);
    const gil = await visit('gil-thumb', `${front.url()}#/r/thumb-front`);
    const { page } = fay;
    const thumb = new Thumb(fay);
    const desk = await device(browser, fay);
    await page.bringToFront();

    await thumb.write(fay.composer, 'a word that');
    await expect(gil.page.locator('parley-chat > main > .typing')).toHaveText('fay-thumb is writing…');
    await expect(desk.composer).toHaveValue('a word that');
    await thumb.write(fay.composer, ' counts', button(fay, 'Send'));
    await gil.sees('a word that counts');
    await expect(desk.composer).toHaveValue('');
    await desk.page.context().close();

    front.leave();
    await page.context().setOffline(true);
    await expect(fay.banner).toContainText('You are offline');
    await thumb.write(fay.composer, 'into the dark', button(fay, 'Send'));
    await expect(fay.waiting).toHaveText([/into the dark/]);
    await thumb.tap(fay.banner.getByRole('button', { name: 'Try now' }));
    front.return();
    await page.context().setOffline(false);
    await expect(fay.pending).toHaveCount(0, { timeout: 40_000 });
    await expect(gil.banner).toBeEmpty({ timeout: 40_000 }); // they came by the same line
    await gil.sees('into the dark');

    const settings = page.getByRole('dialog');
    await thumb.toRooms();
    await thumb.tap(button(fay, 'Settings'));
    await thumb.tap(settings.getByText('Dark', { exact: true }));
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await settings.getByLabel('Language').selectOption('Deutsch');
    await thumb.tap(settings.getByRole('button', { name: 'Schließen' }));
    await expect(settings).toHaveCount(0);
    await expect(button(fay, 'Einstellungen')).toBeVisible();
  });
});
