import { Bot } from './bot';
import { device } from './device';
import { expect, expectAccessible, test, UNREACHED } from './fixtures';
import { Keys } from './keys';
import { Visitor } from './visitor';

/** In front of a keyboard alone: nothing here is pressed by a mouse, and it is seen where the keyboard is at each step. */

const heading = ({ page }: Visitor) => page.getByRole('heading', { level: 1 });
const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const dialog = ({ page }: Visitor, name: string | RegExp) => page.getByRole('dialog', { name });
const item = ({ page }: Visitor, name: string) => page.getByRole('menu').getByText(name, { exact: true });

test('by keys one comes in, says something, and does to it what can be done', async ({
  browser,
  server,
  watch,
  visit,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const ada = new Visitor(await context.newPage(), 'ada-keyed');
  const { page } = ada;
  const keys = new Keys(ada);
  watch(page);
  await page.goto(`${server.url()}#/r/keyed`);
  await keys.at(ada.entrance);
  await keys.type(ada.name);
  await keys.press('Enter');
  await keys.say('helo');
  const bob = await visit('bob-keyed', `${server.url()}#/r/keyed`);
  await page.bringToFront();

  await test.step('other words', async () => {
    await keys.press('ArrowUp');
    await keys.at(page.getByRole('textbox', { name: 'in other words' }));
    await keys.press('Backspace');
    await keys.type('lo');
    await keys.press('Enter');
    await keys.at(ada.composer);
    await bob.sees('hello (edited)');
  });

  await test.step('taking it back, or not', async () => {
    const asked = dialog(ada, 'Delete this message?');
    for (const [key, left] of [
      ['Escape', keys.last],
      ['Enter', ada.composer],
    ] as const) {
      await keys.press('Escape');
      await keys.toLast();
      await keys.press('Tab', 'ArrowLeft');
      await keys.at(keys.verb('Delete'));
      await keys.press('Enter');
      await keys.at(asked.getByRole('button', { name: 'Cancel' }));
      await keys.press('Tab');
      await keys.at(asked.getByRole('button', { name: 'Delete' }));
      await keys.press(key);
      await expect(asked).toHaveCount(0);
      await keys.at(left);
    }
    await bob.sees('Message deleted');
  });

  await test.step('an emoji, and taking that back', async () => {
    const chip = page.locator('.reactions button');
    await keys.say('cake?');
    await keys.toLast();
    await keys.press('+');
    await keys.at(page.getByRole('searchbox', { name: 'Find an emoji by its name' }));
    await keys.type('party popper');
    await keys.press('Enter');
    await keys.at(keys.last);
    await expect(bob.page.locator('.reactions')).toHaveText(/🎉\s*1/);
    await keys.press('Tab');
    await keys.at(chip);
    await keys.press('Enter');
    await expect(chip).toHaveCount(0);
    await keys.at(keys.last);
  });

  await test.step('a thread', async () => {
    await keys.press('r');
    await keys.at(ada.replying);
    await keys.type('with cherries');
    await keys.press('Enter');
    await expect(ada.sideLines).toHaveText(['cake?', 'with cherries']);
    await keys.press('Escape');
    await expect(ada.side).toHaveCount(0);
    await expect(ada.replies('cake?')).toContainText('1 reply');
    await keys.at(keys.last);
    await keys.press('Tab');
    await keys.at(ada.replies('cake?'));
    await keys.press('Enter');
    await keys.at(ada.replying);
    await keys.press('Escape');
    await keys.at(keys.last);
  });

  await test.step('a pin', async () => {
    await keys.to(keys.verb('Pin'));
    await keys.press('Enter');
    await expect(bob.page.getByText('Pinned', { exact: true })).toBeVisible();
    await keys.at(keys.verb('Unpin'));
    await keys.back(button(ada, 'Pinned messages'));
    await keys.press('Enter');
    await keys.at(ada.side);
    await keys.to(ada.side.locator('.line'));
    await keys.to(ada.side.getByRole('button', { name: 'Unpin' }));
    await keys.press('Enter');
    await expect(ada.sideLines).toHaveCount(0);
    await keys.at(ada.side);
    await keys.press('Escape');
    await keys.at(ada.composer);
  });

  await test.step('a link to it, and what is unread from there', async () => {
    await keys.toLast();
    await keys.to(keys.verb('Copy link'));
    await keys.press('Enter');
    await expect(page.getByText('Link copied.')).toBeAttached();
    await keys.at(keys.verb('Copy link'));
    await keys.press('ArrowRight');
    await keys.at(keys.verb('Mark unread from here'));
    await keys.press('Enter');
    await expect(page.getByText('Unread from there.')).toBeAttached();
    await keys.press('Escape');
    await keys.at(ada.composer);
    await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
    await keys.at(page.locator('parley-talk .led'));
    await keys.press('Escape');
  });

  await test.step('somebody’s name', async () => {
    await keys.at(ada.composer);
    await keys.type('@bob-k');
    await expect(page.getByRole('option', { selected: true })).toHaveText(/bob-keyed/);
    await keys.press('Enter');
    await keys.type('look');
    await keys.press('Enter');
    await expect(bob.page.locator('.to-me .words')).toHaveText('@bob-keyed look');
    await keys.at(ada.composer);
  });

  await test.step('a day', async () => {
    const day = dialog(ada, 'Go to a day').getByLabel('Go to a day');
    await keys.back(button(ada, 'Go to a day'));
    await keys.press('Enter');
    await keys.at(day);
    await keys.press('Escape');
    await expect(page.locator('parley-dating')).toHaveCount(0); // not only closed: it is gone a moment later
    await keys.at(button(ada, 'Go to a day'));
    await keys.press('Enter');
    await keys.at(day);
    await keys.press('Enter');
    await expect(day).toHaveCount(0);
    await keys.at(page.locator('parley-talk .line').first());
    await keys.press('Escape');
    await keys.at(ada.composer);
  });
  await context.close();
});

test('by keys one makes rooms, asks people in, and leaves', async ({ server, visit }) => {
  const bot = await Bot.at(server.url('127.0.0.1'));
  const cai = await visit('cai-keyed');
  const dee = await visit('dee-keyed');
  const { page } = cai;
  const keys = new Keys(cai);
  const details = page.getByRole('dialog').filter({ has: page.locator('#details-title') });
  const making = dialog(cai, 'Begin something new');
  const picker = page.locator('#picker');
  /** Begins a room or a conversation of this kind, the first of which is marked. */
  const begin = async (kind: string, ...steps: readonly string[]) => {
    await keys.back(button(cai, 'New room or conversation'));
    await keys.press('Enter');
    await keys.at(making.getByLabel('Name'));
    await keys.press('Shift+Tab', ...steps);
    await keys.at(making.getByLabel(kind));
  };
  const pick = async (name: string) => {
    await keys.at(picker);
    await keys.type(name.slice(0, -1));
    await expect(page.locator('#picks').getByRole('option', { selected: true })).toContainText(name);
    await keys.press('Enter');
  };
  await page.bringToFront();
  await expect(cai.people).toContainText(['dee-keyed']);

  await test.step('a message that is refused is sent again, once it can be', async () => {
    await keys.go('@eli-keyed');
    await keys.type('are you there?');
    await keys.press('Enter');
    await expect(cai.refused.getByRole('alert')).toContainText('There is nobody of that name.');
    await keys.back(cai.refused.getByRole('button', { name: 'Send again' }));
    await keys.press('Enter');
    await keys.at(keys.last);
    await expect(cai.refused).toHaveCount(1);
    const eli = await visit('eli-keyed');
    await page.bringToFront();
    await keys.to(cai.refused.getByRole('button', { name: 'Send again' }));
    await keys.press('Enter');
    await expect(eli.door('cai-keyed')).toContainText('new message');
    await keys.at(keys.last);
    await keys.press('Escape');
    await keys.go('@nobody-keyed');
    await keys.type('and you?');
    await keys.press('Enter');
    await keys.back(cai.refused.getByRole('button', { name: 'Delete' }));
    await keys.press('Enter');
    await expect(cai.lines).toHaveCount(0);
    await keys.at(cai.composer);
  });

  await test.step('a private room', async () => {
    await begin('Private room', 'ArrowDown');
    await keys.to(making.getByLabel('Title'));
    await keys.type('Keyed secret');
    await keys.to(picker);
    await pick('dee-keyed');
    await keys.press('Enter');
    await expect(heading(cai)).toHaveText('Keyed secret');
    await keys.at(cai.composer);
    await button(dee, 'Join Keyed secret').click();
    await keys.say('nobody else hears this');
    await dee.sees('nobody else hears this');
  });

  await test.step('one more is asked in, and it is archived and opened again', async () => {
    await keys.back(button(cai, 'About Keyed secret'));
    await keys.press('Enter');
    await keys.to(picker);
    await pick('eli-keyed');
    await keys.press('Enter');
    await expect(details.getByText('eli-keyed is invited')).toBeVisible();
    await keys.to(details.getByRole('button', { name: 'Take back the invitation of eli-keyed' }));
    await keys.press('Enter');
    await keys.at(details.getByRole('list', { name: 'People' }));
    await keys.to(details.getByRole('button', { name: 'Archive this room' }));
    await keys.press('Enter');
    await expect(dee.page.getByText('This room is archived')).toBeVisible();
    await keys.at(details.getByRole('button', { name: 'Open it again' }));
    await keys.press('Enter');
    await expect(dee.composer).toBeVisible();
    await keys.press('Escape');
    await keys.at(button(cai, 'About Keyed secret'));
  });

  await test.step('conversations of two and of three', async () => {
    await keys.to(button(cai, 'More about dee-keyed').last());
    await keys.press('Enter');
    await keys.at(item(cai, 'Write to them'));
    await keys.press('Enter');
    await expect(heading(cai)).toHaveText('@dee-keyed');
    await keys.say('psst');
    await expect(dee.door('cai-keyed')).toContainText('new message');
    await begin('Conversation', 'ArrowUp');
    await expect(making.getByLabel('Name')).toHaveCount(0);
    await keys.to(picker);
    await pick('dee-keyed');
    await pick('eli-keyed');
    await keys.press('Enter');
    await expect(heading(cai)).toHaveText('dee-keyed and eli-keyed');
    await keys.say('the three of us');
  });

  await test.step('an invitation is taken, another one is not', async () => {
    for (const title of ['Keyed one', 'Keyed two']) {
      const { recipient } = await bot.enter({ type: 'create', kind: 'private', title });
      await bot.enter({ type: 'invite', recipient, person: '@cai-keyed' });
    }
    await keys.back(button(cai, 'Decline Keyed two'));
    await keys.press('Enter');
    await expect(button(cai, 'Decline Keyed two')).toHaveCount(0);
    await keys.at(page.locator('#rooms'));
    await keys.to(button(cai, 'Join Keyed one'));
    await keys.press('Enter');
    await expect(heading(cai)).toHaveText('Keyed one');
    await keys.at(cai.composer);
  });

  await test.step('and left, from what is told about it', async () => {
    await keys.back(button(cai, 'About Keyed one'));
    await keys.press('Enter');
    await keys.to(details.getByRole('button', { name: 'Leave this room' }));
    await keys.press('Enter');
    const confirming = dialog(cai, /^Leave/);
    await keys.to(confirming.getByRole('button', { name: 'Leave' }));
    await keys.press('Enter');
    await expect(heading(cai)).toHaveText('#lobby');
    await expect(details).toHaveCount(0);
    await keys.at(cai.composer);
  });

  await test.step('a favourite that is muted, and left, from its menu', async () => {
    await keys.go('#keyed-attic');
    await keys.go('#lobby');
    const more = button(cai, 'More about keyed-attic');
    await keys.back(more);
    await keys.press('Enter');
    await keys.at(item(cai, 'Favourite'));
    await expectAccessible(page);
    await keys.press('Enter');
    await expect(page.getByRole('list', { name: 'Favourites' }).getByRole('link')).toHaveText([/keyed-attic/]);
    await keys.at(more);
    await keys.press('Enter');
    await keys.at(item(cai, 'Favourite'));
    await keys.press('ArrowDown');
    await keys.at(item(cai, 'Mute'));
    await keys.press('Enter');
    await expect(cai.door('keyed-attic')).toContainText('muted');
    await keys.at(more);
    await keys.press('Enter');
    await keys.at(item(cai, 'Favourite'));
    await keys.press('End');
    await keys.at(item(cai, 'Leave'));
    await keys.press('Enter');
    await expect(cai.door('keyed-attic')).toHaveCount(0);
    await keys.at(page.locator('#rooms'));
  });

  await test.step('what is unread', async () => {
    await dee.say('has anybody heard that?');
    await expect(cai.door('Keyed secret')).toContainText('1 new message');
    await keys.press('Alt+Shift+ArrowDown');
    await expect(heading(cai)).toHaveText('Keyed secret');
    await expect(page.locator('.new')).toBeVisible();
    await keys.at(cai.composer);
    await keys.go('#lobby');
    await dee.say('@cai-keyed perhaps');
    await expect(cai.door('Keyed secret')).toContainText('1 new message, for you');
    await keys.back(page.locator('.views').getByRole('link', { name: /^Unread/ }));
    await keys.press('Enter');
    await expect(heading(cai)).toHaveText('Unread');
    await keys.to(button(cai, 'Mark as read: Keyed secret'));
    await keys.press('Enter');
    await keys.at(page.locator('parley-unread .sum'));
    await expect(cai.door('Keyed secret')).not.toContainText('new message');
    await keys.back(cai.door('Keyed secret'));
    await keys.press('Enter');
    await expect(heading(cai)).toHaveText('Keyed secret');
    await keys.at(cai.composer);
  });
  bot.close();
});

test.describe('by keys', () => {
  test.use({ expected: UNREACHED });

  test('one goes on with a draft elsewhere, is seen writing, is without a network and back, and chooses how the page is', async ({
    visit,
    browser,
    front,
  }) => {
    const fay = await visit('fay-keyed', `${front.url()}#/r/keyed-front`);
    const gil = await visit('gil-keyed', `${front.url()}#/r/keyed-front`);
    const { page } = fay;
    const keys = new Keys(fay);
    const other = await device(browser, fay);
    const elsewhere = new Keys(other);

    await elsewhere.go('#lobby');
    await page.bringToFront();
    await keys.at(fay.composer);
    await keys.type('a word that');
    await expect(gil.page.locator('parley-chat > main > .typing')).toHaveText('fay-keyed is writing…');
    await expect(other.door('keyed-front')).toContainText('draft');
    await other.page.bringToFront();
    await elsewhere.go('#keyed-front');
    await expect(other.composer).toHaveValue('a word that');
    await elsewhere.type(' counts');
    await elsewhere.press('Enter');
    await gil.sees('a word that counts');
    await expect(fay.composer).toHaveValue('');
    await other.page.context().close();
    await page.bringToFront();

    front.leave();
    await page.context().setOffline(true);
    await expect(fay.banner).toContainText('You are offline');
    await keys.at(fay.composer);
    await keys.type('into the dark');
    await keys.press('Enter');
    await expect(fay.waiting).toHaveText([/into the dark/]);
    await keys.back(fay.banner.getByRole('button', { name: 'Try now' }));
    front.return();
    await page.context().setOffline(false);
    await expect(fay.pending).toHaveCount(0, { timeout: 40_000 });
    await expect(gil.banner).toBeEmpty({ timeout: 40_000 }); // they came by the same line
    await gil.sees('into the dark');
    await expect(fay.banner).toBeEmpty();
    await keys.at(fay.composer);

    const settings = page.getByRole('dialog');
    await keys.press('Control+,');
    await keys.at(settings.getByRole('combobox'));
    await keys.press('ArrowDown');
    await expect(page.locator('html')).not.toHaveAttribute('lang', 'en');
    await keys.press('ArrowUp');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await keys.press('Tab', 'ArrowUp');
    await keys.at(settings.getByLabel('Dark'));
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await keys.press('Escape');
    await expect(settings).toHaveCount(0);
    await keys.at(fay.composer);
  });
});
