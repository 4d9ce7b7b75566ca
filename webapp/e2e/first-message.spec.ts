import { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Line, Pace } from './line';
import { PHONE } from './screens';
import { Visitor } from './visitor';

/** Mbit/s, in bytes a millisecond. */
const MBIT = 1_000_000 / 8 / 1_000;
/** As Lighthouse has them: what a phone mostly gets at least, and at best. */
const LINES: Readonly<Record<string, Pace>> = {
  'a line without a limit': { roundTrip: 0, down: Infinity, up: Infinity },
  'slow 4G (150 ms, 1.6 Mbit/s)': { roundTrip: 150, down: 1.6 * MBIT, up: 0.75 * MBIT },
  'fast 4G (60 ms, 9 Mbit/s)': { roundTrip: 60, down: 9 * MBIT, up: 1.5 * MBIT },
};
/** A phone of the middle is so much slower than a desk's machine. */
const SLOWER = 4;
const TIMES = 3;
/** By then a browser has kept what it made of the scripts, too. */
const USUAL = 3;
/** A page is left alone for so long (ms): a browser keeps such things when it has nothing else to do. */
const SETTLED = 2_000;

test.use({ serviceWorkers: 'allow' });

/**
 * Opens the page on a phone; tells when the first message was on the screen (ms since somebody went to the page). The
 * page tells it by itself: to look into it, as `waitForFunction` does, would itself take a slow page 100 ms.
 */
async function open(context: BrowserContext, url: string): Promise<[Page, number]> {
  const page = await context.newPage();
  const chrome = await context.newCDPSession(page);
  await chrome.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  let tell: (ms: number) => void = () => undefined;
  const seen = new Promise<number>((resolve) => {
    tell = resolve;
  });
  await page.exposeFunction('seen', (ms: number) => {
    tell(ms);
  });
  await page.goto(url, { waitUntil: 'commit' });
  return [page, await seen];
}

/** Tells when the first message is drawn, and the picture of it is done. */
function watch(): void {
  const look = () => {
    if (document.querySelector('parley-timeline .words')) {
      setTimeout(() => {
        (globalThis as unknown as { seen(after: number): void }).seen(performance.now());
      });
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

type Kept = NonNullable<BrowserContextOptions['storageState']>;

/** A phone that keeps this of its last visits. */
async function phone(browser: Browser, storageState: Kept): Promise<BrowserContext> {
  const context = await browser.newContext({ ...PHONE, storageState, serviceWorkers: 'allow' });
  await context.addInitScript(watch);
  return context;
}

test('the first message is asked for before the page’s scripts are there, and all of that once', async ({
  browser,
  server,
  visit,
  watch,
}) => {
  const ann = await visit('ann-early');
  await ann.say('before everything else');
  await expect(ann.pending).toHaveCount(0);
  const { cookies } = await ann.page.context().storageState();
  const context = await browser.newContext({ storageState: { cookies, origins: [] }, serviceWorkers: 'block' });
  const page = await context.newPage();
  watch(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  const told: string[] = [];
  const heard = page.waitForEvent('websocket').then((socket) => {
    socket.on('framereceived', ({ payload }) => told.push(String(payload)));
    return socket.waitForEvent('framereceived', ({ payload }) => String(payload).includes('before everything else'));
  });
  await page.route('**/main-*.js', async (route) => {
    await heard;
    await route.continue();
  });
  await page.goto(server.url());
  await expect(new Visitor(page, ann.name).line('before everything else')).toBeVisible();
  expect(asked.filter((url) => /\/(me|ws)$/.test(url))).toHaveLength(2);
  await ann.say('after it');
  await new Visitor(page, ann.name).sees('after it');
  expect(told.filter((frame) => frame.includes('before everything else'))).toHaveLength(1);
  await context.close();
});

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

for (const [name, pace] of Object.entries(LINES)) {
  test(
    `when somebody known sees the first message is measured: ${name}`,
    { tag: '@full' },
    async ({ browser, server, visit }) => {
      test.setTimeout(240_000);
      const line = await Line.to(server.port, pace);
      try {
        const ann = await visit(`ann-on-${pace.roundTrip}`, line.url);
        await ann.say('hello');
        await expect(ann.pending).toHaveCount(0);
        const { cookies, origins } = await ann.page.context().storageState({ indexedDB: true });
        await ann.page.close();
        const took = { nothing: [] as number[], rooms: [] as number[], next: [] as number[], usual: [] as number[] };
        for (let i = 0; i < TIMES; i++) {
          const fresh = await phone(browser, { cookies, origins: [] });
          took.nothing.push((await open(fresh, line.url))[1]);
          await fresh.close();
          const kept = await phone(browser, { cookies, origins });
          const [page, first] = await open(kept, line.url);
          took.rooms.push(first);
          await page.evaluate(() => navigator.serviceWorker.ready);
          await page.close();
          for (let visit = 1; visit <= USUAL; visit++) {
            const [again, time] = await open(kept, line.url);
            if (visit === 1) {
              took.next.push(time);
            } else if (visit === USUAL) {
              took.usual.push(time);
            }
            await expect(again.getByRole('log')).toBeVisible();
            await again.waitForTimeout(SETTLED);
            await again.close();
          }
          await kept.close();
        }
        const [nothing, rooms, next, usual] = Object.values(took).map((times) => median(times).toFixed(0));
        process.stdout.write(
          `first message, ${name}, ${SLOWER} times slower: ${nothing} ms where the browser keeps nothing but the cookie, ` +
            `${rooms} ms where it has no files, ${next} ms at the next visit, ${usual} ms at the ${USUAL + 1}th\n`,
        );
      } finally {
        await line.close();
      }
    },
  );
}
