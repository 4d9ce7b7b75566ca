import { Browser, BrowserContextOptions, expect, Page, test as base } from '@playwright/test';
import { Front } from './front';
import { Server } from './server';
import { Visitor } from './visitor';

interface Fixtures {
  /** Opens the page as somebody in a browser of their own; their errors fail the test. */
  visit: (name: string, url?: string, options?: BrowserContextOptions) => Promise<Visitor>;
  /** Has each error and warning on this page's console fail the test: a violation of the CSP is one. */
  watch: (page: Page) => void;
  /** What stands before the shared server. */
  front: Front;
  /** Errors of these words are what the test is about; none by default. */
  expected: RegExp;
}

/** What is said where a test has service workers blocked. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

interface WorkerFixtures {
  /** A server at `/` that every test of a worker shares: each test has its own people and rooms. */
  server: Server;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await Server.at('/');
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],

  expected: [/(?!)/, { option: true }],

  watch: async ({ expected }, use) => {
    const wrong: string[] = [];
    await use((page) => {
      page.on('pageerror', (error) => wrong.push(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) {
          wrong.push(`${message.type()}: ${message.text()} (${message.location().url})`);
        }
      });
    });
    expect(wrong.filter((text) => !expected.test(text) && !text.includes(BLOCKED))).toEqual([]);
  },

  front: async ({ server }, use) => {
    const front = await Front.before(server.port);
    await use(front);
    await front.close();
  },

  visit: async ({ browser, server, watch }, use) => {
    const contexts: Awaited<ReturnType<Browser['newContext']>>[] = [];
    await use(async (name, url = server.url(), options = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      watch(page);
      const visitor = new Visitor(page, name);
      await visitor.comeIn(url);
      return visitor;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** What a browser says of a server that is away, or goes while it is asked for something. */
export const AWAY = /WebSocket connection to .* failed|ERR_CONNECTION_RE(FUSED|SET)/;

/** What a browser says where nobody answers, or something in between does. */
export const UNREACHED = /WebSocket connection to .* failed|net::ERR_|Failed to load resource/;

/** What a page says first when its server goes, in whichever way. */
export const GONE = /Connection lost|being restarted|What you write is kept/;

export { expectAccessible, obstaclesOn } from './obstacles';
export { expect };
