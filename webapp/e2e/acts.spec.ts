import { Bot } from './bot';
import { expect, test, UNREACHED } from './fixtures';
import { Visitor } from './visitor';

/** The last of one's own messages, to which the keyboard has come from where one writes. */
async function lastLine({ page, composer }: Visitor): Promise<void> {
  await composer.focus();
  await page.keyboard.press('Shift+Tab');
}

test('one edits and deletes what one has said, by mouse', async ({ visit }) => {
  const ann = await visit('anouk');
  const bob = await visit('boris');
  await ann.open('desk');
  await bob.open('desk');
  await ann.say('the furst');
  await ann.say('a secret');
  await expect(bob.lines).toHaveText(['the furst', 'a secret']);
  await ann.act('the furst', 'Edit');
  const words = ann.page.getByRole('textbox', { name: 'in other words' });
  await words.fill('the first');
  await words.press('Enter');
  await expect(bob.lines.first()).toHaveText('the first (edited)');

  await ann.act('a secret', 'Delete');
  const asked = ann.page.getByRole('dialog', { name: 'Delete this message?' });
  await expect(asked).toContainText('a secret');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(ann.lines.last()).toHaveText('a secret');
  await ann.act('a secret', 'Delete');
  await asked.getByRole('button', { name: 'Delete' }).click();
  for (const visitor of [ann, bob]) {
    await expect(visitor.lines).toHaveText(['the first (edited)', 'Message deleted']);
  }
  await ann.line('Message deleted').hover();
  await expect(ann.page.getByRole('toolbar')).toHaveCount(0);
  await bob.line('the first').hover();
  await expect(bob.page.getByRole('toolbar').getByRole('button', { name: 'Reply' })).toBeVisible();
  await expect(bob.page.getByRole('toolbar').getByRole('button', { name: 'Edit' })).toHaveCount(0);
  await expect(bob.page.getByRole('toolbar').getByRole('button', { name: 'Delete' })).toHaveCount(0);
});

test('one reacts, and takes that back; and pins', async ({ visit }) => {
  const cat = await visit('carla');
  const dan = await visit('denis');
  await cat.open('bench');
  await dan.open('bench');
  await cat.say('cake for all');
  await expect(dan.lines).toHaveText(['cake for all']);
  await dan.act('cake for all', 'React');
  await dan.page.getByRole('searchbox', { name: 'Find an emoji by its name' }).fill('party popper');
  await dan.page.getByRole('gridcell', { name: 'party popper', exact: true }).click();
  const chip = (visitor: Visitor) => visitor.page.locator('.reactions button');
  await expect(chip(cat)).toHaveText(/🎉\s*1/);
  await chip(cat).click();
  await expect(chip(dan)).toHaveText(/🎉\s*2/);
  await chip(dan).click();
  await expect(chip(cat)).toHaveText(/🎉\s*1/);
  await expect(chip(dan)).toHaveAttribute('aria-pressed', 'false');
  await dan.act('cake for all', 'Pin');
  await expect(cat.page.getByText('Pinned')).toBeVisible();
  await cat.act('cake for all', 'Unpin');
  await expect(dan.page.getByText('Pinned')).toBeHidden();
});

test('the keyboard alone is enough to act on messages', { tag: '@full' }, async ({ visit }) => {
  const { page, composer, ...gus } = await visitor('gustav');
  const { lines } = gus.who;
  await page.keyboard.press('ArrowUp');
  const words = page.getByRole('textbox', { name: 'in other words' });
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('twoo');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(lines).toHaveText(['one', 'two (edited)']);
  await expect(composer).toBeFocused();

  await lastLine(gus.who);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'React with 👍' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.locator('.reactions')).toHaveText(/❤️\s*1/);
  await lastLine(gus.who);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(lines).toHaveText(['one', 'Message deleted']);

  async function visitor(name: string) {
    const who = await visit(name);
    await who.open('keyboard');
    await who.say('one');
    await who.say('twoo');
    await expect(who.pending).toHaveCount(0);
    return { who, page: who.page, composer: who.composer };
  }
});

test('on a screen, a tap on a message offers what can be done', async ({ visit, server }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const hal = await visit('hannes', `${server.url()}#/r/thumb`, phone);
  await hal.composer.fill('tap me\n'.repeat(60));
  await hal.page.getByRole('button', { name: 'Send' }).tap();
  await expect(hal.pending).toHaveCount(0);
  await hal.lines.tap();
  await expect(hal.page.getByRole('toolbar')).toBeInViewport({ ratio: 0.9 });
  await hal.page.getByRole('button', { name: 'React with 👍' }).tap();
  await expect(hal.page.locator('.reactions')).toHaveText(/👍\s*1/);
  await hal.lines.tap();
  await expect(hal.page.getByRole('toolbar')).toHaveCount(0);
});

test('in an archived room one can read, and delete one’s own', async ({ visit, server }) => {
  const bot = await Bot.at(server.url());
  const { recipient } = await bot.enter({ type: 'join', recipient: '#cellar' });
  const ida = await visit('ingrid');
  await ida.open('cellar');
  await ida.say('mine');
  await expect(ida.pending).toHaveCount(0);
  await bot.enter({ type: 'settings', recipient, archived: true });
  await expect(ida.page.getByText('This room is archived')).toBeVisible();
  await ida.line('mine').hover();
  const offered = ida.page.getByRole('toolbar').getByRole('button');
  await expect(offered).toHaveCount(3);
  await ida.act('mine', 'Delete');
  await ida.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(ida.lines).toHaveText(['Message deleted']);
  bot.close();
});

test.describe('without a line', () => {
  test.use({ expected: UNREACHED });

  test('what is done to messages is shown, and done once when there is one again', async ({ visit, front }) => {
    const jan = await visit('janne', front.url());
    const kim = await visit('kimmo');
    await jan.open('pier-of-acts');
    await kim.open('pier-of-acts');
    await jan.say('one');
    await jan.say('two');
    await expect(kim.lines).toHaveText(['one', 'two']);
    front.leave();
    await expect(jan.banner).toContainText('Connection lost');
    await jan.act('one', 'Edit');
    await jan.page.getByRole('textbox', { name: 'in other words' }).fill('uno');
    await jan.page.keyboard.press('Enter');
    await jan.act('two', 'React with 👍');
    await jan.act('two', 'Reply');
    await jan.reply('three');
    await expect(jan.lines).toHaveText(['uno (edited)', 'two']);
    await expect(jan.page.locator('parley-talk').getByText('Not saved yet')).toHaveCount(2);

    front.return();
    await expect(kim.lines).toHaveText(['uno (edited)', 'two'], { timeout: 40_000 });
    await expect(kim.page.locator('.reactions')).toHaveText(/👍\s*1/);
    await expect(jan.page.getByText('Not saved yet')).toHaveCount(0);
    await expect(kim.replies('two')).toContainText('1 reply');
  });
});

test('an edit that is refused keeps its words, and says why', { tag: '@full' }, async ({ visit }) => {
  const lea = await visit('leander');
  await lea.open('attic-of-leander');
  await lea.say('short');
  await expect(lea.pending).toHaveCount(0);
  await lea.act('short', 'Edit');
  const words = lea.page.getByRole('textbox', { name: 'in other words' });
  await words.fill('\u200b');
  await words.press('Enter');
  await expect(lea.page.getByRole('alert')).toBeVisible();
  await expect(lea.lines).toHaveText(['short']);
  await lea.page.getByRole('button', { name: 'Never mind' }).click();
  await expect(lea.page.getByRole('alert')).toHaveCount(0);
});
