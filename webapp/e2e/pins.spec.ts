import { Bot } from './bot';
import { AWAY, expect, expectAccessible, test } from './fixtures';
import { PHONE } from './screens';
import { Server } from './server';
import { Visitor } from './visitor';

const open = ({ page }: Visitor) => page.getByRole('button', { name: 'Pinned messages' });

test('what is pinned is found by everyone, as it comes and goes', async ({ visit }) => {
  const ann = await visit('amos-p');
  const bob = await visit('bert-p');
  await ann.open('board');
  await bob.open('board');
  await ann.say('the rules');
  await ann.say('by the way');
  await expect(bob.lines).toHaveCount(2);
  await open(bob).click();
  await expect(bob.side.getByText('Nothing is pinned')).toBeVisible();
  await expectAccessible(bob.page);
  await ann.act('the rules', 'Pin');
  await expect(bob.sideLines).toHaveText(['the rules']);
  await expectAccessible(bob.page);
  await bob.sideLines.hover();
  await bob.side.getByRole('button', { name: 'Unpin' }).click();
  await expect(bob.sideLines).toHaveCount(0);
  await expect(ann.page.getByText('Pinned', { exact: true })).toHaveCount(0);
});

test('the keyboard alone is enough for what is pinned', { tag: '@full' }, async ({ visit }) => {
  const cem = await visit('cem-p');
  const { page } = cem;
  await page.getByLabel('Go to a room, or to a person').fill('board-k');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Message to' }).fill('the rules');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-stage]')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Pin', exact: true }).press('Enter');
  await open(cem).press('Enter');
  const side = page.locator('parley-side');
  await expect(side).toBeFocused();
  await expect(side.locator('.words')).toHaveText('the rules');
  await side.getByRole('link', { name: 'Show in the room' }).press('Enter');
  await expect(side).toHaveCount(0);
  await expect(page.locator('parley-talk .led')).toBeFocused();
  await open(cem).press('Enter');
  await expect(side).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(side).toHaveCount(0);
});

test.describe('over a restart of the server', () => {
  test.use({ expected: AWAY });

  test(
    'what was pinned long ago is there, and leads to where it was said, on a phone',
    { tag: '@full' },
    async ({ visit }) => {
      const server = await Server.at('/', { 'parley.limit.rate': '0' });
      const bot = await Bot.at(server.url());
      try {
        const { recipient } = await bot.enter({ type: 'join', recipient: '#long' });
        const first = await bot.say(recipient, ['the rules']);
        const reply = await bot.enter({ type: 'message', recipient, content: 'an exception', thread: first });
        await bot.enter({ type: 'pin', recipient, target: first, on: true });
        await bot.enter({ type: 'pin', recipient, target: reply.seq, on: true });
        await bot.say(
          recipient,
          Array.from({ length: 150 }, (_, i) => `talk ${i}`),
        );
        const dora = await visit('dora-p', `${server.url()}#/r/long`, PHONE);
        await dora.page.waitForLoadState('networkidle'); // what is loaded when there is time for it
        await server.stop('SIGKILL');
        await expect(dora.banner).toContainText('Connection lost');
        await server.start();
        await expect(dora.banner).toBeEmpty({ timeout: 40_000 });
        await open(dora).tap();
        await expect(dora.sideLines).toHaveText(['the rules', 'an exception']);
        await expectAccessible(dora.page);
        await dora.side.getByRole('link', { name: 'Show in the room' }).first().tap();
        await expect(dora.side).toHaveCount(0);
        await expect(dora.lines.filter({ hasText: 'the rules' })).toBeInViewport();
        await dora.page.goBack();
        await dora.side.getByRole('link', { name: 'Show in the room' }).last().tap();
        await expect(dora.side.getByRole('heading', { name: 'Thread' })).toBeVisible();
        await expect(dora.sideLines).toHaveText(['the rules', 'an exception']);
      } finally {
        bot.close();
        await server.close();
      }
    },
  );
});
