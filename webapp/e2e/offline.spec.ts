import { Page } from '@playwright/test';
import { Bot } from './bot';
import { expect, expectAccessible, test } from './fixtures';
import { Front } from './front';
import { PHONE } from './screens';
import { Server } from './server';
import { Visitor } from './visitor';

/** A page may wait so long (ms) before it tries again by itself. */
const COMING_BACK = { timeout: 40_000 };
/** What a browser says of a host that is not there, and of what it had begun to load when the worker took over. */
const AWAY =
  /WebSocket connection to .* failed|net::ERR_(CONNECTION|EMPTY_RESPONSE|SOCKET)|Failed to load resource|cross-world/;

test.use({ expected: AWAY, serviceWorkers: 'allow' });

/** Waits until the browser keeps the page and its files. */
async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated') {
      await new Promise((done) => active?.addEventListener('statechange', done, { once: true }));
    }
  });
}

/** Waits until the browser remembers this of its rooms. */
async function remembered(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(memory)).toContain(text);
}

/** All that the browser remembers of rooms. */
async function memory(): Promise<string> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.endsWith(' rooms') ? [name] : []));
  const texts = names.map(
    (name) =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          const all = request.result.transaction('rooms').objectStore('rooms').getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve(JSON.stringify(all.result));
          };
        };
      }),
  );
  return (await Promise.all(texts)).join();
}

/** Opens the page anew in the same browser, and says how long (ms) that took until this was on the screen. */
async function reopened(visitor: Visitor, url: string, lines: readonly string[]): Promise<[Visitor, number]> {
  const again = new Visitor(await visitor.page.context().newPage(), visitor.name);
  const begin = performance.now();
  await again.page.goto(url);
  await expect(again.lines).toHaveText(lines);
  return [again, performance.now() - begin];
}

for (const context of ['/', '/a/b/']) {
  test.describe(`an app that is installed at ${context}`, { tag: context === '/' ? '@full' : [] }, () => {
    let server: Server;
    let front: Front;

    test.beforeEach(async () => {
      server = await Server.at(context.replace(/(?<=.)\/$/, ''));
      front = await Front.before(server.port);
    });

    test.afterEach(async () => {
      await front.close();
      await server.close();
    });

    test('opens without a connection, is read and written in, and comes back exactly', async ({ visit }) => {
      const url = `${front.url(context)}#/r/tea`;
      const bot = await Bot.at(server.url());
      const { recipient } = await bot.enter({ type: 'join', recipient: '#tea' });
      await bot.enter({ type: 'message', recipient, content: 'the first' });
      const { seq } = await bot.enter({ type: 'message', recipient, content: 'the second' });
      const ann = await visit('ann', url);
      await expect(ann.lines).toHaveText(['the first', 'the second']);
      await installed(ann.page);
      await remembered(ann.page, 'the second');
      await ann.page.close();

      front.leave();
      const [again, took] = await reopened(ann, url, ['the first', 'the second']);
      process.stdout.write(`opened without a connection, from address to words: ${took.toFixed(0)} ms\n`);
      await expect(again.door('lobby')).toBeVisible();
      await expect(again.banner).toContainText('What you write is kept', COMING_BACK);
      await again.say('written without a connection');
      await expect(again.waiting).toHaveCount(1);
      await bot.enter({ type: 'delete', recipient, target: seq });
      await bot.enter({ type: 'message', recipient, content: 'the third' });

      const asked: string[] = [];
      again.page.on('websocket', (socket) => {
        socket.on('framesent', ({ payload }) => asked.push(String(payload)));
      });
      front.return();
      await expect(again.pending).toHaveCount(0, COMING_BACK);
      await expect(again.lines.filter({ hasText: /^the|^written/ })).toHaveText([
        'the first',
        'the third',
        'written without a connection',
      ]);
      const resume = JSON.parse(asked.find((frame) => frame.includes('"resume"')) ?? '{}') as {
        positions?: { room: string; seq: number }[];
      };
      expect(resume.positions).toContainEqual(expect.objectContaining({ room: recipient, seq: seq + 1 }));
      await remembered(again.page, 'written without a connection');
      expect(await again.page.evaluate(memory)).not.toContain('the second');
      bot.close();
    });

    test('shows what is remembered while the server is slow to answer', async ({ visit }) => {
      const dan = await visit('dan', front.url(context));
      await dan.say('hello');
      await expect(dan.pending).toHaveCount(0);
      await installed(dan.page);
      await remembered(dan.page, 'hello');
      await dan.page.close();
      front.isSlow = true;
      const [, took] = await reopened(dan, front.url(context), ['hello']);
      process.stdout.write(`opened while the server is slow: ${took.toFixed(0)} ms\n`);
      front.isSlow = false;
    });

    test('keeps nothing of who has signed out', async ({ visit }) => {
      const eve = await visit('eve', front.url(context));
      const other = await eve.another(front.url(context));
      await eve.say('for nobody else');
      await expect(eve.pending).toHaveCount(0);
      await installed(eve.page);
      await remembered(eve.page, 'for nobody else');
      await eve.page.getByRole('button', { name: 'Sign out' }).click();
      await eve.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
      for (const { entrance, page } of [eve, other]) {
        await expect(entrance).toBeVisible();
        expect(await page.evaluate(memory)).not.toContain('for nobody else');
      }
      await other.page.close();
      await expect.poll(() => eve.page.evaluate(() => indexedDB.databases())).toEqual([]);
      front.leave();
      await eve.page.reload();
      await expect(eve.page.getByRole('heading', { name: 'Nobody answers' })).toBeVisible();
    });
  });
}

test.describe('an app that is installed at the root of a host', () => {
  test('leaves other applications and what is no file of its own to the host', async ({ visit, front }) => {
    front.puts.set('/other/', { type: 'text/html', body: '<link rel="icon" href="data:,"><h1>Another one</h1>' });
    front.puts.set('/other/icon.svg', { type: 'text/plain', body: 'theirs' });
    const fay = await visit('fay-offline', front.url());
    await installed(fay.page);
    await fay.page.reload();
    await expect(fay.composer).toBeVisible();
    await fay.page.goto(front.url('/other/'));
    await expect(fay.page.getByRole('heading')).toHaveText('Another one');
    const read = (path: string) => fay.page.evaluate(async (url) => (await fetch(url)).text(), path);
    expect(await read('/other/icon.svg')).toBe('theirs');
    front.puts.set('/other/icon.svg', { type: 'text/plain', body: 'theirs, anew' });
    expect(await read('/other/icon.svg')).toBe('theirs, anew');
    const names = await fay.page.evaluate(async () => {
      const caches = await Promise.all((await self.caches.keys()).map((name) => self.caches.open(name)));
      const requests = await Promise.all(caches.map((cache) => cache.keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(names).toContain('/');
    expect(names.filter((name) => /^\/(ws|me|check|health\/.*|other\/.*)$/.test(name))).toEqual([]);
    front.leave();
    await expect(fay.page.goto(front.url('/other/'))).rejects.toThrow('net::');
    await expect(fay.page.goto(front.url('/me'))).rejects.toThrow('net::');
  });

  /** The name of a file whose content is another. */
  const renewed = (name: string) => name.replace(/.(?=\.js$)/, (last) => (last === '_' ? '-' : '_'));

  /** Has the server hand out another version, as its build names it, and tells what the old one was made of. */
  async function renew(front: Front) {
    const text = async (name: string) => (await fetch(front.url(`/${name}`))).text();
    const [page, worker] = [await text(''), await text('worker.js')];
    const [main = ''] = /main-[\w-]{8}\.js/.exec(page) ?? [];
    const parts = [...new Set(worker.match(/chunk-[\w-]{8}\.js/g))];
    const next = (body: string) => [main, ...parts].reduce((now, name) => now.replaceAll(name, renewed(name)), body);
    for (const name of [main, ...parts]) {
      front.puts.set(`/${renewed(name)}`, { type: 'text/javascript', body: next(await text(name)) });
    }
    front.puts.set('/', { type: 'text/html', body: next(page) });
    front.puts.set('/worker.js', {
      type: 'text/javascript',
      body: next(worker).replace(/"[\w-]{12}"/, '"another-one-"'),
    });
    front.gone.add(`/${main}`);
    return { main, parts };
  }

  test('offers a new version, loses no draft for it, and goes on without', async ({ visit, front }) => {
    const gus = await visit('gus-offline', front.url());
    const other = await gus.another(front.url());
    await expect(other.composer).toBeVisible();
    await installed(gus.page);
    await other.open('begun');
    await other.composer.fill('a begun thing');

    const { main, parts } = await renew(front);
    front.drop();

    for (const { page: open } of [gus, other]) {
      await expect(open.getByText('new version')).toBeVisible(COMING_BACK);
    }
    await expect.poll(() => gus.page.evaluate(() => caches.keys())).toHaveLength(2);
    parts.forEach((part) => front.gone.add(`/${part}`));
    await gus.page.keyboard.press('ControlOrMeta+k');
    await expect(gus.page.getByRole('dialog')).toBeVisible();
    await gus.page.keyboard.press('Escape');
    await gus.say('the old one goes on');
    await expect(gus.pending).toHaveCount(0);
    await gus.page.getByRole('button', { name: 'Later' }).click();
    await expect(gus.page.getByText('new version')).toBeHidden();
    await expect(other.composer).toHaveValue('a begun thing');

    front.gone.clear();
    await other.page.getByRole('button', { name: 'Reload' }).click();
    await expect(other.page.locator(`script[src="${renewed(main)}"]`)).toBeAttached();
    await expect(other.composer).toHaveValue('a begun thing');
    await expect(other.page.getByText('new version')).toBeHidden();
  });

  test('is the same in two tabs, whichever has heard what', async ({ visit, front }) => {
    const hal = await visit('hal-offline', front.url());
    const other = await hal.another(front.url());
    await expect(other.composer).toBeVisible();
    await hal.open('two');
    await hal.say('in one tab');
    await expect(hal.pending).toHaveCount(0);
    await other.open('three');
    await other.say('in the other');
    await expect(other.pending).toHaveCount(0);
    await installed(hal.page);
    await remembered(hal.page, 'in one tab');
    await remembered(hal.page, 'in the other');
    front.leave();
    for (const [room, text] of [
      ['two', 'in one tab'],
      ['three', 'in the other'],
    ] as const) {
      const [tab] = await reopened(hal, `${front.url()}#/r/${room}`, [text]);
      await tab.say(`more in ${room}`);
      await expect(tab.waiting).toHaveText([new RegExp(`more in ${room}`)]);
    }
    front.return();
    for (const tab of [hal, other]) {
      await tab.page.goto(`${front.url()}#/r/three`);
      await expect(tab.lines).toHaveText(['in the other', 'more in three'], COMING_BACK);
      await expect(tab.pending).toHaveCount(0, COMING_BACK);
    }
  });

  test('forgets a room that somebody was removed from, and one that they left', async ({ visit, server, front }) => {
    const ida = await visit('ida-offline', front.url());
    const bot = await Bot.at(server.url());
    const { recipient } = await bot.enter({ type: 'create', kind: 'private', title: 'The surprise' });
    const { person } = (await bot.await(({ type }) => type === 'welcome')) as unknown as { person: { id: string } };
    expect(person.id).toBeTruthy();
    await bot.enter({ type: 'invite', recipient, person: '@ida-offline' });
    await ida.page.getByRole('button', { name: 'Join The surprise' }).click();
    await bot.enter({ type: 'message', recipient, content: 'not a word to cem' });
    await expect(ida.lines.last()).toHaveText('not a word to cem');
    await installed(ida.page);
    await remembered(ida.page, 'not a word to cem');
    await ida.page.close();
    await bot.enter({ type: 'remove', recipient, person: '@ida-offline' });
    const [again] = await reopened(ida, `${front.url()}#/r/alone`, []);
    await expect.poll(() => again.page.evaluate(memory)).not.toContain('not a word to cem');
    await expect(again.door('The surprise')).toHaveCount(0);
    bot.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    const tag = colorScheme === 'dark' ? '@full' : [];
    test(
      `is used by one thumb on a phone, and by the keyboard alone, ${colorScheme}`,
      { tag },
      async ({ visit, front }) => {
        const name = `jo-offline-${colorScheme}`;
        const url = `${front.url()}#/r/${name}`;
        const jo = await visit(name, url, { ...PHONE, colorScheme, reducedMotion: 'reduce' });
        await jo.composer.fill('hello');
        await jo.page.getByRole('button', { name: 'Send' }).tap();
        await expect(jo.lines).toHaveText(['hello']);
        await expect(jo.pending).toHaveCount(0);
        await installed(jo.page);
        await remembered(jo.page, 'hello');
        await jo.page.close();
        front.leave();
        const [again] = await reopened(jo, url, ['hello']);
        await expect(again.banner.getByRole('button')).toBeVisible(COMING_BACK);
        const box = await again.banner.getByRole('button').boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(44);
        await expectAccessible(again.page);
        await again.composer.fill('by thumb');
        await again.page.getByRole('button', { name: 'Send' }).tap();
        await expect(again.waiting).toHaveCount(1);
        await again.composer.focus();
        await again.page.keyboard.type('by keys');
        const send = again.page.getByRole('button', { name: 'Send' });
        await expect(async () => {
          await again.page.keyboard.press('Tab');
          await expect(send).toBeFocused({ timeout: 100 });
        }).toPass();
        await again.page.keyboard.press('Enter');
        await expect(again.waiting).toHaveCount(2);
        front.return();
        await again.banner.getByRole('button').focus();
        await again.page.keyboard.press('Enter');
        await expect(again.waiting).toHaveCount(0, COMING_BACK);
      },
    );
  }
});
