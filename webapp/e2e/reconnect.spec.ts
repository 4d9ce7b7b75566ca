import { AWAY, expect, GONE, test } from './fixtures';
import { Server } from './server';
import { Visitor } from './visitor';

test.describe('after a restart of the server', () => {
  let server: Server;

  test.use({ expected: AWAY });

  test.beforeEach(async () => {
    server = await Server.at('/');
  });

  test.afterEach(async () => {
    await server.close();
  });

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const tag = signal === 'SIGTERM' ? '@full' : [];
    test(
      `(${signal}) everyone is back where they were, and what was said meanwhile is said once`,
      { tag },
      async ({ visit }) => {
        const ann = await visit('ann', server.url());
        const bob = await visit('bob', server.url());
        await ann.open('tea');
        await bob.open('tea');
        await ann.say('before');
        await expect(bob.lines).toHaveText(['before']);

        await server.stop(signal);
        await expect(ann.banner).toContainText(GONE);
        await ann.say('meanwhile');
        await ann.say('and more');
        await expect(ann.pending).toHaveCount(2);

        await server.start();
        await expect(ann.pending).toHaveCount(0, { timeout: 40_000 });
        await expect(ann.banner).toBeEmpty();
        await expect(bob.banner).toBeEmpty({ timeout: 40_000 });
        await expect(bob.lines.last()).toHaveText('and more');
        await bob.say('after');
        await expect(ann.lines.last()).toHaveText('after');
        await expectOnce(ann, ['meanwhile', 'and more', 'after']);
        await expectOnce(bob, ['meanwhile', 'and more', 'after']);
        await expect(ann.people.filter({ hasText: 'ann' })).toHaveCount(1);
        await expect(ann.people.filter({ hasText: 'bob' })).toHaveCount(1);
      },
    );
  }

  async function expectOnce(visitor: Visitor, texts: string[]): Promise<void> {
    const lines = await visitor.lines.allInnerTexts();
    expect(lines.filter((line) => line !== 'before')).toEqual(texts);
  }
});

test('a frozen page comes back on the connection that it had', async ({ visit }) => {
  const ann = await visit('una');
  const bob = await visit('vic');
  await ann.open('ice');
  await bob.open('ice');
  await bob.say('before');
  await expect(ann.lines).toHaveText(['before']);
  let reconnected = 0;
  ann.page.on('websocket', () => reconnected++);

  const chrome = await ann.page.context().newCDPSession(ann.page);
  await chrome.send('Page.setWebLifecycleState', { state: 'frozen' });
  await bob.say('while frozen');
  await bob.page.waitForTimeout(12_000); // longer than it takes a page that runs to give up a dead link
  await chrome.send('Page.setWebLifecycleState', { state: 'active' });

  await expect(ann.lines).toHaveText(['before', 'while frozen']);
  await ann.say('and back');
  await expect(bob.lines.last()).toHaveText('and back');
  await expect(ann.pending).toHaveCount(0);
  expect(reconnected).toBe(0);
});
