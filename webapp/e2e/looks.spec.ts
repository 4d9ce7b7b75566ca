import { Bot } from './bot';
import { expect, expectAccessible, test } from './fixtures';
import { DESK, PHONE } from './screens';

for (const [screen, options] of Object.entries({ desk: DESK, phone: PHONE })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const tag = (screen === 'phone') === (colorScheme === 'dark') ? [] : '@full';
    test(
      `nothing is in anybody’s way on a ${screen}, ${colorScheme}`,
      { tag },
      async ({ browser, server, watch, visit }) => {
        const look = { ...options, colorScheme, reducedMotion: 'reduce' } as const;
        const context = await browser.newContext(look);
        const outside = await context.newPage();
        watch(outside);
        await outside.goto(server.url());
        await expect(outside.getByLabel('What shall we call you?')).toBeVisible();
        await expectAccessible(outside);
        await context.close();

        const name = `ann-${screen}-${colorScheme}`;
        const { page } = await visit(name, `${server.url()}#/r/${name}`, look);
        await expect(page.getByText('Nothing said yet')).toBeVisible();
        await expectAccessible(page);
        await page.getByRole('textbox', { name: 'Message to' }).fill('see https://example.org/');
        await page.getByRole('button', { name: 'Send' }).click();
        await expect(page.locator('[data-stage]')).toHaveCount(0);
        await expectAccessible(page);

        await page.goto(`${server.url()}#/p/no-such-${name}`);
        await page.getByRole('textbox', { name: 'Message to' }).fill('hello?');
        await page.getByRole('button', { name: 'Send' }).click();
        await expect(page.getByRole('alert')).toBeVisible();
        await expectAccessible(page);
      },
    );
  }
}

test('on a phone, rooms and people come when asked for, and go again', async ({ visit, server }) => {
  const { page } = await visit('noor', server.url(), PHONE);
  const visitField = page.getByLabel('Go to a room, or to a person');
  await expect(visitField).toBeHidden();
  await page.getByRole('button', { name: 'Rooms' }).click();
  await expect(visitField).toBeVisible();
  await expectAccessible(page);
  await visitField.fill('tea');
  await visitField.press('Enter');
  await expect(visitField).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('#tea');

  await page.getByRole('button', { name: /^People/ }).click();
  await expect(page.getByRole('complementary').getByText('noor')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toBeHidden();
  await expect(page.getByRole('button', { name: /^People/ })).toBeFocused();
});

test('on a phone, nothing makes the page wider than the screen', { tag: '@full' }, async ({ visit, server }) => {
  const bot = await Bot.at(server.url());
  const { recipient } = await bot.enter({ type: 'join', recipient: '#narrow' });
  const content = 'so much to say that it does not fit '.repeat(5);
  const { seq } = await bot.enter({ type: 'message', recipient, content });
  await bot.enter({ type: 'message', recipient, content: 'oh', thread: seq });
  const visitor = await visit('piet', `${server.url()}#/r/narrow`, PHONE);
  await expect(visitor.page.locator('.replies')).toBeVisible();
  expect(await visitor.page.evaluate(() => innerWidth)).toBe(390);
  await visitor.lines.first().tap();
  await expect(visitor.page.getByRole('toolbar')).toBeVisible();
  await expectAccessible(visitor.page);
  bot.close();
});

test('the keyboard alone is enough', async ({ visit, server }) => {
  const { page, composer, lines } = await visitWithKeyboard();
  await expect(composer).toBeFocused();
  await page.keyboard.type('first');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second');
  await page.keyboard.press('Enter');
  await expect(lines).toHaveText(['first\nsecond']);

  async function visitWithKeyboard() {
    const olga = await visit('olga', server.url());
    const field = olga.page.getByLabel('Go to a room, or to a person');
    await field.focus();
    await olga.page.keyboard.type('keys');
    await olga.page.keyboard.press('Enter');
    await expect(olga.page.getByRole('heading', { level: 1 })).toHaveText('#keys');
    return olga;
  }
});

test('a screen reader hears what others say, once, and not what was said before', async ({ visit }) => {
  const pat = await visit('pat');
  await pat.open('ears');
  await pat.say('long ago');
  await expect(pat.pending).toHaveCount(0);
  const quin = await visit('quin');
  const heard = quin.page.locator('main > [aria-live="polite"]');
  await quin.open('ears');
  await expect(quin.lines).toHaveText(['long ago']);
  await expect(heard).toBeEmpty();
  await pat.say('hello, quin');
  await expect(heard).toHaveText('pat: hello, quin');
  await expect(quin.page.getByRole('log')).toHaveAttribute('aria-live', 'off');
});

test('who has gone up to read stays there, and gets to the newest with one press', async ({ visit, server }) => {
  const rex = await visit('rex', server.url(), { viewport: { width: 900, height: 420 } });
  const sue = await visit('sue');
  await rex.open('tower');
  await sue.open('tower');
  for (let i = 1; i <= 12; i++) {
    await sue.say(`floor ${i}`);
  }
  await expect(rex.lines).toHaveCount(12);
  const log = rex.page.getByRole('log');
  const newest = rex.page.getByRole('button', { name: 'Newest' });
  await log.evaluate((view) => view.scrollTo(0, 0));
  await expect(newest).toBeVisible();
  await log.evaluate((view) => view.scrollTo(0, view.scrollHeight - view.clientHeight - 30));
  await expect(newest).toBeHidden(); // that would lie on what is said last, for a way of 30 px
  await log.evaluate((view) => view.scrollTo(0, 0));
  await expect(newest).toBeVisible();
  await sue.say('roof');
  const news = rex.page.getByRole('button', { name: '1 new message' });
  await expect(news).toBeVisible();
  expect(await log.evaluate((view) => view.scrollTop)).toBe(0);
  await news.click();
  await expect(news).toBeHidden();
  await expect(rex.lines.last()).toBeInViewport();
});
