import { Bot } from './bot';
import { device } from './device';
import { AWAY, expect, expectAccessible, test } from './fixtures';
import { DESK, PHONE } from './screens';
import { Server } from './server';
import { Visitor } from './visitor';

/** Both are in a room, where one has said something. */
async function begun(visit: (name: string) => Promise<Visitor>, room: string, names: [string, string]) {
  const [ann, bob] = [await visit(names[0]), await visit(names[1])];
  await ann.open(room);
  await bob.open(room);
  await ann.say('who has the key?');
  await expect(bob.lines).toHaveText(['who has the key?']);
  return [ann, bob] as const;
}

test('a reply is said and read beside the room, by mouse', async ({ visit }) => {
  const [ann, bob] = await begun(visit, 'stairs', ['evelyn', 'fabio']);
  await bob.act('who has the key?', 'Reply');
  await expect(bob.replying).toBeFocused();
  await bob.reply('I do');
  await expect(bob.sideLines).toHaveText(['who has the key?', 'I do']);
  await expect(bob.lines).toHaveText(['who has the key?']);
  await expect(bob.side.getByText('You follow this')).toBeVisible();

  await expect(ann.lines).toHaveText(['who has the key?']);
  await expect(ann.replies('who has the key?')).toHaveText(/1 reply\s*1 new message\s*\d/);
  await ann.replies('who has the key?').click();
  await expect(ann.sideLines).toHaveText(['who has the key?', 'I do']);
  await expect(ann.side.locator('.new')).toBeVisible();
  await expect(ann.replies('who has the key?')).not.toContainText('new');
  await ann.reply('good');
  await expect(bob.sideLines.last()).toHaveText('good');
  await expect(bob.replies('who has the key?')).toContainText('2 replies');

  await ann.side.getByRole('button', { name: 'Close' }).click();
  await expect(ann.side).toHaveCount(0);
  await bob.reply('catch');
  await expect(ann.replies('who has the key?')).toContainText('1 new');
  await ann.page.getByRole('button', { name: 'New replies in a thread' }).click();
  await expect(ann.sideLines.last()).toHaveText('catch');
  await expect(ann.page.getByRole('button', { name: 'New replies in a thread' })).toHaveCount(0);
});

test('what is new in a thread is told at the room, and is read on all devices', async ({ visit, browser }) => {
  const [ann, bob] = await begun(visit, 'attic', ['greta-t', 'hugo-t']);
  const phone = await device(browser, ann);
  await ann.open('lobby');
  await phone.open('lobby');
  await bob.act('who has the key?', 'Reply');
  await bob.reply('I do');
  await expect(ann.door('attic')).toContainText('1 new message');
  await ann.door('attic').click();
  await ann.replies('who has the key?').click();
  await expect(ann.sideLines).toHaveText(['who has the key?', 'I do']);
  await expect(phone.door('attic')).not.toContainText('new');
  await phone.page.context().close();
});

test('replies are edited, deleted and reacted to beside the room', async ({ visit }) => {
  const [ann, bob] = await begun(visit, 'landing', ['ines-t', 'jonas-t']);
  await bob.act('who has the key?', 'Reply');
  await bob.reply('I doo');
  await ann.replies('who has the key?').click();
  await bob.replying.press('ArrowUp');
  await bob.page.getByRole('textbox', { name: 'in other words' }).fill('I do');
  await bob.page.keyboard.press('Enter');
  await expect(ann.sideLines.last()).toHaveText('I do (edited)');
  await ann.sideLines.last().hover();
  await ann.side.getByRole('button', { name: 'React with 👍' }).click();
  await expect(bob.side.locator('.reactions')).toHaveText(/👍\s*1/);
  await bob.sideLines.last().hover();
  await expect(bob.side.getByRole('button', { name: 'Mark unread from here' })).toHaveCount(0);
  await bob.side.getByRole('button', { name: 'Delete' }).click();
  await bob.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(ann.sideLines.last()).toHaveText('Message deleted');
  await expect(ann.replies('who has the key?')).toHaveCount(0);
});

test('the keyboard alone is enough for a thread', { tag: '@full' }, async ({ visit }) => {
  const kai = await visit('kai-t');
  const { page, composer, replying, side, sideLines } = kai;
  await kai.open('solo');
  await kai.say('alone');
  await expect(kai.pending).toHaveCount(0);
  await composer.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('r');
  await expect(replying).toBeFocused();
  await page.keyboard.type('to myself');
  await page.keyboard.press('Enter');
  await expect(sideLines).toHaveText(['alone', 'to myself']);
  await expect(kai.pending).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(side).toHaveCount(0);
  await expect(page.locator('parley-talk .line')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(side).toBeVisible();
  await expect(replying).toBeFocused();
});

test('on a phone a thread fills the screen, and there are two ways back', async ({ visit, server }) => {
  const bot = await Bot.at(server.url());
  const { recipient } = await bot.enter({ type: 'join', recipient: '#thumbs' });
  const { seq } = await bot.enter({ type: 'message', recipient, content: 'who has the key?' });
  await bot.enter({ type: 'message', recipient, content: 'I do', thread: seq });
  const lea = await visit('lea-t', `${server.url()}#/r/thumbs`, PHONE);
  const box = await lea.replies('who has the key?').boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await lea.replies('who has the key?').tap();
  await expect(lea.sideLines).toHaveText(['who has the key?', 'I do']);
  expect((await lea.side.boundingBox())?.width).toBe(390);
  expect(await lea.page.evaluate(() => innerWidth)).toBe(390);
  await expectAccessible(lea.page);
  await lea.replying.fill('me too');
  await lea.side.getByRole('button', { name: 'Send' }).tap();
  await expect(lea.sideLines.last()).toHaveText('me too');
  await lea.side.getByRole('button', { name: 'Back to the room' }).tap();
  await expect(lea.side).toHaveCount(0);
  await expect(lea.lines).toHaveText(['who has the key?']);
  await lea.replies('who has the key?').tap();
  await expect(lea.side).toBeVisible();
  await lea.page.goBack();
  await expect(lea.side).toHaveCount(0);
  await expect(lea.page.getByRole('heading', { level: 1 })).toHaveText('#thumbs');
  bot.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a thread is in nobody’s way, ${colorScheme}`, { tag: '@full' }, async ({ visit, server }) => {
    const name = `mia-t-${colorScheme}`;
    const mia = await visit(name, `${server.url()}#/r/${name}`, { ...DESK, colorScheme, reducedMotion: 'reduce' });
    await mia.say('a thought');
    await expect(mia.pending).toHaveCount(0);
    await mia.act('a thought', 'Reply');
    await mia.reply('another one');
    await expect(mia.pending).toHaveCount(0);
    await expectAccessible(mia.page);
  });
}

test('what is begun in a thread is there after a reload, on every device, and not in the room', async ({
  visit,
  browser,
}) => {
  const [ann] = await begun(visit, 'drafts-t', ['nina-t', 'olaf-t']);
  await ann.act('who has the key?', 'Reply');
  await ann.replying.fill('perhaps');
  await ann.composer.fill('something else');
  await ann.page.reload();
  await expect(ann.replying).toHaveValue('perhaps');
  await expect(ann.composer).toHaveValue('something else');
  const phone = await device(browser, ann);
  await expect(phone.replying).toHaveValue('perhaps');
  await ann.replying.press('Enter');
  await expect(ann.sideLines.last()).toHaveText('perhaps');
  await expect(ann.replying).toHaveValue('');
  await expect(ann.composer).toHaveValue('something else');
  await phone.page.context().close();
});

test('a long thread is read by pages, from what a link leads to', async ({ visit }) => {
  const server = await Server.at('/', { 'parley.limit.rate': '0' });
  const bot = await Bot.at(server.url());
  try {
    const { recipient } = await bot.enter({ type: 'join', recipient: '#saga' });
    const { seq: thread } = await bot.enter({ type: 'message', recipient, content: 'once upon a time' });
    for (let i = 1; i <= 130; i++) {
      await bot.enter({ type: 'message', recipient, content: `part ${i}`, thread });
    }
    await bot.say(
      recipient,
      Array.from({ length: 80 }, (_, i) => `aside ${i}`),
    );
    const pia = await visit('pia-t', `${server.url()}#/r/saga/${thread + 20}`);
    await expect(pia.side.locator('.led .words')).toHaveText('part 20');
    await expect(pia.sideLines.first()).toHaveText('once upon a time');
    await expect(pia.lines.filter({ hasText: 'once upon a time' })).toBeInViewport();
    await pia.side.getByRole('button', { name: 'Newest' }).click();
    await expect(pia.sideLines.last()).toHaveText('part 130');
    await expect(pia.sideLines.last()).toBeInViewport();
  } finally {
    bot.close();
    await server.close();
  }
});

test.describe('over a restart of the server', () => {
  test.use({ expected: AWAY });

  test('a thread goes on, with what was said meanwhile', async ({ visit }) => {
    const server = await Server.at('/');
    try {
      const [ann, bob] = await begun((name) => visit(name, server.url()), 'pier', ['rita-t', 'sven-t']);
      await bob.act('who has the key?', 'Reply');
      await bob.reply('I do');
      await ann.replies('who has the key?').click();
      await expect(ann.sideLines).toHaveText(['who has the key?', 'I do']);
      await server.stop('SIGKILL');
      await expect(ann.banner).toContainText('Connection lost');
      await ann.reply('thanks');
      await server.start();
      await expect(bob.sideLines).toHaveText(['who has the key?', 'I do', 'thanks'], { timeout: 40_000 });
      await expect(ann.pending).toHaveCount(0);
      await ann.page.reload();
      await expect(ann.sideLines).toHaveText(['who has the key?', 'I do', 'thanks']);
      await expect(ann.replies('who has the key?')).toContainText('2 replies');
    } finally {
      await server.close();
    }
  });
});

test('a reply that was refused is told at its message, and can be sent again', async ({ visit }) => {
  const server = await Server.at('/', { 'parley.limit.content': '30' });
  try {
    const [ann, bob] = await begun((name) => visit(name, server.url()), 'attic', ['tina-t', 'udo-t']);
    await ann.act('who has the key?', 'Reply');
    await ann.replying.fill('\u200b');
    await ann.replying.press('Enter');
    await expect(ann.side.getByRole('alert')).toBeVisible();
    await expect(ann.replies('who has the key?')).toContainText('One was not sent');
    await ann.side.getByRole('alert').getByRole('button', { name: 'Delete' }).click();
    await expect(ann.replies('who has the key?')).toHaveCount(0);
    await Promise.all([ann, bob].map(({ page }) => page.close()));
  } finally {
    await server.close();
  }
});
