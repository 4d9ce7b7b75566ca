import { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { PHONE } from './screens';
import { Server } from './server';
import { Visitor } from './visitor';

/** Where one goes to any place. */
const switcher = (page: Page) => page.getByRole('dialog', { name: 'Go to' });
const options = (page: Page): Locator => switcher(page).getByRole('option');

test('some letters of a name and Enter lead there, by the keyboard alone', async ({ visit }) => {
  const ada = await visit('ada-keys');
  const { page } = ada;
  await ada.open('north-pier');
  await ada.open('night-train');
  await ada.open('lobby');
  await page.keyboard.press('Control+k');
  await expect(switcher(page).getByRole('combobox')).toBeFocused();
  await expect(options(page).first()).toContainText('night-train');
  await expectAccessible(page);
  await page.keyboard.type('np');
  await expect(options(page)).toHaveText([/north-pier/]);
  await page.keyboard.press('Enter');
  await expect(switcher(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('#north-pier');
  await expect(ada.composer).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('n');
  const at = (i: number) => expect(options(page).nth(i)).toHaveAttribute('aria-selected', 'true');
  await at(0);
  await page.keyboard.press('ArrowDown');
  await at(1);
  const active = await switcher(page).getByRole('combobox').getAttribute('aria-activedescendant');
  await expect(options(page).nth(1)).toHaveAttribute('id', active ?? '');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await expect(switcher(page)).toHaveCount(0);
  await expect(ada.composer).toBeFocused();
});

test('what nobody knows yet is opened, a room or somebody', async ({ visit }) => {
  const bea = await visit('bea-finds');
  const cal = await visit('cal-found');
  const heading = bea.page.getByRole('heading', { level: 1 });
  await bea.page.keyboard.press('Control+k');
  await bea.page.keyboard.type('#quite-new');
  await expect(options(bea.page)).toContainText(['open this room']);
  await bea.page.keyboard.press('Enter');
  await expect(heading).toHaveText('#quite-new');
  await bea.page.keyboard.press('Control+k');
  await bea.page.keyboard.type('@cal-f');
  await expect(options(bea.page).first()).toContainText('cal-found');
  await bea.page.keyboard.press('Enter');
  await expect(heading).toHaveText('@cal-found');
  await bea.say('there you are');
  await expect(cal.door('bea-finds')).toContainText('new message');
});

test('who calls for one comes first', async ({ visit }) => {
  const dov = await visit('dov-called');
  const eli = await visit('eli-calls');
  await dov.open('first-of-all');
  await dov.open('lobby');
  await eli.open('@dov-called');
  await eli.say('psst');
  await expect(dov.door('eli-calls')).toContainText('new message');
  await dov.page.keyboard.press('Control+k');
  await expect(options(dov.page).first()).toContainText('eli-calls');
  await expect(options(dov.page).nth(1)).toContainText('first-of-all');
});

test('a mouse finds it, too', async ({ visit }) => {
  const { page } = await visit('flo-mouse');
  await page.getByRole('button', { name: 'Go to a room or a person' }).click();
  await switcher(page).getByRole('combobox').fill('#by-mouse');
  await options(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('#by-mouse');
  await page.getByRole('button', { name: 'Go to a room or a person' }).click();
  await switcher(page).getByRole('button', { name: 'Close' }).click();
  await expect(switcher(page)).toHaveCount(0);
});

test('and so does a finger', async ({ visit, server }) => {
  const { page } = await visit('gus-finger', server.url(), PHONE);
  await page.getByRole('button', { name: 'Rooms', exact: true }).tap();
  await page.getByRole('button', { name: 'Go to a room or a person' }).tap();
  await switcher(page).getByRole('combobox').fill('#by-finger');
  await expectAccessible(page);
  expect(await page.evaluate(() => innerWidth)).toBe(390);
  await options(page).first().tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('#by-finger');
  await expect(switcher(page)).toHaveCount(0);
});

/** Has the person of this page join rooms, as a program of theirs would that knows nothing of the page. */
async function joinMany({ page }: Visitor, server: Server, count: number): Promise<void> {
  await page.goto(`${server.url()}me`);
  await page.evaluate(async (count) => {
    const sockets = Array.from(
      { length: 5 }, // a connection may ask for no more than 500 things at once
      () => new WebSocket(location.href.replace(/^http(.*)me$/, 'ws$1ws'), 'parley.v1'),
    );
    await Promise.all(
      sockets.map(
        (socket) => new Promise((open) => socket.addEventListener('message', open, { once: true })), // the welcome
      ),
    );
    let joined = 0;
    const all = new Promise<void>((done) => {
      sockets[0]?.addEventListener('message', ({ data }) => {
        joined += String(data).split('"type":"reset","recipient"').length - 1;
        if (joined > count) {
          done(); // the lobby, too
        }
      });
    });
    for (const socket of sockets) {
      socket.send('{"type":"resume","positions":[]}');
    }
    for (let i = 0; i < count; i++) {
      sockets[i % 5]?.send(JSON.stringify({ type: 'join', ref: `join-${i}`, recipient: `#room-${i}-of-many` }));
    }
    await all;
    sockets.forEach((socket) => {
      socket.close();
    });
  }, count);
  await page.goto(server.url());
}

test('2,000 rooms are looked through while one types', { tag: '@full' }, async ({ visit }) => {
  const server = await Server.at('/', { 'parley.limit.rate': '0', 'parley.limit.rooms': '0' });
  try {
    const hob = await visit('hob', server.url());
    const { page } = hob;
    await joinMany(hob, server, 2_000);
    await expect(page.getByRole('navigation').locator('parley-door')).toHaveCount(2_001, { timeout: 40_000 });
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
    await page.keyboard.press('Control+k');
    const field = switcher(page).getByRole('combobox');
    const times: number[] = [];
    for (const typed of ['r', 'ro', 'r19', 'r1m', 'room-1999']) {
      times.push(
        await field.evaluate(async (input: HTMLInputElement, value) => {
          const start = performance.now();
          input.value = value;
          input.dispatchEvent(new Event('input'));
          await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
          return performance.now() - start;
        }, typed),
      );
    }
    process.stdout.write(`2,000 rooms, from key to picture: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms\n`);
    await expect(options(page)).toHaveText([/room-1999-of-many/]);
    await page.close(); // else it misses its server
  } finally {
    await server.close();
  }
});
