import { Bot } from './bot';
import { expect, test } from './fixtures';
import { Server } from './server';
import { Visitor } from './visitor';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `number ${from + i}`);

/**
 * Goes to the top of what is shown and stays until more has come before it; returns how far, in any frame, the line
 * that stood there was from where it stood (px).
 */
const goUp = (visitor: Visitor) =>
  visitor.page.getByRole('log').evaluate(async (view) => {
    const words = () => [...view.querySelectorAll('.words')];
    const topOf = (text: string | null) =>
      words()
        .find(({ textContent }) => textContent === text)
        ?.getBoundingClientRect().top ?? Infinity;
    const count = words().length;
    view.scrollTop = 0;
    const { top } = view.getBoundingClientRect();
    const text = words().find((line) => line.getBoundingClientRect().top >= top)?.textContent ?? null;
    const before = topOf(text);
    const moved: number[] = [];
    for (let more = 10; more > 0; more -= Number(words().length > count)) {
      await new Promise((done) => requestAnimationFrame(done));
      moved.push(Math.abs(topOf(text) - before));
    }
    return Math.max(...moved);
  });

test.describe('a room with a long history', () => {
  let server: Server;
  let bot: Bot;

  test.use({ expected: /WebSocket connection to .* failed|ERR_CONNECTION_REFUSED/ });

  test.beforeAll(async () => {
    server = await Server.at('/', { 'parley.limit.rate': '0' });
    bot = await Bot.at(server.url());
    const { recipient } = await bot.enter({ type: 'join', recipient: '#archive' });
    await bot.say(recipient, numbers(1, 240));
  });

  test.afterAll(async () => {
    bot.close();
    await server.close();
  });

  test('is read back to the first message, and nothing moves while somebody reads', async ({ visit }) => {
    const ann = await visit('ann', `${server.url()}#/r/archive`);
    await expect(ann.lines.last()).toHaveText('number 240');
    const first = ann.page.getByText('This is the beginning of #archive.');
    for (let page = 0; page < 10 && !(await first.isVisible()); page++) {
      expect(await goUp(ann)).toBeLessThanOrEqual(2);
    }
    await expect(first).toBeAttached();
    await expect(ann.lines).toHaveText(numbers(1, 240));
    await ann.page.getByRole('button', { name: 'Newest' }).click();
    await expect(ann.lines.last()).toBeInViewport();
  });

  test('is read on after the line was cut', async ({ visit }) => {
    const bob = await visit('bob', `${server.url()}#/r/archive`);
    await expect(bob.lines.last()).toHaveText('number 240');
    await server.stop('SIGKILL');
    await expect(bob.banner).toContainText('Connection lost');
    const log = bob.page.getByRole('log');
    await log.evaluate((view) => view.scrollTo(0, 0));
    await expect(bob.page.getByText('Reading what was said before')).toBeInViewport();
    const count = await bob.lines.count();
    await server.start();
    await expect.poll(() => bob.lines.count(), { timeout: 40_000 }).toBeGreaterThan(count);
  });
});
