import { Bot } from './bot';
import { device } from './device';
import { AWAY, expect, test } from './fixtures';
import { Server } from './server';
import { Visitor } from './visitor';

/** A page may wait so long (ms) before it tries again by itself. */
const COMING_BACK = { timeout: 40_000 };

const badge = (visitor: Visitor, door: string) => visitor.door(door).locator('.badge .visually-hidden');

test('what is read on one device is read on the other', async ({ visit, browser }) => {
  const iris = await visit('iris');
  const jack = await visit('jack');
  await iris.open('garden');
  await iris.open('lobby');
  const phone = await device(browser, iris);
  await jack.open('garden');
  await jack.say('one');
  await jack.say('two, @iris');
  await jack.say('three');
  for (const visitor of [iris, phone]) {
    await expect(badge(visitor, 'garden')).toHaveText('3 new messages, for you');
  }
  await phone.door('garden').click();
  await expect(badge(phone, 'garden')).toHaveCount(0);
  await expect(badge(iris, 'garden')).toHaveCount(0);
  await phone.page.context().close();
});

test('what is deleted is not unread any more', async ({ visit, server }) => {
  const kay = await visit('kayla');
  await kay.open('read-attic');
  await kay.open('lobby');
  const bot = await Bot.at(server.url());
  const { recipient } = await bot.enter({ type: 'join', recipient: '#read-attic' });
  await bot.enter({ type: 'message', recipient, content: 'one' });
  const { seq } = await bot.enter({ type: 'message', recipient, content: 'two' });
  await expect(badge(kay, 'read-attic')).toHaveText('2 new messages');
  await bot.enter({ type: 'delete', recipient, target: seq });
  await expect(badge(kay, 'read-attic')).toHaveText('1 new message');
  bot.close();
});

test.describe('when the server is killed', () => {
  test.use({ expected: AWAY });

  test('what is unread outlasts that, and nobody has to reload', async ({ visit }) => {
    const server = await Server.at('/');
    try {
      const liv = await visit('liv', server.url());
      const max = await visit('max', server.url());
      await liv.open('shed');
      await max.open('shed');
      await max.say('read this');
      await expect(liv.lines.last()).toHaveText('read this');
      await liv.open('lobby');
      await max.say('and this');
      await expect(badge(liv, 'shed')).toHaveText('1 new message');
      await server.stop('SIGKILL');
      await server.start();
      await max.say('and that');
      await expect(badge(liv, 'shed')).toHaveText('2 new messages', COMING_BACK);
      await liv.page.reload();
      await expect(badge(liv, 'shed')).toHaveText('2 new messages');
      await liv.door('shed').click();
      await expect(liv.page.locator('.new')).toBeVisible();
      await expect(badge(liv, 'shed')).toHaveCount(0);
    } finally {
      await server.close();
    }
  });
});
