import { Bot } from './bot';
import { expect, test } from './fixtures';

test.describe('what others do to messages and rooms', () => {
  let bot: Bot;

  test.beforeEach(async ({ server }) => {
    bot = await Bot.at(server.url('127.0.0.1'));
  });

  test.afterEach(() => {
    bot.close();
  });

  test('is on the screen as it happens', async ({ visit }) => {
    const { recipient } = await bot.enter({ type: 'join', recipient: '#pier' });
    const ann = await visit('pia');
    await ann.open('pier');
    const first = await bot.enter({ type: 'message', recipient, content: 'the furst' });
    const second = await bot.enter({ type: 'message', recipient, content: 'a secret' });
    await bot.enter({ type: 'message', recipient, content: 'an answer for @pia', thread: first.seq });
    await bot.enter({ type: 'edit', recipient, target: first.seq, content: 'the first' });
    await bot.enter({ type: 'delete', recipient, target: second.seq });
    await bot.enter({ type: 'reaction', recipient, target: first.seq, emoji: '🎉', on: true });
    await bot.enter({ type: 'pin', recipient, target: first.seq, on: true });
    await bot.enter({ type: 'settings', recipient, topic: 'All about the pier' });

    await expect(ann.lines).toHaveText(['the first (edited)', 'Message deleted']);
    await expect(ann.page.locator('.replies')).toContainText('1 reply');
    await ann.page.getByRole('button', { name: 'New replies in a thread' }).click();
    await expect(ann.page.locator('.to-me .words')).toHaveText('an answer for @pia');
    await ann.side.getByRole('button', { name: 'Close' }).click();
    await expect(ann.page.locator('.reactions')).toHaveText(/🎉\s*1/);
    await expect(ann.page.getByText('Pinned')).toBeVisible();
    await expect(ann.page.locator('.topic')).toHaveText('All about the pier');
    await bot.enter({ type: 'settings', recipient, archived: true });
    await expect(ann.page.getByText('This room is archived')).toBeVisible();
    await expect(ann.composer).toBeHidden();
  });

  test('is on the screen of somebody who was away', async ({ visit }) => {
    const { recipient } = await bot.enter({ type: 'join', recipient: '#dune' });
    const ann = await visit('dora');
    await ann.open('dune');
    const first = await bot.enter({ type: 'message', recipient, content: 'one' });
    const second = await bot.enter({ type: 'message', recipient, content: 'a secret' });
    await expect(ann.lines).toHaveText(['one', 'a secret']);
    const chrome = await ann.page.context().newCDPSession(ann.page);
    await chrome.send('Page.setWebLifecycleState', { state: 'frozen' });
    await bot.enter({ type: 'edit', recipient, target: first.seq, content: 'two' });
    await bot.enter({ type: 'edit', recipient, target: first.seq, content: 'three' });
    await bot.enter({ type: 'delete', recipient, target: second.seq });
    await chrome.send('Page.setWebLifecycleState', { state: 'active' });
    await expect(ann.lines).toHaveText(['three (edited)', 'Message deleted']);
  });

  test('makes a private room, to which one is invited, and of which one is turned out', async ({ visit }) => {
    const ann = await visit('greta');
    const made = await bot.enter({ type: 'create', kind: 'private', title: 'The surprise' });
    const invited = await bot.enter({ type: 'invite', recipient: made.recipient, person: '@greta' });
    await ann.page.getByRole('button', { name: 'Join The surprise' }).click();
    await expect(ann.page.getByRole('heading', { level: 1 })).toHaveText('The surprise');
    await ann.say('what is it?');
    await bot.await(({ content }) => content === 'what is it?');
    await expect(ann.page.locator('.notice', { hasText: 'You joined' })).toBeVisible();
    await expect(ann.page.getByRole('button', { name: 'Join The surprise' })).toBeHidden();

    await bot.enter({ type: 'remove', recipient: made.recipient, person: invited['person'] });
    await expect(ann.banner).toContainText('You are not in The surprise any more.');
    await expect(ann.page.getByRole('heading', { level: 1 })).toHaveText('#lobby');
    await expect(ann.door('The surprise')).toBeHidden();
  });
});
