import { BrowserContextOptions, Locator, Page } from '@playwright/test';
import { Bot } from './bot';
import { expect, expectAccessible, test } from './fixtures';
import { Front } from './front';
import { DESK, PHONE } from './screens';
import { Server } from './server';
import { Visitor } from './visitor';

/** A page may wait so long (ms) before it tries again by itself. */
const COMING_BACK = { timeout: 40_000 };

/** What a browser says of a host that is not there, or refuses. */
test.use({
  serviceWorkers: 'allow',
  expected:
    /WebSocket connection to .* failed|net::ERR_|Failed to load resource|SyntaxError|Invalid or unexpected|cross-world/,
});

/** Where the messages stand on the screen. */
async function placeOf(page: Page): Promise<unknown> {
  return page.getByRole('log').boundingBox();
}

/** Says something as one does on a phone, too. */
async function say({ page, composer }: Visitor, text: string): Promise<void> {
  await composer.fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/**
 * Tries again long before the page would by itself, which has to come to those who still let nobody through: once they
 * do, the page may be back before anybody has pressed anything.
 */
async function tryNow({ banner }: Visitor, front: Front, press: (button: Locator) => Promise<void>): Promise<void> {
  await expect(banner.locator('.left')).toHaveText(/^([4-9]|\d\d) s$/, COMING_BACK);
  const before = front.refused;
  await press(banner.getByRole('button', { name: 'Try now' }));
  await expect.poll(() => front.refused, { timeout: 3_000 }).toBeGreaterThan(before);
}

for (const [screen, options] of Object.entries({ desk: DESK, phone: PHONE }) as [string, BrowserContextOptions][]) {
  test.describe(`on a ${screen}, it is said in words`, { tag: screen === 'desk' ? '@full' : [] }, () => {
    /** Comes in through the front, and waits until the connection stands. */
    const come = async (
      front: Front,
      visit: (name: string, url: string, options: BrowserContextOptions) => Promise<Visitor>,
      called: string,
    ) => {
      const name = `${called}-${screen}`;
      const visitor = await visit(name, front.url(), { ...options, reducedMotion: 'reduce' });
      await expect(visitor.people).toContainText([name]);
      return visitor;
    };

    test('that the connection is lost, when it is tried again, and that one can try now; nothing moves', async ({
      visit,
      front,
    }) => {
      const ann = await come(front, visit, 'lost');
      await say(ann, 'hello');
      await expect(ann.pending).toHaveCount(0);
      const before = await placeOf(ann.page);
      front.leave();
      await expect(ann.banner).toContainText('Connection lost');
      expect(await placeOf(ann.page)).toEqual(before);
      await expect(ann.banner).toContainText('What you write is kept', COMING_BACK);
      await expect(ann.banner.locator('.left')).toHaveText(/^\d+ s$/, COMING_BACK);
      await expectAccessible(ann.page);
      await tryNow(ann, front, (now) => now.press('Enter'));
      front.return();
      await expect(ann.banner).toBeEmpty(COMING_BACK);
      expect(await placeOf(ann.page)).toEqual(before);
    });

    test('that there is no network', async ({ visit, front }) => {
      const ann = await come(front, visit, 'offline');
      await ann.page.context().setOffline(true);
      front.leave();
      await expect(ann.banner).toContainText('You are offline', COMING_BACK);
      front.return();
      await ann.page.context().setOffline(false);
      await expect(ann.banner).toBeEmpty(COMING_BACK);
    });

    test('that something in between lets no socket through', async ({ visit, front }) => {
      const ann = await come(front, visit, 'blocked');
      front.isOpen = false;
      front.drop();
      await expect(ann.banner).toContainText('a proxy blocks WebSockets', COMING_BACK);
      await expectAccessible(ann.page);
      await tryNow(ann, front, (now) => now.click());
      front.isOpen = true;
      await expect(ann.banner).toBeEmpty(COMING_BACK);
    });

    test('that the server lets in no page of this address', async ({ visit, front }) => {
      const ann = await come(front, visit, 'foreign');
      await ann.page.route('**/check?*', (route) =>
        route.fulfill({ json: { ok: false, code: 'origin', text: 'Set parley.origins.' } }),
      );
      front.isOpen = false;
      front.drop();
      await expect(ann.banner).toContainText('parley.origins', COMING_BACK);
    });

    test('that somebody was removed from a room, or that it is archived', async ({ server, visit, front }) => {
      const ann = await come(front, visit, 'removed');
      const bot = await Bot.at(server.url());
      const { recipient } = await bot.enter({ type: 'create', kind: 'private', title: 'The surprise' });
      await bot.enter({ type: 'invite', recipient, person: `@removed-${screen}` });
      await ann.page.goto(`${front.url()}#/i/${recipient.slice(2)}`);
      const rooms = ann.page.getByRole('button', { name: 'Rooms', exact: true });
      if (await rooms.isVisible()) {
        await rooms.click();
      }
      await ann.page.getByRole('button', { name: 'Join The surprise' }).click();
      await expect(ann.page.getByText('only those who are in this room can read')).toBeVisible();
      await bot.enter({ type: 'settings', recipient, archived: true });
      await expect(ann.page.getByText('This room is archived')).toBeVisible();
      await bot.enter({ type: 'settings', recipient, archived: false });
      await bot.enter({ type: 'remove', recipient, person: `@removed-${screen}` });
      await expect(ann.banner).toContainText('You are not in The surprise any more.');
      await ann.banner.getByRole('button', { name: 'OK' }).click();
      await expect(ann.banner).toBeEmpty();
      bot.close();
    });

    test('that somebody has signed out elsewhere', async ({ visit, front }) => {
      const ann = await come(front, visit, 'signed-out');
      await ann.page.context().request.delete(`${front.url()}me`, { data: {} });
      await expect(ann.page.getByText('You have signed out.')).toBeVisible();
      await expect(ann.entrance).toBeVisible();
      await expectAccessible(ann.page);
    });

    test('that nobody answers, and that a room is not on this device', async ({ visit, front }) => {
      const ann = await come(front, visit, 'nobody');
      await ann.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      front.leave();
      await expect(ann.banner).toContainText('kept', COMING_BACK);
      await ann.page.goto(`${front.url()}#/r/never-opened`);
      await expect(ann.page.getByText('#never-opened is not on this device')).toBeVisible();
      await expectAccessible(ann.page);
      await ann.page.context().clearCookies();
      await ann.page.evaluate(() => {
        localStorage.clear();
      });
      await ann.page.reload();
      await expect(ann.page.getByRole('heading', { name: 'Nobody answers' })).toBeVisible();
      front.return();
      await ann.page.getByRole('button', { name: 'Try again' }).click();
      await expect(ann.entrance).toBeVisible();
    });

    test('what this is, to who comes for the first time, on one screen', async ({ browser, front }) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await page.goto(front.url());
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Parley');
      for (const text of await page.locator('main li:visible').all()) {
        await expect(text).toBeInViewport({ ratio: 1 });
      }
      await expect(page.getByRole('button', { name: 'Come in' })).toBeInViewport({ ratio: 1 });
      await expectAccessible(page);
      await context.close();
    });

    test.describe('by a server of its own', () => {
      let own: Server;
      const start = async (front: Front, settings: Server['settings'] = {}) => {
        own = await Server.at('/', settings);
        front.behind = own.port;
      };

      test.afterEach(async () => {
        await own.close();
      });

      test('that the server is being restarted', async ({ visit, front }) => {
        await start(front);
        const ann = await come(front, visit, 'ann');
        const stopped = own.stop();
        await expect(ann.banner).toContainText('The server is being restarted');
        await stopped;
        await own.start();
        await expect(ann.banner).toBeEmpty(COMING_BACK);
      });

      test('that it was too fast, and goes on by itself', async ({ visit, front }) => {
        await start(front, { 'parley.limit.rate': '0.2', 'parley.limit.burst': '2' });
        const ann = await come(front, visit, 'ann');
        for (const text of ['one', 'two', 'three']) {
          await say(ann, text);
        }
        await expect(ann.banner).toContainText('faster than the server takes messages');
        await expect(ann.banner.locator('.left')).toHaveText(/^\d s$/);
        await expect(ann.pending).toHaveCount(0, COMING_BACK);
        await expect(ann.banner).toBeEmpty();
      });
    });
  });
}

test('a browser that can’t run the page says so, with and without scripts', async ({ browser, server }) => {
  const old = await browser.newPage();
  await old.route('**/main-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'this is no script' }),
  );
  await old.goto(server.url());
  await expect(old.getByText('in a newer browser')).toHaveCSS('opacity', '1', { timeout: 15_000 });
  await old.close();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.url());
  await expect(page.locator('noscript')).toBeVisible();
  expect(await page.content()).toContain('Parley needs JavaScript'); // what stands in a noscript is no text to Playwright
  await context.close();
});

test('nothing flashes while a room is loaded for a moment', async ({ visit }) => {
  const ann = await visit('kim-flash');
  await expect(ann.people).toContainText(['kim-flash']);
  await expect(ann.page.locator('.loading')).toHaveCount(0);
  await ann.page.evaluate(() => {
    const seen: number[] = [];
    let since: number | undefined;
    Object.assign(window, { seen });
    const look = () => {
      const loading = document.querySelector('.loading');
      since ??= loading ? performance.now() : undefined;
      if (loading && since !== undefined && performance.now() - since < 200) {
        seen.push(Number(getComputedStyle(loading).opacity));
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await ann.open('flash');
  await expect(ann.page.getByText('Nothing said yet')).toBeVisible();
  const seen = await ann.page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(Math.max(0, ...seen)).toBe(0);
});

test('over plain http the page says what needs https', async ({ visit }) => {
  const ann = await visit('lea-https');
  await ann.page.addInitScript(() => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
  });
  await ann.page.reload();
  await ann.composer.press('ControlOrMeta+/');
  await expect(ann.page.getByRole('dialog')).toContainText('need https');
});
