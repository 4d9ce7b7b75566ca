import { expect, expectAccessible, test } from './fixtures';
import { PHONE } from './screens';
import { Visitor } from './visitor';

const typing = ({ page }: Visitor) => page.locator('parley-chat > main > .typing');

test('who writes is told to the others until they have said it, and nothing moves', async ({ visit }) => {
  const ann = await visit('ann-watches');
  const bob = await visit('bob-writes');
  await ann.open('quiet-corner');
  await bob.open('quiet-corner');
  await bob.say('hello');
  await ann.sees('hello');
  const before = await ann.lines.last().boundingBox();
  await bob.composer.pressSequentially('one moment');
  await expect(typing(ann)).toHaveText('bob-writes is writing…');
  await expect(typing(bob)).toHaveText('');
  expect(await ann.lines.last().boundingBox()).toEqual(before);
  await expectAccessible(ann.page);
  await bob.composer.press('Enter');
  await ann.sees('one moment');
  await expect(typing(ann)).toHaveText('');
});

test('it ends by itself, and is not told elsewhere', async ({ visit }) => {
  const cem = await visit('cem-watches');
  const dov = await visit('dov-stops');
  await cem.open('@dov-stops');
  await cem.say('are you there?');
  await dov.door('cem-watches').click();
  await dov.composer.pressSequentially('hm');
  await expect(typing(cem)).toHaveText('dov-stops is writing…');
  await cem.open('lobby');
  await expect(typing(cem)).toHaveText('');
  await cem.open('@dov-stops');
  await expect(typing(cem)).toHaveText('');
});

test('on a phone it is told as well', { tag: '@full' }, async ({ visit, server }) => {
  const eli = await visit('eli-told', server.url(), PHONE);
  const fay = await visit('fay-types');
  await fay.composer.pressSequentially('hello all of you');
  await expect(typing(eli)).toContainText('fay-types');
  await fay.composer.fill('');
  expect(await eli.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
