import { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { goTo, ROUTES } from './routes';
import { PHONE } from './screens';
import { Server } from './server';
import { Town, UNHURRIED } from './town';

/** Just wide enough for three columns: a picture has to be read by people, and kept by git. */
const DESK = { viewport: { width: 1120, height: 700 } };
const SCREENS = { desk: DESK, phone: PHONE };
const LOOKS = {
  light: { colorScheme: 'light', locale: 'en-GB' },
  dark: { colorScheme: 'dark', locale: 'en-GB' },
  rtl: { colorScheme: 'light', locale: 'ar' },
} as const;

const PICTURES = [
  ['desk', 'light', 'a room'],
  ['desk', 'dark', 'a room'],
  ['desk', 'rtl', 'a room'],
  ['phone', 'light', 'a room'],
  ['phone', 'dark', 'the places'],
  ['phone', 'rtl', 'what is pinned'],
  ['desk', 'dark', 'what is unread'],
  ['desk', 'rtl', 'about one’s own private room'],
  ['phone', 'light', 'the settings'],
  ['phone', 'dark', 'the switcher'],
  ['desk', 'light', 'a new public room'],
  ['desk', 'light', 'a thread'], // the last: what is new there is new only once
] as const satisfies readonly (readonly [keyof typeof SCREENS, keyof typeof LOOKS, string])[];

/** What the pictures were taken by: another browser, or other fonts, draw the same page otherwise. */
interface Camera {
  readonly browser: string;
  readonly fonts: string;
}

const NOTE = join(import.meta.dirname, 'shots', 'taken-by.json');
/** What is on the screen happened then, and it is looked at half an hour later. */
const THEN = '2026-11-24T09:12:00.000Z';
const NOW = '2026-11-24T09:41:00.000Z';

test('the main screens look as they did', async ({ browser, watch }, { config }) => {
  test.setTimeout(240_000);
  const camera = await cameraOf(browser);
  if (config.updateSnapshots === 'all') {
    writeFileSync(NOTE, `${JSON.stringify(camera, null, 2)}\n`);
  } else {
    const before = JSON.parse(readFileSync(NOTE, 'utf8')) as Camera;
    if (before.browser !== camera.browser || before.fonts !== camera.fonts) {
      process.stdout.write(
        `NOTHING WAS COMPARED: the pictures in e2e/shots were taken by Chromium ${before.browser} with fonts ${before.fonts}, ` +
          `and this is ${camera.browser} with ${camera.fonts}. \`npm run shots:take\` takes them anew.\n`,
      );
      return;
    }
  }
  const server = await Server.at('/', UNHURRIED);
  const town = await Town.at(server.url());
  try {
    for (const [screen, look, name] of PICTURES) {
      const options = { ...SCREENS[screen], ...LOOKS[look], timezoneId: 'UTC' };
      const page = await stillLife(browser, town, options);
      watch(page);
      await page.goto(`${town.url}#/r/harbour`);
      await expect(page.locator('parley-talk .line').last()).toBeVisible();
      await expect(page.locator('parley-people li')).toHaveCount(4);
      const route = ROUTES.find((other) => other.name === name);
      if (!route) {
        throw new Error(`there is no way to ${name}`);
      }
      await goTo(route, page, town);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await expect(page).toHaveScreenshot(`${[screen, look, ...(name.match(/\w+/g) ?? [])].join('-')}.png`);
      await page.context().close();
    }
  } finally {
    town.leave();
    await server.close();
  }
});

/** The page of somebody for whom time stands still, and whose people have the same ids at each run, and so their colours. */
async function stillLife(browser: Browser, town: Town, options: BrowserContextOptions): Promise<Page> {
  const page = await town.look(browser, options);
  await page.clock.setFixedTime(NOW);
  const names = await town.ids();
  const still = (text: string) =>
    names
      .reduce((all, [id, name]) => all.replaceAll(id, stillId(name)), text)
      .replaceAll(/"at":"[^"]+"/g, `"at":"${THEN}"`);
  const real = (text: string) => names.reduce((all, [id, name]) => all.replaceAll(stillId(name), id), text);
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      server.send(real(String(text)));
    });
    server.onMessage((text) => {
      socket.send(still(String(text)));
    });
  });
  await page.route('**/me', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: still(await answer.text()) });
  });
  return page;
}

function stillId(name: string): string {
  return `p_${name.replaceAll(/\W/g, '').padEnd(16, '0').slice(0, 16)}`;
}

/** The browser, and how wide its own fonts write what the page's fonts have no signs for. */
async function cameraOf(browser: Browser): Promise<Camera> {
  const page = await browser.newPage();
  const widths = await page.evaluate(() =>
    ['600 40px sans-serif', '40px serif', '40px monospace'].map((font) => {
      const pen = document.createElement('canvas').getContext('2d');
      Object.assign(pen ?? {}, { font });
      return ['مرحبا بالجميع', '日本語', '👍🎉', 'Parley']
        .map((text) => Math.round(pen?.measureText(text).width ?? 0))
        .join('/');
    }),
  );
  await page.close();
  return { browser: browser.version(), fonts: widths.join(' ') };
}
