import { expect, test } from './fixtures';
import { enterAtOnce } from './keys';

test('two browsers talk', async ({ visit }) => {
  const ann = await visit('ann');
  const bob = await visit('bob');

  await ann.say('hello');
  await expect(bob.lines.last()).toHaveText('hello');
  await bob.say('hello\nyourself');
  await expect(ann.lines.last()).toHaveText('hello\nyourself');

  await expect(ann.pending).toHaveCount(0);
  await expect(ann.people).toContainText(['ann', 'bob']);
});

test('two people talk between themselves, and the other one sees that there is something new', async ({ visit }) => {
  const cat = await visit('cat');
  const dan = await visit('dan');
  const eve = await visit('eve');

  await cat.open('@dan');
  await cat.say('have you a minute?');
  await expect(dan.door('cat')).toContainText('new message');
  await dan.door('cat').click();
  await expect(dan.lines.last()).toHaveText('have you a minute?');
  await expect(dan.door('cat')).not.toContainText('new message');
  await dan.say('two');
  await expect(cat.lines.last()).toHaveText('two');

  await expect(eve.door('cat')).toHaveCount(0);
});

test('what is written and sent before the page is drawn is sent once, and stays nowhere', async ({ visit }) => {
  const sky = await visit('sky-at-once');
  await enterAtOnce(sky.composer, 'at once');
  await sky.sees('at once');
  await expect(sky.composer).toHaveValue('');
});

test('a room is opened by its name, and left again', async ({ visit }) => {
  const fay = await visit('fay');
  const gil = await visit('gil');

  await fay.open('tea');
  await fay.say('kettle is on');
  await gil.open('#tea');
  await expect(gil.lines.last()).toHaveText('kettle is on');
  await expect(fay.page.locator('.notice', { hasText: 'gil joined' })).toBeVisible();

  await gil.page.getByRole('button', { name: /^About/ }).click();
  await gil.page.getByRole('button', { name: 'Leave this room' }).click();
  await expect(gil.page).toHaveURL(/#\/r\/lobby$/);
  await expect(gil.door('tea')).toHaveCount(0);
});

test('text is text', async ({ visit }) => {
  const hal = await visit('hal');
  const content = '<img src=x onerror=alert(1)> {{1+1}} &amp; javascript:alert(1)';
  await hal.say(content);
  await expect(hal.lines.last()).toHaveText(content);
  await expect(hal.pending).toHaveCount(0);

  await hal.say('see https://example.org/?a=1&b=2.');
  const link = hal.lines.last().getByRole('link');
  await expect(link).toHaveAttribute('href', 'https://example.org/?a=1&b=2');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
});

test('who sends too fast is slowed down, and nothing is lost or overtaken', async ({ visit }) => {
  const ida = await visit('ida');
  await ida.open('race');
  const numbers = Array.from({ length: 26 }, (_, i) => `number ${i + 1}`);
  for (const number of numbers) {
    await ida.say(number);
  }
  await expect(ida.pending).toHaveCount(0);
  await expect(ida.lines).toHaveText(numbers);

  const jon = await visit('jon');
  await jon.open('race');
  await expect(jon.lines).toHaveText(numbers);
});

test('white space that means nothing stays as it was written, and all of it in code', async ({ visit }) => {
  const nia = await visit('nia');
  await nia.open('poems');
  const poem = 'one https://example.org/a  two\n  three\n\nfour';
  await nia.say(poem);
  await expect(nia.pending).toHaveCount(0);
  await expect.poll(() => nia.lines.evaluate((line: HTMLElement) => line.innerText)).toBe(poem);

  const code = ' \tone  *two*\n\n\n  <three>  ';
  await nia.say(`~~~\n${code}\n~~~`, '<three>');
  await expect(nia.pending).toHaveCount(0);
  await expect.poll(() => nia.lines.locator('pre').evaluate((lines: HTMLElement) => lines.innerText)).toBe(code);
});

test('a refusal is shown in words at the message, which can be sent again, or taken back', async ({ visit }) => {
  const kim = await visit('kim');
  await kim.open('@late-to-come');
  await kim.say('hello?');
  await expect(kim.page.getByRole('alert')).toContainText('There is nobody of that name.');
  const late = await visit('late-to-come');
  await kim.page.getByRole('button', { name: 'Send again' }).click();
  await late.door('kim').click();
  await late.sees('hello?');
  await expect(kim.page.getByRole('alert')).toHaveCount(0);
  await kim.open('@nobody-of-that-name');
  await kim.say('hello?');
  await kim.page.getByRole('button', { name: 'Delete' }).click();
  await expect(kim.lines).toHaveCount(0);
});

test.describe('a name that is taken', () => {
  test.use({ expected: /status of 409/ });

  test('a guest takes another name, but not somebody else’s', async ({ visit }) => {
    const leo = await visit('leo');
    const mia = await visit('mia');
    await leo.page.getByRole('button', { name: 'Change your name' }).click();
    const dialog = leo.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Mia');
    await dialog.getByRole('button', { name: 'Change' }).click();
    await expect(dialog.locator('.refusal')).not.toBeEmpty();
    await dialog.getByRole('textbox').fill('leonora');
    await dialog.getByRole('button', { name: 'Change' }).click();
    await expect(dialog).toBeHidden();
    await expect(mia.people.filter({ hasText: 'leonora' })).toBeVisible();
  });
});
