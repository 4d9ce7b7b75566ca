import { Page } from '@playwright/test';
import { HOSTILE } from '../src/testing/hostile';
import { Bot } from './bot';
import { expect, test } from './fixtures';
import { Server } from './server';

/** What the server takes: it refuses NUL, and half of a surrogate pair. */
const SAYABLE = HOSTILE.filter((text) => !/\0|\p{Surrogate}/u.test(text));
/** So many messages are looked at at a time, on a screen where they all fit. */
const AT_A_TIME = 60;
const SCREEN = { viewport: { width: 1000, height: 12_000 } };
/** What might make an element run something by itself. */
const EVENTS = ['mouseover', 'mouseenter', 'mousemove', 'pointerover', 'error', 'load', 'toggle', 'animationstart'];

interface Watched {
  happened: string[];
}

/** Writes down whatever happens in a page that must not. */
async function guard(page: Page, home: string): Promise<string[]> {
  const outside: string[] = [];
  page.on('dialog', (dialog) => {
    outside.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => outside.push(`popup: ${popup.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) {
      outside.push(`request: ${request.url()}`);
    }
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || !frame.url().startsWith(home)) {
      outside.push(`navigation: ${frame.url()}`);
    }
  });
  await page.addInitScript(() => {
    const happened: string[] = [];
    Object.assign(window, { happened });
    window.alert = (text) => happened.push(`alert: ${String(text)}`);
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      happened.push(`violation: ${violatedDirective} ${blockedURI}`);
    });
  });
  return outside;
}

/** Provokes what was drawn of messages, and says which of it is not as it should be. */
function provoke(events: string[]): string[] {
  const wrong: string[] = [];
  for (const element of document.querySelectorAll('parley-timeline .words *')) {
    for (const type of events) {
      element.dispatchEvent(new Event(type, { bubbles: type !== 'mouseenter' }));
    }
    const handlers = element.getAttributeNames().filter((name) => name.startsWith('on') || name.startsWith('src'));
    const isSafe = !(element instanceof HTMLAnchorElement) || ['http:', 'https:', 'mailto:'].includes(element.protocol);
    const isAlone = !(element instanceof HTMLAnchorElement) || element.rel === 'noopener noreferrer';
    if (handlers.length || !isSafe || !isAlone || element.namespaceURI !== document.documentElement.namespaceURI) {
      wrong.push(element.outerHTML);
    }
  }
  return wrong;
}

let server: Server;

test.beforeAll(async () => {
  server = await Server.at('/', { 'parley.limit.rate': '0' });
});

test.afterAll(async () => {
  await server.close();
});

test('nothing that somebody writes runs, or asks another host for anything', async ({ visit }) => {
  const bot = await Bot.at(server.url());
  const visitor = await visit('xenia', server.url(), SCREEN);
  const { page } = visitor;
  const outside = await guard(page, server.url());
  await page.reload();
  for (let i = 0; i < SAYABLE.length; i += AT_A_TIME) {
    const some = SAYABLE.slice(i, i + AT_A_TIME);
    const { recipient } = await bot.enter({ type: 'join', recipient: `#xss-${i}` });
    await visitor.open(`xss-${i}`);
    await bot.say(recipient, some);
    await expect(visitor.lines).toHaveCount(some.length);
    expect(await page.evaluate(provoke, EVENTS)).toEqual([]);
  }
  await expect(page.locator('.source-box [class^="hljs-"]').first()).toBeAttached();
  expect(await page.evaluate(() => (window as unknown as Watched).happened)).toEqual([]);
  expect(outside).toEqual([]);
  bot.close();
});
