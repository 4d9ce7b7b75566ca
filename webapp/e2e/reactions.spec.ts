import { Bot } from './bot';
import { device } from './device';
import { expect, expectAccessible, test } from './fixtures';
import { DESK, PHONE } from './screens';
import { Visitor } from './visitor';

const picker = ({ page }: Visitor) => page.getByRole('dialog', { name: 'Choose an emoji' });
const find = ({ page }: Visitor) => page.getByRole('searchbox', { name: 'Find an emoji by its name' });
const chips = ({ page }: Visitor) => page.locator('.reactions button');

async function said(who: Visitor, room: string, text: string): Promise<void> {
  await who.open(room);
  await who.say(text);
  await expect(who.pending).toHaveCount(0);
}

test('an emoji is found by its name, and is among those used last from then on', async ({ visit, browser }) => {
  const ann = await visit('ada-r');
  const bob = await visit('bo-r');
  await said(ann, 'reef', 'look at this');
  await bob.open('reef');
  await bob.act('look at this', 'React');
  await expect(find(bob)).toBeFocused();
  await find(bob).fill('octop');
  await expect(bob.page.getByRole('gridcell')).toHaveCount(1);
  await bob.page.keyboard.press('Enter');
  await expect(picker(bob)).toHaveCount(0);
  await expect(chips(ann)).toHaveText(/🐙\s*1/);
  await bob.act('look at this', 'React');
  const last = bob.page.getByRole('rowgroup', { name: 'Used last' });
  await expect(last.getByRole('gridcell', { name: 'octopus' })).toBeVisible();
  await bob.page.keyboard.press('Escape');
  await expect(picker(bob)).toHaveCount(0);

  const phone = await device(browser, bob);
  await phone.act('look at this', 'React');
  await expect(phone.page.getByRole('rowgroup', { name: 'Used last' })).toContainText('🐙');
  await phone.page.context().close();
});

test('the arrow keys lead through the emoji, and Escape back', async ({ visit }) => {
  const cat = await visit('cat-r');
  const { page } = cat;
  await said(cat, 'keys-r', 'one');
  await cat.composer.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('+');
  await expect(find(cat)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const cell = (name: string) => page.getByRole('gridcell', { name, exact: true });
  await expect(cell('grinning face')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await expect(cell('grinning face')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(find(cat)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('parley-talk .line')).toBeFocused();
  await page.keyboard.press('+');
  await expect(find(cat)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect(cell('grinning face')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chips(cat)).toHaveText(/😀\s*1/);
});

test('how soon it is opened, once it is loaded, is measured', { tag: '@full' }, async ({ visit }) => {
  const dan = await visit('dan-r');
  await said(dan, 'swift', 'quick');
  await dan.act('quick', 'React');
  await expect(picker(dan)).toBeVisible();
  await dan.page.keyboard.press('Escape');
  const took: number[] = [];
  for (let i = 0; i < 5; i++) {
    await dan.lines.first().hover();
    took.push(
      await dan.page.getByRole('button', { name: 'React', exact: true }).evaluate(async (button: HTMLElement) => {
        const begin = performance.now();
        button.click();
        while (!document.querySelector('parley-picker dialog[open]')) {
          await new Promise((done) => setTimeout(done));
        }
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - begin;
      }),
    );
    await dan.page.keyboard.press('Escape');
    await expect(picker(dan)).toHaveCount(0);
  }
  process.stdout.write(`an emoji’s picker, from press to picture: ${took.map((ms) => ms.toFixed(0)).join(', ')} ms\n`);
});

test('a kind of emoji is one press away, and drawn as one comes to it', async ({ visit }) => {
  const pat = await visit('pat-r');
  await said(pat, 'kinds', 'where?');
  await pat.act('where?', 'React');
  await expect(pat.page.getByRole('gridcell', { name: 'flag: Norway' })).toHaveCount(0);
  await pat.page.getByRole('button', { name: 'Flags', exact: true }).click();
  await expect(pat.page.getByRole('gridcell', { name: 'chequered flag' })).toBeFocused();
  await pat.page.getByRole('gridcell', { name: 'flag: Norway' }).click();
  await expect(chips(pat)).toHaveText(/🇳🇴\s*1/);
});

test('it is told who has reacted, by mouse and by keyboard', async ({ visit }) => {
  const eve = await visit('eve-r');
  const fay = await visit('fay-r');
  await said(eve, 'crowd', 'hello');
  await fay.open('crowd');
  await fay.act('hello', 'React with 👍');
  await chips(eve).click();
  await expect(chips(eve)).toHaveText(/👍\s*2/);
  await expect(chips(eve)).toHaveAttribute('aria-description', 'fay-r and you');
  await eve.page.mouse.move(0, 0);
  await expect(eve.page.locator('.tip')).toBeHidden();
  await chips(eve).hover();
  await expect(eve.page.locator('.tip')).toBeVisible();
  await expect(eve.page.locator('.tip')).toHaveText('fay-r and you');
  await chips(eve).click({ button: 'right' });
  const all = eve.page.getByRole('dialog', { name: 'Reactions' });
  await expect(all.getByRole('definition')).toHaveText(['fay-r', 'you']);
  await expectAccessible(eve.page);
  await all.getByRole('button', { name: 'Close' }).click();
  await expect(all).toHaveCount(0);
});

test(
  'on a phone it comes from below, and a finger that stays tells who has reacted',
  { tag: '@full' },
  async ({ visit, server }) => {
    const bot = await Bot.at(server.url());
    const { recipient } = await bot.enter({ type: 'join', recipient: '#thumb-r' });
    const { seq } = await bot.enter({ type: 'message', recipient, content: 'tap me' });
    await bot.enter({ type: 'reaction', recipient, target: seq, emoji: '🎉', on: true });
    const gus = await visit('gus-r', `${server.url()}#/r/thumb-r`, PHONE);
    await gus.lines.first().tap();
    await gus.page.getByRole('button', { name: 'React', exact: true }).tap();
    const box = await picker(gus).boundingBox();
    expect(box && [box.x, box.width, box.y + box.height]).toEqual([0, 390, 844]);
    const cell = await gus.page.getByRole('gridcell', { name: 'grinning face', exact: true }).boundingBox();
    expect(Math.min(cell?.width ?? 0, cell?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await expectAccessible(gus.page);
    await gus.page.getByRole('gridcell', { name: 'grinning face', exact: true }).tap();
    await expect(chips(gus)).toHaveText([/🎉\s*1/, /😀\s*1/]);

    const chip = await chips(gus).first().boundingBox();
    const chrome = await gus.page.context().newCDPSession(gus.page);
    const touchPoints = [{ x: (chip?.x ?? 0) + 20, y: (chip?.y ?? 0) + 20 }];
    await chrome.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    const all = gus.page.getByRole('dialog', { name: 'Reactions' });
    await expect(all).toBeVisible();
    await chrome.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(all.getByRole('definition')).toHaveCount(2);
    await expect(chips(gus).first()).toHaveAttribute('aria-pressed', 'false');
    bot.close();
  },
);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`choosing an emoji is in nobody’s way, ${colorScheme}`, { tag: '@full' }, async ({ visit, server }) => {
    const name = `hal-r-${colorScheme}`;
    const hal = await visit(name, `${server.url()}#/r/${name}`, { ...DESK, colorScheme, reducedMotion: 'reduce' });
    await hal.say('hello');
    await expect(hal.pending).toHaveCount(0);
    await hal.act('hello', 'React');
    await expect(picker(hal)).toBeVisible();
    await expectAccessible(hal.page);
    await find(hal).fill('no such thing');
    await expect(hal.page.getByText('No emoji is called that.')).toBeVisible();
    await expectAccessible(hal.page);
  });
}

test('an emoji is written at the cursor, in the tone of skin that one has chosen', async ({ visit }) => {
  const ida = await visit('ida-r');
  await ida.composer.fill('well done!');
  await ida.composer.press('Home');
  await ida.page.getByRole('button', { name: 'Emoji', exact: true }).click();
  await ida.page.getByRole('radio', { name: 'Medium', exact: true }).check();
  await find(ida).fill('thumbs up');
  await ida.page.getByRole('gridcell', { name: 'thumbs up' }).click();
  await expect(ida.composer).toHaveValue('👍🏽well done!');
  await expect(ida.composer).toBeFocused();
});
