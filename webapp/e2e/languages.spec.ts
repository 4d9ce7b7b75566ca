import { Locator, Page } from '@playwright/test';
import { Bot } from './bot';
import { expect, expectAccessible, test } from './fixtures';
import { DESK, PHONE } from './screens';

const html = (page: Page) => page.locator('html');

/** Chooses a language, by its own name, by the keyboard alone. */
async function speak(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('combobox');
  await expect(field).toBeFocused();
  const names = await field.locator('option').allTextContents();
  const [from, to] = [await field.locator('option:checked').textContent(), name].map((one) => names.indexOf(one ?? ''));
  for (let i = 0; i < Math.abs((to ?? 0) - (from ?? 0)); i++) {
    await page.keyboard.press((to ?? 0) > (from ?? 0) ? 'ArrowDown' : 'ArrowUp');
  }
  await expect(field.locator('option:checked')).toHaveText(name);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

/** On which side of the screen something is. */
async function sideOf(part: Locator): Promise<'left' | 'right'> {
  const [box, width] = [await part.boundingBox(), part.page().viewportSize()?.width ?? 0];
  return box && box.x + box.width / 2 > width / 2 ? 'right' : 'left';
}

test('the keyboard alone makes it Arabic, which is read from the right, and stays so', async ({ visit, server }) => {
  const bot = await Bot.at(server.url());
  const { recipient } = await bot.enter({ type: 'join', recipient: '#souk' });
  await bot.enter({ type: 'message', recipient, content: 'مرحبا بالجميع' });
  await bot.enter({ type: 'message', recipient, content: 'hello, all' });
  bot.close();
  const { page } = await visit('amal', `${server.url()}#/r/souk`, DESK);
  const rooms = page.locator('parley-rooms');
  await expect.poll(() => sideOf(rooms)).toBe('left');

  await speak(page, 'العربية');
  await expect(html(page)).toHaveAttribute('lang', 'ar');
  await expect(html(page)).toHaveAttribute('dir', 'rtl');
  await expect.poll(() => sideOf(rooms)).toBe('right');
  await expect.poll(() => sideOf(page.getByRole('complementary'))).toBe('left');
  await expect(page.locator('.day').last()).toHaveText('اليوم');
  await expect(page.getByRole('textbox', { name: 'رسالة إلى' })).toHaveAttribute('placeholder', /#souk/);
  const lines = page.locator('parley-timeline .words > div');
  await expect(lines).toHaveCount(2);
  expect(await lines.evaluateAll((all) => all.map((line) => getComputedStyle(line).direction))).toEqual(['rtl', 'ltr']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(DESK.viewport.width);
  await expectAccessible(page);

  await page.reload();
  await expect(html(page)).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('.day').last()).toHaveText('اليوم');
});

test('in Arabic, what points along a line of text points and goes to the left', async ({ visit, server }) => {
  const zayd = await visit('zayd', `${server.url()}#/r/bazaar`, DESK);
  await zayd.say('look');
  await speak(zayd.page, 'العربية');
  await zayd.line('look').hover();
  const buttons = zayd.page.getByRole('toolbar').getByRole('button');
  const icon = zayd.page.getByRole('toolbar').locator('.pointing svg').first();
  expect(await icon.evaluate((svg) => getComputedStyle(svg).scale)).toBe('-1 1');
  await buttons.first().focus();
  await zayd.page.keyboard.press('ArrowLeft');
  await expect(buttons.nth(1)).toBeFocused();
  await zayd.page.keyboard.press('ArrowRight');
  await expect(buttons.first()).toBeFocused();
});

test('languages change at once, without the page being loaded again', async ({ visit, server }) => {
  const emil = await visit('emil', `${server.url()}#/r/tongues`, DESK);
  await emil.say('one');
  let loads = 0;
  emil.page.on('load', () => loads++);
  for (const [name, tag, today, here, send] of [
    ['日本語', 'ja', '今日', 'メンバー、1人がオンライン', '送信'],
    ['Polski', 'pl', 'Dzisiaj', 'Osoby, 1 obecna', 'Wyślij'],
    ['Français', 'fr', 'Aujourd’hui', 'Personnes, 1 présente', 'Envoyer'],
    ['Português (Brasil)', 'pt-BR', 'Hoje', 'Pessoas, 1 aqui', 'Enviar'],
    ['Español', 'es', 'Hoy', 'Personas, 1 aquí', 'Enviar'],
    ['Deutsch', 'de', 'Heute', 'Personen, 1 da', 'Senden'],
    ['English', 'en', 'Today', 'People, 1 here', 'Send'],
  ] as const) {
    await speak(emil.page, name);
    await expect(html(emil.page)).toHaveAttribute('lang', tag);
    await expect(emil.page.locator('.day').last()).toHaveText(today);
    await expect(emil.page.locator('.to-people')).toHaveAttribute('aria-label', here);
    await expect(emil.page.getByRole('button', { name: send, exact: true })).toBeVisible();
    await expect(emil.page).toHaveTitle(/#tongues/);
  }
  expect(loads).toBe(0);
});

test('how many there are is said in the form that a language has for it', async ({ visit, server }) => {
  const ola = await visit('ola', `${server.url()}#/r/liczby`, DESK);
  const bot = await Bot.at(server.url());
  const { recipient } = await bot.enter({ type: 'join', recipient: '#liczby' });
  await speak(ola.page, 'Polski');
  await ola.page.goto(`${server.url()}#/r/lobby`);
  await expect(ola.page.getByRole('heading', { level: 1 })).toHaveText('#lobby');
  const badge = ola.door('liczby').locator('.badge .visually-hidden');
  const say = (content: string) => bot.enter({ type: 'message', recipient, content });
  await say('1');
  await expect(badge).toHaveText('1 nowa wiadomość');
  await say('2');
  await expect(badge).toHaveText('2 nowe wiadomości');
  await speak(ola.page, 'العربية');
  await expect(badge).toHaveText('رسالتان جديدتان');
  for (const content of ['3', '4', '5']) {
    await say(content);
  }
  await expect(badge).toHaveText(/^(5|٥) رسائل جديدة$/);
  await speak(ola.page, 'Polski');
  await expect(badge).toHaveText('5 nowych wiadomości');
  bot.close();
});

test('who goes on while a language is loaded is not put back', async ({ visit, server }) => {
  const { page } = await visit('ada-in-haste', server.url(), DESK);
  await speak(page, 'Deutsch');
  await speak(page, 'English');
  await page.keyboard.press('Control+,');
  const field = page.getByRole('dialog').getByRole('combobox');
  await expect(field).toBeFocused();
  const held: (() => void)[] = [];
  await page.route('**/chunk-*.js', async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await field.evaluate(async (select: HTMLSelectElement) => {
    const choose = (tag: string) => {
      select.value = tag;
      select.dispatchEvent(new Event('change'));
    };
    const drawn = () => new Promise((done) => requestAnimationFrame(done));
    const isSpoken = new Promise<void>((spoken) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        choose('pl'); // before German is drawn
        spoken();
      }).observe(document.documentElement, { attributeFilter: ['lang'] });
    });
    choose('de');
    await isSpoken;
    await drawn();
    await drawn();
  });
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(field).toHaveValue('pl');
  held.forEach((go) => {
    go();
  });
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
});

test.describe('a name that can’t be', () => {
  test.use({ expected: /status of 400/ });

  test('the browser says which language it is at first, and refusals are in it', async ({ browser, server, watch }) => {
    const context = await browser.newContext({ locale: 'de-AT' });
    const page = await context.newPage();
    watch(page);
    await page.goto(server.url());
    await page.getByLabel('Wie sollen wir dich nennen?').fill('a b c');
    await page.getByRole('button', { name: 'Eintreten' }).click();
    await expect(page.locator('.refusal')).toContainText('Ein Name hat 1 bis 40 Buchstaben');
    await page.getByLabel('Wie sollen wir dich nennen?').fill('heidi');
    await page.getByRole('button', { name: 'Eintreten' }).click();
    await page.getByRole('textbox', { name: 'Nachricht an' }).fill('/topic Kuchen');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(/#lobby gehört niemandem/);
    await context.close();
  });
});

test('another tab hears which language was chosen', async ({ visit, server }) => {
  const ines = await visit('ines', server.url());
  const other = await ines.another(server.url());
  await expect(other.page.getByRole('log')).toBeVisible();
  await speak(ines.page, 'Español');
  await expect(html(other.page)).toHaveAttribute('lang', 'es');
  await expect(other.page.getByRole('button', { name: 'Enviar', exact: true })).toBeVisible();
});

test('one thumb finds it on a phone, before and after one comes in', async ({ browser, server, watch }) => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  watch(page);
  await page.goto(server.url());
  await page.getByRole('button', { name: 'Settings' }).tap();
  await page.getByLabel('Language').selectOption('日本語');
  await expect(page.getByRole('heading', { name: '設定' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).tap();
  await page.getByLabel('お名前を教えてください').fill('hana');
  await page.getByRole('button', { name: '入る' }).tap();

  await page.getByRole('button', { name: 'ルーム', exact: true }).tap();
  await page.getByRole('button', { name: '設定' }).tap();
  for (const part of [
    page.getByLabel('言語'),
    page.getByRole('switch'),
    page.getByRole('dialog').getByRole('button', { name: '閉じる' }),
  ]) {
    expect((await part.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await page.getByLabel('言語').selectOption('العربية');
  await page.getByRole('dialog').getByRole('button', { name: 'إغلاق' }).tap();
  await expect(html(page)).toHaveAttribute('dir', 'rtl');
  const drawer = page.locator('parley-rooms');
  await expect
    .poll(async () => ((await drawer.boundingBox())?.x ?? 0) + ((await drawer.boundingBox())?.width ?? 0))
    .toBe(390);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'إغلاق' }).tap({ position: { x: 20, y: 400 } });
  await expect(drawer).toBeHidden();
  expect(await page.evaluate(() => innerWidth)).toBe(390);
  await context.close();
});
