import { chromium, Page } from '@playwright/test';
import { browser } from './browser';
import { expect, expectAccessible, test } from './fixtures';
import { Visitor } from './visitor';

/** What is told when nobody has read it by then comes so late (ms), and not later. */
const PATIENCE = 3_000;

/** Stands for the browser's notifications, which a test can't see. Nobody is asked more than once. */
async function record({ page }: Visitor): Promise<void> {
  await page.context().addInitScript(() => {
    const shown: { title: string; body: string; tag: string; onclick?: () => void; close: () => void }[] = [];
    function Recorded(this: object, title: string, options: { body: string; tag: string }) {
      shown.push(Object.assign(this, { title, ...options, close: () => undefined }));
    }
    Object.defineProperty(Recorded, 'permission', {
      get: () => (localStorage.getItem('asked') ? 'granted' : 'default'),
    });
    Recorded.requestPermission = () => {
      localStorage.setItem('asked', String(Number(localStorage.getItem('asked')) + 1));
      return Promise.resolve('granted');
    };
    Object.assign(window, { Notification: Recorded, shown });
  });
  await page.reload();
}

/** What was told in this tab, besides that it will be. */
const told = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { shown: { title: string; body: string }[] }).shown
      .filter(({ title }) => title !== 'Parley')
      .map(({ title, body }) => `${title}: ${body}`),
  );

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Notifications' });

async function turnOn({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Notifications' }).click();
  await dialog(page).getByRole('switch', { name: 'Off in this browser' }).click();
  await expect(dialog(page).getByRole('switch', { name: 'On in this browser' })).toBeVisible();
}

test('one tab of all tells of what is for one, and leads there', async ({ visit }) => {
  const vera = await visit('vera-told');
  const wim = await visit('wim-tells');
  await record(vera);
  await vera.open('far-away');
  await vera.open('lobby');
  expect(await vera.page.evaluate(() => localStorage.getItem('asked'))).toBeNull();
  await turnOn(vera);
  await expectAccessible(vera.page);
  await vera.page.keyboard.press('Escape');
  const other = await vera.another(vera.page.url());
  await expect(other.composer).toBeVisible();

  await wim.open('far-away');
  await wim.say('nothing special');
  await wim.say('look, @vera-told');
  await expect
    .poll(() => told(vera.page), { timeout: PATIENCE + 2_000 })
    .toEqual(['wim-tells in #far-away: look, @vera-told']);
  expect(await told(other.page)).toEqual([]);
  await vera.page.evaluate(() => {
    (window as unknown as { shown: { onclick: () => void }[] }).shown.at(-1)?.onclick();
  });
  await expect(vera.page).toHaveURL(/#\/r\/far-away\/\d+$/);
  await expect(vera.line('look, @vera-told')).toBeInViewport();

  await vera.page.close();
  await wim.say('and once more, @vera-told');
  await expect.poll(() => told(other.page), { timeout: PATIENCE + 2_000 }).toHaveLength(1);
});

test('nothing is told of what one sees, wants not to hear of, or in quiet hours', async ({ visit }) => {
  const xia = await visit('xia-quiet');
  const yves = await visit('yves-talks');
  await record(xia);
  await xia.open('shop');
  await xia.open('park-bench');
  await turnOn(xia);
  await xia.page.keyboard.press('Escape');
  await yves.open('park-bench');
  await yves.say('@xia-quiet sees this');
  await xia.door('shop').hover();
  await xia.page.getByRole('button', { name: 'More about shop' }).click();
  await xia.page.getByRole('menuitemradio', { name: 'Nothing' }).click();
  await yves.open('shop');
  await yves.say('@xia-quiet wants no such thing');

  await xia.page.getByRole('button', { name: 'Notifications' }).click();
  const now = new Date();
  const clock = (hours: number) => `${String((now.getHours() + hours + 24) % 24).padStart(2, '0')}:00`;
  await dialog(xia.page).getByLabel('from').fill(clock(-1));
  await dialog(xia.page).getByLabel('to').fill(clock(2));
  await dialog(xia.page).getByRole('button', { name: 'Save' }).click();
  await yves.open('@xia-quiet');
  await yves.say('shh');
  await expect(xia.door('yves-talks')).toContainText('new message');
  await xia.page.waitForTimeout(PATIENCE);
  expect(await told(xia.page)).toEqual([]);
});

test('over plain http it is said why there are none', async ({ server }) => {
  const options = await browser();
  const args = [...options.args, '--host-resolver-rules=MAP chat.test 127.0.0.1'];
  const foreign = await chromium.launch({ ...options, args });
  try {
    const zed = new Visitor(await (await foreign.newContext()).newPage(), 'zed-plain');
    await zed.comeIn(server.url('chat.test'));
    await zed.page.getByRole('button', { name: 'Notifications' }).click();
    await expect(dialog(zed.page)).toContainText('This page came over plain http');
    await expect(dialog(zed.page).getByRole('switch')).toHaveCount(0);
    await expectAccessible(zed.page);
  } finally {
    await foreign.close();
  }
});
