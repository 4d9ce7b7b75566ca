import { Bot } from './bot';
import { expect, expectAccessible, test } from './fixtures';
import { PHONE } from './screens';
import { Server } from './server';
import { Visitor } from './visitor';

const heading = ({ page }: Visitor) => page.getByRole('heading', { level: 1 });
/** The way to a view, with how much waits there. */
const view = ({ page }: Visitor, name: RegExp) => page.locator('.views').getByRole('link', { name });
const places = ({ page }: Visitor) => page.locator('parley-unread section');
const excerpts = ({ page }: Visitor) => page.locator('parley-mentions li');

test('all that is unread is in one view, the most urgent first', async ({ visit }) => {
  const ann = await visit('ann-unread');
  const bob = await visit('bob-unread');
  await ann.open('plain-talk');
  await ann.open('named-talk');
  await ann.open('lobby');
  await bob.open('plain-talk');
  await bob.say('first of all');
  await bob.say('**second**', 'second');
  await bob.say('third');
  await bob.say('fourth');
  await bob.open('named-talk');
  await bob.say('have you seen this, @ann-unread?');
  await bob.open('@ann-unread');
  await bob.say('psst');
  await expect(view(ann, /^Unread/).locator('.badge')).toHaveText('6');
  await expect(view(ann, /^Mentions/).locator('.badge')).toHaveText('1');

  await view(ann, /^Unread/).click();
  await expect(heading(ann)).toHaveText('Unread');
  await expect(ann.page).toHaveTitle(/Unread/);
  await expect(places(ann).getByRole('heading')).toHaveText([/named-talk/, /bob-unread/, /plain-talk/]);
  const plain = places(ann).nth(2);
  await expect(plain.locator('.words')).toHaveText(['first of all', 'second', 'third']);
  await expect(plain).toContainText('and 1 more');
  await expectAccessible(ann.page);

  await places(ann).nth(1).getByRole('button', { name: 'Mark as read: bob-unread' }).click();
  await expect(places(ann)).toHaveCount(2);
  await plain.or(places(ann).nth(1)).locator('.words').first().click();
  await expect(heading(ann)).toHaveText('#plain-talk');
  await expect(ann.line('first of all')).toBeInViewport();
  await expect(ann.door('plain-talk').locator('.badge')).toHaveCount(0);
  await ann.page.goBack();
  await expect(heading(ann)).toHaveText('Unread');
  await expect(places(ann)).toHaveCount(1);
  await ann.page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(ann.page.getByText('You have read everything.')).toBeFocused();
  await expect(view(ann, /^Unread/).locator('.badge')).toHaveCount(0);
});

test('new replies in a thread are told, too, and can be marked as read', async ({ visit }) => {
  const eva = await visit('eva-replies');
  const fin = await visit('fin-replies');
  await eva.open('reply-talk');
  await eva.say('who comes along?');
  await eva.open('lobby');
  await fin.open('reply-talk');
  await fin.act('who comes along?', 'Reply');
  await fin.reply('I do');
  await view(eva, /^Unread/).click();
  await expect(places(eva).filter({ hasText: 'reply-talk' })).toContainText('New replies in a thread');
  await eva.page.getByRole('button', { name: 'Mark as read: reply-talk' }).click();
  await expect(places(eva).filter({ hasText: 'reply-talk' })).toHaveCount(0);
});

test('nothing counts as read while one looks at a view, and what comes is there at once', async ({ visit }) => {
  const cem = await visit('cem-views');
  const dov = await visit('dov-says');
  await cem.open('behind-it');
  await view(cem, /^Unread/).click();
  await expect(cem.page.getByText('You have read everything.')).toBeVisible();
  await dov.open('behind-it');
  await dov.say('are you there?');
  await expect(places(cem).locator('.words')).toHaveText(['are you there?']);
  await dov.act('are you there?', 'Edit');
  await dov.page.getByLabel('Your message, in other words').fill('never mind');
  await dov.page.keyboard.press('Enter');
  await expect(places(cem).locator('.words')).toHaveText(['never mind']);
});

test('what was said long before the tail is read for the excerpt', async ({ visit }) => {
  const server = await Server.at('/', { 'parley.limit.rate': '0' });
  try {
    const eli = await visit('eli-away', server.url());
    await eli.open('long-away');
    await eli.open('lobby');
    const { page } = eli;
    await page.goto('about:blank');
    const bot = await Bot.at(server.url());
    await bot.enter({ type: 'join', recipient: '#long-away' });
    await bot.say(
      '#long-away',
      Array.from({ length: 120 }, (_, i) => (i ? `number ${i}` : 'the very first, @eli-away')),
    );
    bot.close();
    await page.goto(`${server.url()}#/unread`);
    await expect(places(eli).locator('.words')).toHaveText(['the very first, @eli-away', 'number 1', 'number 2']);
    await page.goto(`${server.url()}#/mentions`);
    await expect(excerpts(eli)).toHaveText([/long-away.*the very first/s]);
    await excerpts(eli).first().click();
    await expect(eli.line('the very first, @eli-away')).toBeInViewport();
    await page.close();
  } finally {
    await server.close();
  }
});

test('where one was named is listed over all rooms, and leads there, by keys', async ({ visit }) => {
  const fay = await visit('fay-named');
  const gil = await visit('gil-names');
  await fay.open('calls-one');
  await fay.open('calls-two');
  await fay.open('lobby');
  await gil.open('calls-one');
  await gil.say('one for @fay-named');
  await gil.open('calls-two');
  await gil.say('and @here for all');
  await gil.say('no names');
  await expect(view(fay, /^Mentions/).locator('.badge')).toHaveText('2');
  await view(fay, /^Mentions/).focus();
  await fay.page.keyboard.press('Enter');
  await expect(heading(fay)).toHaveText('Mentions');
  await expect(excerpts(fay)).toHaveText([
    /gil-names.*calls-two.*and @here for all/s,
    /calls-one.*one for @fay-named/s,
  ]);
  await expectAccessible(fay.page);
  await gil.say('once more, @fay-named');
  await expect(excerpts(fay).first()).toContainText('once more');
  await gil.act('once more, @fay-named', 'Delete');
  await gil.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(excerpts(fay)).toHaveCount(2);
  await excerpts(fay).nth(1).getByRole('link').focus();
  await fay.page.keyboard.press('Enter');
  await expect(heading(fay)).toHaveText('#calls-one');
  await expect(fay.line('one for @fay-named')).toBeInViewport();
  await expect(fay.page.locator(':focus')).toContainText('one for @fay-named'); // as after any link to a message
});

test('both views fit a phone', { tag: '@full' }, async ({ visit, server }) => {
  const hal = await visit('hal-phone', server.url(), PHONE);
  const ivy = await visit('ivy-talks');
  await ivy.open('@hal-phone');
  await ivy.say('look at this rather long message, @hal-phone, that does not fit into a single line of a phone at all');
  await hal.page.getByRole('button', { name: 'Rooms', exact: true }).tap();
  await view(hal, /^Unread/).tap();
  await expect(places(hal)).toHaveCount(1);
  await expectAccessible(hal.page);
  expect(await hal.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const mark = places(hal).getByRole('button', { name: 'Mark as read: ivy-talks' });
  expect((await mark.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await hal.page.getByRole('button', { name: 'Rooms', exact: true }).tap();
  await view(hal, /^Mentions/).tap();
  await expect(excerpts(hal)).toHaveCount(1);
  await expect(hal.page.locator('parley-rooms')).toBeHidden(); // on its way out, its links are off the screen
  await expectAccessible(hal.page);
  await excerpts(hal).first().tap();
  await expect(heading(hal)).toHaveText('@ivy-talks');
});
