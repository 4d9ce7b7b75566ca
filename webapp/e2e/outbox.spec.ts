import { chromium, Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser } from './browser';
import { AWAY, expect, GONE, test, UNREACHED } from './fixtures';
import { Server } from './server';
import { Visitor } from './visitor';

/** A page may wait so long (ms) before it tries again by itself. */
const COMING_BACK = { timeout: 40_000 };
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `number ${from + i}`);

test.describe('what is written offline', () => {
  let server: Server;

  test.use({ expected: AWAY });

  test.beforeEach(async () => {
    server = await Server.at('/');
  });

  test.afterEach(async () => {
    await server.close();
  });

  /** Has the visitor go to a room, and the server go. */
  async function strand(visitor: Visitor, room: string): Promise<void> {
    await visitor.open(room);
    await server.stop();
    await expect(visitor.banner).toContainText(GONE);
  }

  test('outlives its tab, and arrives once and in order; what is refused can be mended', async ({ visit }) => {
    const tall = { viewport: { width: 1280, height: 3_000 } };
    const ann = await visit('ann', server.url(), tall);
    const bob = await visit('bob', server.url(), tall);
    await bob.open('tea');
    await strand(ann, 'tea');
    const long = `number 10, ${'which goes on and on '.repeat(10)}`.trim();
    for (const text of [...numbers(1, 9), long, ...numbers(11, 40)]) {
      await ann.say(text);
    }
    await expect(ann.waiting).toHaveCount(40);
    await ann.page.close();

    server.settings = { 'parley.limit.content': '100' };
    await server.start();
    const again = await ann.another(`${server.url()}#/r/tea`);
    await expect(again.refused).toHaveCount(1, COMING_BACK);
    await expect(again.pending).toHaveCount(1, COMING_BACK);
    await expect(again.lines).toHaveText([...numbers(1, 9), long, ...numbers(11, 40)]);
    await expect(bob.lines).toHaveText([...numbers(1, 9), ...numbers(11, 40)], COMING_BACK);
    await again.page.setViewportSize({ width: 1280, height: 720 });

    await again.page.getByRole('button', { name: 'A message was not sent' }).click();
    await expect(again.refused).toBeInViewport();
    await expect(again.refused.getByRole('alert')).toContainText('That is too long.');
    await again.page.reload();
    await expect(again.door('tea')).toContainText('a message was not sent');

    await again.page.getByRole('button', { name: 'A message was not sent' }).click();
    await expect(again.refused).toHaveCount(1);
    await again.refused.getByRole('button', { name: 'Edit' }).click();
    const words = again.page.getByRole('textbox', { name: 'in other words' });
    await expect(words).toHaveValue(long);
    await expect(again.refused).toContainText('too many');
    await words.press('Enter');
    await expect(words).toBeVisible();
    await words.fill('number 10');
    await words.press('Enter');
    await expect(again.pending).toHaveCount(0);
    await expect(bob.lines).toHaveText([...numbers(1, 9), ...numbers(11, 40), 'number 10']);
    await again.page.reload();
    await expect(again.lines.last()).toHaveText('number 10');
    await expect(again.pending).toHaveCount(0);
  });

  test('outlives its browser', { tag: '@full' }, async ({ watch }) => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-browser-'));
    const open = async () => chromium.launchPersistentContext(folder, { ...(await browser()), locale: 'en-GB' });
    try {
      const first = await open();
      await new Visitor(await first.newPage(), 'gil').comeIn(server.url());
      await first.close(); // a browser writes down who somebody is only after a while, or when it ends

      const killed = await open();
      const page = await killed.newPage();
      watch(page);
      await page.goto(server.url());
      const gil = new Visitor(page, 'gil');
      await strand(gil, 'tea');
      await gil.say('before the crash');
      await expect(gil.waiting).toHaveCount(1);
      await crash(page);

      await server.start();
      const context = await open();
      const again = new Visitor(await context.newPage(), 'gil');
      await again.page.goto(`${server.url()}#/r/tea`);
      await expect(again.lines).toHaveText(['before the crash']);
      await expect(again.pending).toHaveCount(0);
      await context.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

test.describe('what is written without a line', () => {
  test.use({ expected: UNREACHED });

  test('is in every tab of the same person, and sent by one', async ({ visit, front }) => {
    const cat = await visit('cat-kept', front.url());
    const dan = await visit('dan-kept');
    await dan.open('tea-of-cat');
    await cat.open('tea-of-cat');
    const other = await cat.another(`${front.url()}#/r/tea-of-cat`);
    await expect(other.people).toContainText(['cat-kept']);
    front.leave();
    await cat.say('from here');
    await expect(other.waiting).toHaveText([/from here/]);
    await other.say('from there');
    await expect(cat.waiting).toHaveText([/from here/, /from there/]);
    await cat.say('and the last');
    await expect(other.waiting).toHaveCount(3);
    await cat.page.close();

    front.return();
    await expect(other.pending).toHaveCount(0, COMING_BACK);
    await expect(dan.lines).toHaveText(['from here', 'from there', 'and the last'], COMING_BACK);
    await expect(other.lines).toHaveText(['from here', 'from there', 'and the last']);
  });

  test('is nobody else’s in the same browser', async ({ visit, front }) => {
    const eve = await visit('eve-kept', front.url());
    await eve.open('tea-of-eve');
    front.leave();
    await expect(eve.banner).toContainText(GONE);
    await eve.say('for eve alone to send');
    await expect(eve.waiting).toHaveCount(1);
    await eve.page.close();
    const context = eve.page.context();
    const cookies = await context.cookies();
    await context.clearCookies();

    front.return();
    const fay = new Visitor(await context.newPage(), 'fay-kept');
    await fay.comeIn(`${front.url()}#/r/tea-of-eve`);
    await fay.say('hello');
    await expect(fay.pending).toHaveCount(0);
    await expect(fay.lines).toHaveText(['hello']);
    await fay.page.close();

    await context.clearCookies();
    await context.addCookies(cookies);
    const again = await eve.another(`${front.url()}#/r/tea-of-eve`);
    await expect(again.lines).toHaveText(['hello', 'for eve alone to send']);
  });

  for (const [what, broken] of Object.entries({
    'keeps nothing': () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('not allowed', 'SecurityError');
      };
    },
    'has no room': () => {
      IDBObjectStore.prototype.put = function () {
        this.transaction.abort();
        throw new DOMException('the disk is full', 'QuotaExceededError');
      };
    },
    'does not answer': () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
  })) {
    const tag = what === 'does not answer' ? [] : '@full';
    const place = `where-it-${what.replaceAll(' ', '-')}`;
    test(
      `is sent from memory where the browser ${what}, which says so`,
      { tag },
      async ({ visit, front, browser: own }) => {
        const context = await own.newContext();
        await context.addInitScript(broken);
        const hal = new Visitor(await context.newPage(), `hal-${place}`);
        await hal.comeIn(front.url());
        const ida = await visit(`ida-${place}`);
        await ida.open(place);
        await hal.open(place);
        await hal.say('one');
        await expect(ida.lines).toHaveText(['one']);
        const warning = hal.page.getByText('what is not sent yet is lost when this tab closes');
        await expect(warning).toHaveCount(0);
        front.leave();
        await hal.say('two');
        await expect(hal.waiting).toHaveCount(1);
        await expect(warning).toBeVisible();
        front.return();
        await expect(ida.lines).toHaveText(['one', 'two'], COMING_BACK);
        await expect(hal.pending).toHaveCount(0);
        await expect(warning).toHaveCount(0);
        await context.close();
      },
    );
  }
});

test.describe('signing out', () => {
  test.use({ expected: AWAY });

  test('ends in all tabs, and throws away what is unsent once somebody has said so', async ({ visit, server }) => {
    const jan = await visit('jan', server.url());
    const other = await jan.another(`${server.url()}#/r/tea`);
    await jan.open('@nobody-at-all');
    await jan.say('hello?');
    await expect(jan.refused).toHaveCount(1);

    await jan.page.getByRole('button', { name: 'Sign out' }).click();
    const asked = jan.page.getByRole('dialog', { name: 'Sign out?' });
    await expect(asked).toContainText('A message of yours has not been sent');
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await expect(jan.refused).toHaveCount(1);

    await jan.page.getByRole('button', { name: 'Sign out' }).click();
    await asked.getByRole('button', { name: 'Throw away and sign out' }).click();
    for (const { entrance } of [jan, other]) {
      await expect(entrance).toBeVisible();
      await expect(entrance).toHaveValue('');
    }
    await expect.poll(() => jan.page.evaluate(() => indexedDB.databases())).toEqual([]);
    expect(await jan.page.context().cookies()).toEqual([]);

    const kay = new Visitor(other.page, 'kay');
    await kay.comeIn(`${server.url()}#/p/nobody-at-all`);
    await expect(kay.page.getByText('Between the two of you')).toBeVisible();
    await expect(kay.pending).toHaveCount(0);
  });

  test('takes a server; without one, all stays as it is', { tag: '@full' }, async ({ visit }) => {
    const own = await Server.at('/');
    const lev = await visit('lev', own.url());
    await lev.open('tea');
    await lev.page.waitForLoadState('networkidle'); // what is loaded when there is time for it
    await own.stop();
    await lev.say('one');
    await lev.say('two');
    await lev.page.getByRole('button', { name: 'Sign out' }).click();
    const asked = lev.page.getByRole('dialog', { name: 'Sign out?' });
    await expect(asked).toContainText('2 messages of yours have not been sent');
    await asked.getByRole('button', { name: 'Throw away and sign out' }).click();
    await expect(asked.locator('.refusal')).toContainText(/server/);
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await expect(lev.pending).toHaveText([/one/, /two/]);

    await own.start();
    await expect(lev.pending).toHaveCount(0, COMING_BACK);
    await expect(lev.lines).toHaveText(['one', 'two']);
    await own.close();
  });
});

/** Kills a page's browser, which has no time to tidy up. */
async function crash(page: Page): Promise<void> {
  const gone = page.context().waitForEvent('close');
  const chrome = await page.context().newCDPSession(page);
  void chrome.send('Browser.crash').catch(() => undefined); // nobody is left to answer
  await gone;
}
