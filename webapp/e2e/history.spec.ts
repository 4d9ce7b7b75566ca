import { Bot } from './bot';
import { AWAY, expect, test } from './fixtures';
import { Server } from './server';
import { Visitor } from './visitor';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `number ${from + i}`);

/**
 * Goes to the top of what is drawn and stays until something is before it, or it is the beginning; returns how far, in
 * any frame, the line that stood there was from where it stood (px).
 */
const goUp = (visitor: Visitor) =>
  visitor.page.getByRole('log').evaluate(async (view) => {
    const words = () => [...view.querySelectorAll('.words')];
    const topOf = (text: string | null) =>
      words()
        .find(({ textContent }) => textContent === text)
        ?.getBoundingClientRect().top ?? Infinity;
    view.scrollTop = 0;
    const { top } = view.getBoundingClientRect();
    const text = words().find((line) => line.getBoundingClientRect().top >= top)?.textContent ?? null;
    const before = topOf(text);
    const moved: number[] = [];
    const isDone = () =>
      words()[0]?.textContent !== text || !!view.querySelector('.edge')?.textContent.includes('beginning');
    for (let more = 10; more > 0; more -= Number(isDone())) {
      await new Promise((done) => requestAnimationFrame(done));
      moved.push(Math.abs(topOf(text) - before));
    }
    return Math.max(...moved);
  });

test.describe('a room with a long history', () => {
  let server: Server;
  let bot: Bot;
  let recipient: string;
  /** The seq of the first message. */
  let first: number;

  test.use({ expected: AWAY });

  test.beforeAll(async () => {
    server = await Server.at('/', { 'parley.limit.rate': '0' });
    bot = await Bot.at(server.url());
    ({ recipient } = await bot.enter({ type: 'join', recipient: '#archive' }));
    first = (await bot.say(recipient, numbers(1, 240))) - 239;
  });

  test.afterAll(async () => {
    bot.close();
    await server.close();
  });

  test('is read back to the first message, and nothing moves while somebody reads', async ({ visit }) => {
    const ann = await visit('ann', `${server.url()}#/r/archive`);
    await ann.sees('number 240');
    const beginning = ann.page.getByText('This is the beginning of #archive.');
    const read = new Set<string>();
    for (let screen = 0; screen < 40 && !(await beginning.isVisible()); screen++) {
      (await ann.lines.allInnerTexts()).forEach((text) => read.add(text));
      expect(await goUp(ann)).toBeLessThanOrEqual(2);
    }
    await expect(beginning).toBeAttached();
    (await ann.lines.allInnerTexts()).forEach((text) => read.add(text));
    expect(read).toEqual(new Set(numbers(1, 240)));
    await ann.page.getByRole('button', { name: 'Newest' }).click();
    await expect(ann.lines.last()).toBeInViewport();
  });

  test('is opened at a message by a link, and read on from there in both directions', async ({ visit }) => {
    const cat = await visit('cat', `${server.url()}#/r/archive`);
    await cat.sees('number 240');
    await cat.page.goto(`${server.url()}#/r/archive/${first + 60}`);
    await expect(cat.page.locator('.led .words')).toHaveText('number 61');
    await expect(cat.page.locator('.led')).toBeInViewport();
    await expect(cat.lines.filter({ hasText: 'number 240' })).toHaveCount(0);
    const log = cat.page.getByRole('log');
    for (const last of [120, 160, 200, 240]) {
      await expect(async () => {
        await log.evaluate((view) => view.scrollTo(0, view.scrollHeight));
        await expect(cat.lines.filter({ hasText: `number ${last}` })).toBeInViewport({ timeout: 500 });
      }).toPass();
    }
    await bot.enter({ type: 'message', recipient, content: 'and now' });
    await expect(cat.lines.last()).toHaveText('and now');
    const held = await cat.page.locator('.said:not(.away) .words').allInnerTexts();
    const from = Number(held[0]?.replace('number ', ''));
    expect(held).toEqual([...numbers(from, 240), 'and now']);
  });

  test('leads back from a link to the newest', async ({ visit }) => {
    const dan = await visit('dan', `${server.url()}#/r/archive/${first + 9}`);
    await expect(dan.page.locator('.led .words')).toHaveText('number 10');
    await dan.page.getByRole('button', { name: 'Newest' }).click();
    await expect(dan.lines.last()).toHaveText(/number 240|and now/);
    await expect(dan.lines.last()).toBeInViewport();
    await expect(dan.page).toHaveURL(/#\/r\/archive$/);
  });

  test('is opened at a day', async ({ visit }) => {
    const eve = await visit('eve', `${server.url()}#/r/archive`);
    await expect(eve.lines.last()).toBeInViewport();
    await eve.page.getByRole('button', { name: 'Go to a day' }).click();
    const asked = eve.page.getByRole('dialog', { name: 'Go to a day' });
    const day = asked.getByLabel('Go to a day');
    await day.fill('2999-01-01');
    await day.press('Enter');
    await expect(asked).toContainText('today or before');
    await day.fill('2020-01-01');
    await day.press('Enter');
    await expect(asked).toBeHidden();
    await expect(eve.lines.first()).toHaveText('number 1');
    await expect(eve.lines.first()).toBeInViewport();
    await expect(eve.page.getByText('This is the beginning of #archive.')).toBeVisible();
  });

  test('says so where a link leads to what is deleted, or to nothing', async ({ visit }) => {
    const seq = await bot.say(recipient, ['a secret']);
    await bot.enter({ type: 'delete', recipient, target: seq });
    const fay = await visit('fay', `${server.url()}#/r/archive/${seq}`);
    await expect(fay.banner).toContainText('has been deleted');
    await expect(fay.page.locator('.led .words')).toHaveText('Message deleted');
    await fay.page.goto(`${server.url()}#/r/archive/999999`);
    await expect(fay.banner).toContainText('not in this room');
    const secret = await bot.enter({ type: 'create', kind: 'private', title: 'Not for fay' });
    await fay.page.goto(`${server.url()}#/i/${secret.recipient.slice(2)}/1`);
    await expect(fay.page.getByText('There is no such room, or it is not there for you.')).toBeVisible();
    await expect(fay.composer).toBeHidden();
  });

  test('shows a reply that a link leads to, though pages leave replies out', async ({ visit }) => {
    const reply = await bot.enter({ type: 'message', recipient, content: 'an answer', thread: first + 4 });
    await bot.say(recipient, numbers(301, 360));
    const gil = await visit('gil', `${server.url()}#/r/archive/${reply.seq}`);
    await expect(gil.page.locator('.led .words')).toHaveText('an answer');
    await expect(gil.sideLines).toHaveText([`number ${5}`, 'an answer']);
    await expect(gil.lines.filter({ hasText: /^number 5$/ })).toBeInViewport();
    await gil.page.goto(`${server.url()}#/r/archive/${first + 4}`);
    await expect(gil.page.locator('.led')).toContainText('1 reply');
  });

  test('is opened at what is new, and can be taken back to unread', async ({ visit }) => {
    const hal = await visit('hal', `${server.url()}#/r/archive`);
    await expect(hal.lines.last()).toBeInViewport();
    await hal.open('lobby');
    await bot.say(recipient, numbers(401, 480));
    await expect(hal.door('archive')).toContainText('80 new messages');
    await hal.page.reload();
    await hal.door('archive').click();
    const line = hal.page.locator('.new');
    await expect(line).toBeInViewport();
    await expect(hal.lines.filter({ hasText: 'number 401' })).toBeInViewport();
    await expect(hal.lines.filter({ hasText: 'number 480' })).not.toBeInViewport();
    await expect(hal.door('archive')).toContainText('80 new messages');
    await hal.page.getByRole('button', { name: '80 new messages' }).click();
    await expect(hal.lines.last()).toHaveText('number 480');
    await expect(hal.door('archive')).not.toContainText('new message');

    await hal.act('number 471', 'Mark unread from here');
    await expect(hal.door('archive')).toContainText('10 new messages');
    await expect(hal.page.locator('.new + article .words').first()).toHaveText('number 471');
    await hal.open('lobby');
    await hal.door('archive').click();
    await expect(line).toBeInViewport();
    await expect(hal.door('archive')).not.toContainText('new message');
  });

  test('is read on after the line was cut', async ({ visit }) => {
    const bob = await visit('bob', `${server.url()}#/r/archive`);
    await expect(bob.lines.last()).toBeInViewport();
    await server.stop('SIGKILL');
    await expect(bob.banner).toContainText('Connection lost');
    await expect(async () => {
      await bob.page.getByRole('log').evaluate((view) => view.scrollTo(0, 0));
      await expect(bob.page.getByText('What was said before comes with the connection.')).toBeInViewport({
        timeout: 500,
      });
    }).toPass();
    const first = await bob.lines.first().innerText();
    await server.start();
    await expect(bob.lines.first()).not.toHaveText(first, { timeout: 40_000 });
  });
});
