import { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Visitor } from './visitor';

const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
} as const;

/** Takes a picture once everything is painted in its present colours, and nothing is pointed at. */
async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 500))));
  await page.screenshot({ path: `../docs/img/${name}.png`, animations: 'disabled' });
}

/** A talk to look at. */
async function talk(visit: (name: string) => Promise<Visitor>): Promise<Visitor[]> {
  const [ann, bob, mei] = [await visit('ann'), await visit('bob'), await visit('mei-lin')];
  await ann.open('harbour');
  await bob.open('harbour');
  await mei.open('harbour');
  await expect(ann.page.locator('.notice', { hasText: 'mei-lin joined' })).toBeVisible();
  const lines: [Visitor, string][] = [
    [ann, 'Morning, both. The ferry is in, I can see it from the window.'],
    [bob, 'Already? I thought it was the 9:40.'],
    [bob, 'Then I’ll bring the drawings down now.'],
    [mei, 'The timetable changed on Monday: https://example.org/ferry/timetable'],
    [mei, 'Next one back is at noon, so we have about two hours.\nLong enough for the north pier and a coffee.'],
    [ann, 'Coffee first.'],
    [bob, 'Seconded. Shall I write to the harbour master that we are coming?'],
    [ann, 'Please do. I’ll meet you at the crane.'],
  ];
  for (const [who, text] of lines) {
    await who.say(text);
    await expect(who.pending).toHaveCount(0);
  }
  await bob.open('@ann');
  await bob.say('Do you have the key to the boathouse?');
  await mei.open('lobby');
  await mei.say('Anyone else for the pier?');
  await expect(ann.door('bob')).toContainText('new message');
  await expect(ann.door('lobby')).toContainText('new message');
  await expect(ann.lines).toHaveCount(lines.length);
  await mei.open('harbour');
  await mei.act('Coffee first.', 'Reply');
  await mei.reply('The small place behind the chandler’s opens at ten.');
  await ann.act('The timetable changed on Monday: https://example.org/ferry/timetable', 'Pin');
  await expect(ann.replies('Coffee first.')).toContainText('1 reply');
  return [ann, bob, mei];
}

/** Has the page speak another language. */
async function speak(page: Page, tag: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog').getByRole('combobox').selectOption(tag);
  await page.keyboard.press('Escape');
}

test('the pictures', async ({ visit, server, browser }) => {
  const outside = await browser.newPage({ ...DESK, colorScheme: 'light' });
  await outside.goto(server.url());
  await outside.getByLabel('What shall we call you?').fill('ann');
  await take(outside, 'entrance');
  await outside.close();

  const [ann] = await talk((name) => visit(name, server.url(), { ...DESK, colorScheme: 'light' }));
  if (ann) {
    await ann.composer.fill('On my way');
    await take(ann.page, 'chat-light');
    await ann.page.emulateMedia({ colorScheme: 'dark' });
    await take(ann.page, 'chat-dark');
    await ann.page.emulateMedia({ colorScheme: 'light' });
    await ann.replies('Coffee first.').click();
    await expect(ann.sideLines).toHaveCount(2);
    await take(ann.page, 'thread');
    await ann.side.getByRole('button', { name: 'Close' }).click();
    await ann.page.keyboard.press('Control+k');
    await take(ann.page, 'switcher');
    await ann.page.keyboard.press('Escape');
    await speak(ann.page, 'ar');
    await ann.page.locator('parley-talk parley-composer textarea').focus();
    await take(ann.page, 'right-to-left');
  }

  const pia = await visit('pia', server.url(), { ...PHONE, colorScheme: 'light' });
  await pia.page.goto(`${server.url()}#/r/harbour`);
  await pia.composer.fill('Save me a seat');
  await pia.page.getByRole('button', { name: 'Send' }).click();
  await expect(pia.pending).toHaveCount(0);
  await take(pia.page, 'phone');
  await pia.page.emulateMedia({ colorScheme: 'dark' });
  await pia.page.getByRole('button', { name: 'Rooms', exact: true }).click();
  await take(pia.page, 'phone-dark');
});
