import { Bot } from './bot';
import { expect, expectAccessible, test } from './fixtures';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const WIDE = 'wide '.repeat(60).trim().replaceAll(' ', '_');
const TABLE = `|what|when|who|why|how|\n|-|-|-:|-|-|\n|${'tea|'.repeat(5)}\n|${`${WIDE}|`.repeat(5)}`;
const CODE = '```ts\nconst tea: string = "green"; // ' + WIDE + '\n```';

test('what is written in Markdown is drawn, and read out in words alone', async ({ visit }) => {
  const ann = await visit('anna');
  const bob = await visit('bobby');
  await bob.open('drafts');
  await ann.open('drafts');
  await expect(bob.page.locator('.notice', { hasText: 'anna joined' })).toBeVisible();
  await ann.say('**now** or `never`, [says](https://example.org/) she', 'says she');
  const line = bob.lines.last();
  await expect(line).toHaveText('now or never, says she', { useInnerText: true });
  await expect(line.locator('strong')).toHaveText('now');
  await expect(line.getByRole('link')).toHaveAttribute('href', 'https://example.org/');
  await expect(bob.page.locator('main > [aria-live="polite"]')).toHaveText('anna: now or never, says she');

  await bob.say('- [x] now\n- [ ] never', 'never');
  await expect(ann.lines.last().getByRole('listitem')).toHaveText(['now', 'never']);
  await expect(ann.lines.last().getByRole('img', { name: 'Done:' })).toHaveCount(1);
});

test('words are changed as they were written, and what is changed is drawn anew', async ({ visit }) => {
  const cem = await visit('cem');
  await cem.open('edits');
  await cem.say('**one**', 'one');
  await expect(cem.pending).toHaveCount(0);
  await cem.composer.press('ArrowUp');
  const field = cem.page.locator('parley-amending textarea');
  await expect(field).toHaveValue('**one**');
  await field.fill('_two_\nthree');
  await field.press('Enter');
  await expect(cem.lines.locator('em')).toHaveText('two');
  await expect(cem.lines).toHaveText('two\nthree (edited)', { useInnerText: true });
});

test('code is coloured once it is seen, and copied as it was written', async ({ visit, server }) => {
  const dot = await visit('dot', server.url(), { permissions: ['clipboard-read', 'clipboard-write'] });
  const loaded: string[] = [];
  dot.page.on('request', (request) => loaded.push(request.url()));
  await dot.open('workshop');
  await dot.say('no code here');
  await expect(dot.pending).toHaveCount(0);
  const colours = async () => {
    const texts = loaded.map(async (url) => (await dot.page.request.get(url)).text());
    return (await Promise.all(texts)).some((text) => text.includes('hljs-'));
  };
  expect(await colours()).toBe(false); // others may be loaded meanwhile, as the page has nothing to do

  await dot.say('```js\nlet  a = 1; // <b>\n\tlet b;\n```', 'let b;');
  const box = dot.lines.last();
  await expect(box.locator('.language')).toHaveText('JavaScript');
  await expect(box.locator('.hljs-keyword').first()).toHaveText('let');
  expect(await colours()).toBe(true);
  await expect(box.locator('pre')).toHaveText('let  a = 1; // <b>\n\tlet b;', { useInnerText: true });
  await box.getByRole('button', { name: 'Copy' }).click();
  await expect(box.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await dot.page.evaluate(() => navigator.clipboard.readText())).toBe('let  a = 1; // <b>\n\tlet b;');
});

for (const [screen, options] of Object.entries({ desk: { viewport: { width: 1440, height: 900 } }, phone: PHONE })) {
  test(`what is too wide for a ${screen} moves within its own box`, async ({ visit, server }) => {
    const bot = await Bot.at(server.url());
    const { recipient } = await bot.enter({ type: 'join', recipient: `#wide-${screen}` });
    for (const content of [TABLE, CODE, `https://example.org/${WIDE}`, `\`${WIDE}\``, `> ${WIDE}`, `- ${WIDE}`]) {
      await bot.enter({ type: 'message', recipient, content });
    }
    const { page, lines } = await visit(`eli-${screen}`, `${server.url()}#/r/wide-${screen}`, options);
    await expect(lines).toHaveCount(6);
    for (const box of [page.locator('.table-box'), page.locator('.source-box pre')]) {
      expect(await box.evaluate((it) => it.scrollWidth > it.clientWidth)).toBe(true);
    }
    const view = page.getByRole('log');
    await expect
      .poll(() => view.evaluate((it) => [it.scrollWidth - it.clientWidth, innerWidth]))
      .toEqual([0, options.viewport.width]);
    await expectAccessible(page);
    bot.close();
  });
}
