import { Bot } from './bot';
import { expect, test } from './fixtures';
import { Gauge } from './gauge';
import { Server } from './server';
import { Visitor } from './visitor';

const MESSAGES = 100_000;
/** So many are sent before the answer to the last of them is awaited. */
const AT_ONCE = 1_000;
const SPEAKERS = 4;

/** Something as long as what people say: mostly a line, sometimes a paragraph. */
function words(i: number): string {
  return `number ${i}${' and so on'.repeat((i * 7) % 11 ? (i * 7) % 5 : 40)}${i % 13 ? '' : '\nand a second line'}`;
}

/** Has some people fill a room; returns the seq of its newest message. */
async function fill(url: string, place: string): Promise<number> {
  const bots = await Promise.all(Array.from({ length: SPEAKERS }, () => Bot.at(url)));
  const lasts = await Promise.all(
    bots.map(async (bot, who) => {
      const { recipient } = await bot.enter({ type: 'join', recipient: place });
      let last = 0;
      for (let i = 0; i < MESSAGES / SPEAKERS; i += AT_ONCE) {
        last = await bot.say(
          recipient,
          Array.from({ length: AT_ONCE }, (_, j) => words((i + j) * SPEAKERS + who)),
        );
      }
      bot.close();
      return last;
    }),
  );
  return Math.max(...lasts);
}

/**
 * Scrolls step by step (px), so many frames long; returns how much further than that anything on the screen has moved
 * in any frame, and how many messages have come by.
 */
const leaf = ({ page }: Visitor, step: number, frames: number) =>
  page.getByRole('log').evaluate(
    async (view, { step, frames }) => {
      const tops = () => {
        const { top, bottom } = view.getBoundingClientRect();
        return new Map(
          [...view.querySelectorAll('[data-key]')].flatMap((line) => {
            const rect = line.getBoundingClientRect();
            return rect.bottom > top && rect.top < bottom ? [[line.getAttribute('data-key'), rect.top] as const] : [];
          }),
        );
      };
      const seen = new Set<string | null>();
      let [before, moved, jump] = [tops(), 0, 0];
      for (let i = 0; i < frames; i++) {
        await new Promise((done) => requestAnimationFrame(done));
        const now = tops();
        for (const [key, top] of now) {
          seen.add(key);
          jump = Math.max(jump, Math.abs((before.get(key) ?? top + moved) - moved - top));
        }
        const from = view.scrollTop;
        view.scrollTop += step;
        [before, moved] = [now, view.scrollTop - from];
      }
      return { jump, seen: seen.size };
    },
    { step, frames },
  );

test.describe(`a room of ${MESSAGES} messages`, () => {
  let server: Server;
  let newest: number;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = await Server.at('/', { 'parley.limit.rate': '0' });
    newest = await fill(server.url('127.0.0.1'), '#long');
  });

  test.afterAll(async () => {
    await server.close();
  });

  test('is read far back and on again, and nothing jumps', async ({ visit }) => {
    const ann = await visit('annika', `${server.url()}#/r/long`);
    await expect(ann.page.locator(`[data-seq="${newest}"]`)).toBeInViewport();
    const back = await leaf(ann, -90, 300);
    expect(back.seen).toBeGreaterThan(300);
    const on = await leaf(ann, 90, 240);
    process.stdout.write(`${JSON.stringify({ back, on })}\n`);
    expect(Math.max(back.jump, on.jump)).toBeLessThanOrEqual(2);
    await ann.page.getByRole('button', { name: 'Newest' }).click();
    await expect(ann.page.locator(`[data-seq="${newest}"]`)).toBeInViewport();
  });

  test('weighs no more than a short one, and what it costs is measured', async ({ visit }) => {
    const bob = await visit('bertil', `${server.url()}#/r/long`);
    await expect(bob.page.locator(`[data-seq="${newest}"]`)).toBeInViewport();
    const gauge = await Gauge.on(bob.page);
    const weights = [await gauge.weight()];
    const back = await gauge.cost(() => gauge.wheel(bob.page, -20_000, 4_000));
    weights.push(await gauge.weight());
    const on = await gauge.cost(() => gauge.wheel(bob.page, 12_000, 4_000));
    await bob.page.goto(`${server.url()}#/r/long/5000`);
    await expect(bob.page.locator('.led')).toBeInViewport();
    const far = await gauge.cost(() => gauge.wheel(bob.page, -12_000, 4_000));
    weights.push(await gauge.weight());
    await bob.page.getByRole('button', { name: 'Newest' }).click();
    await expect(bob.page.locator(`[data-seq="${newest}"]`)).toBeInViewport();
    weights.push(await gauge.weight());
    process.stdout.write(`${JSON.stringify({ weights, back, on, far })}\n`);
    for (const { nodes, heap } of weights) {
      expect(nodes).toBeLessThanOrEqual(3_000);
      expect(heap).toBeLessThanOrEqual(60 * 2 ** 20);
    }
  });

  test('keeps what somebody has hold of, however far they scroll', { tag: '@full' }, async ({ visit }) => {
    const cat = await visit('cecilia', `${server.url()}#/r/long`);
    await cat.say('to be edited');
    await expect(cat.pending).toHaveCount(0);
    await cat.say('and something after it');
    await cat.act('to be edited', 'Edit');
    const words = cat.page.getByRole('textbox', { name: 'in other words' });
    await words.fill('in other');
    await leaf(cat, -90, 40);
    await expect(words).not.toBeInViewport();
    await expect(words).toBeFocused();
    await cat.page.keyboard.type(' words');
    await expect(words).toBeInViewport();
    await leaf(cat, -90, 250);
    await expect(words).toBeFocused();
    await expect(words).toHaveValue('in other words');
    await cat.page.keyboard.press('Enter');
    await cat.page.getByRole('button', { name: 'Newest' }).click();
    await expect(cat.line('in other words')).toBeInViewport();
  });
});
