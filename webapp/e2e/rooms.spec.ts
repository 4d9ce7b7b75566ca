import { Bot } from './bot';
import { expect, expectAccessible, test } from './fixtures';
import { enterAtOnce } from './keys';
import { PHONE } from './screens';
import { Visitor } from './visitor';

const heading = ({ page }: Visitor) => page.getByRole('heading', { level: 1 });
const making = ({ page }: Visitor) => page.getByRole('dialog', { name: 'Begin something new' });
const browsing = ({ page }: Visitor) => page.getByRole('dialog', { name: 'Public rooms' });
const details = ({ page }: Visitor) => page.getByRole('dialog').filter({ has: page.locator('#details-title') });
const confirming = ({ page }: Visitor) => page.locator('parley-confirming').getByRole('dialog');

async function begin(visitor: Visitor, kind: string): Promise<void> {
  await visitor.page.getByRole('button', { name: 'New room or conversation' }).click();
  await making(visitor).getByText(kind, { exact: true }).click();
}

/** Makes a private room and invites somebody to it. */
async function makePrivate(visitor: Visitor, title: string, ...people: readonly string[]): Promise<void> {
  await begin(visitor, 'Private room');
  await making(visitor).getByLabel('Title').fill(title);
  await choose(visitor, ...people);
  await making(visitor).getByRole('button', { name: 'Make the room' }).click();
  await expect(making(visitor)).toHaveCount(0);
  await expect(heading(visitor)).toHaveText(title);
}

async function choose({ page }: Visitor, ...people: readonly string[]): Promise<void> {
  for (const name of people) {
    await page.locator('#picker').fill(name);
    await page.locator('#picks').getByRole('option', { name, exact: true }).click();
  }
}

async function accept(visitor: Visitor, title: string): Promise<void> {
  await visitor.page.getByRole('button', { name: `Join ${title}`, exact: true }).click();
  await expect(heading(visitor)).toHaveText(title);
}

async function openDetails(visitor: Visitor): Promise<void> {
  await visitor.page.getByRole('button', { name: /^About/ }).click();
  await expect(details(visitor)).toBeVisible();
}

test('a public room is made by the keyboard alone, with a topic and somebody invited', async ({ visit }) => {
  const ann = await visit('ann-makes');
  const bea = await visit('bea-invited');
  const { page } = ann;
  await expect(ann.people).toContainText(['bea-invited']);
  await page.getByRole('button', { name: 'New room or conversation' }).focus();
  await page.keyboard.press('Enter');
  await expect(making(ann).getByLabel('Name')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(making(ann).getByRole('alert')).toHaveText('A public room needs a name.');
  await page.keyboard.type('harbour-talk');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ships and weather');
  await page.keyboard.press('Tab');
  await page.keyboard.type('bea-i');
  await expect(page.locator('#picks').getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(making(ann).locator('.chip')).toHaveText(['bea-invited']);
  await page.keyboard.press('Enter');
  await expect(making(ann)).toHaveCount(0);
  await expect(heading(ann)).toContainText('harbour-talk');
  await expect(heading(ann)).toContainText('Ships and weather');
  await bea.page.getByRole('button', { name: 'Join #harbour-talk' }).click();
  await expect(heading(bea)).toContainText('harbour-talk');
  await ann.say('welcome aboard');
  await bea.sees('welcome aboard');
});

test('a name that is taken is said so, and another one taken', async ({ visit }) => {
  const cas = await visit('cas-takes');
  await cas.open('taken-one');
  await begin(cas, 'Public room');
  await making(cas).getByLabel('Name').fill('taken-one');
  await making(cas).getByRole('button', { name: 'Make the room' }).click();
  await expect(making(cas).getByRole('alert')).toHaveText('There is a room of that name already.');
  await making(cas).getByLabel('Name').fill('taken-two');
  await making(cas).getByRole('button', { name: 'Make the room' }).click();
  await expect(heading(cas)).toContainText('taken-two');
});

test('a private room: who is invited joins, who is removed is out', async ({ visit }) => {
  const dan = await visit('dan-owns');
  const eve = await visit('eve-member');
  await expect(dan.people).toContainText(['eve-member']);
  await makePrivate(dan, 'Surprise for fay', 'eve-member');
  await accept(eve, 'Surprise for fay');
  await openDetails(dan);
  const row = (name: string) => details(dan).getByRole('listitem').filter({ hasText: name });
  await expect(row('dan-owns')).toContainText('owner');
  await expect(row('eve-member')).toBeVisible();
  await expectAccessible(dan.page);
  await details(dan).getByRole('button', { name: 'Remove eve-member' }).click();
  await expect(confirming(dan)).toBeVisible();
  await expectAccessible(dan.page);
  await confirming(dan).getByRole('button', { name: 'Remove' }).click();
  await expect(row('eve-member')).toHaveCount(0);
  await expect(details(dan).getByText('eve-member is not in this room any more.')).toBeVisible();
  await expect(heading(eve)).toHaveText('#lobby');
  await expect(eve.banner).toContainText('Surprise for fay');
});

test('a room is handed on, then left; what only an owner may is offered to them alone', async ({ visit }) => {
  const gus = await visit('gus-hands');
  const hal = await visit('hal-takes');
  await expect(gus.people).toContainText(['hal-takes']);
  await makePrivate(gus, 'Handed on', 'hal-takes');
  await accept(hal, 'Handed on');
  await openDetails(hal);
  await expect(details(hal).getByRole('button', { name: 'Remove gus-hands' })).toHaveCount(0);
  await expect(details(hal).getByRole('button', { name: 'Archive this room' })).toHaveCount(0);
  await openDetails(gus);
  await expect(details(gus).getByRole('button', { name: 'Leave this room' })).toHaveCount(0);
  await details(gus).getByRole('button', { name: 'Make owner: hal-takes' }).click();
  await confirming(gus).getByRole('button', { name: 'Make owner' }).click();
  await expect(details(hal).getByRole('button', { name: 'Remove gus-hands' })).toBeVisible();
  await details(gus).getByRole('button', { name: 'Leave this room' }).click();
  await confirming(gus).getByRole('button', { name: 'Leave' }).click();
  await expect(heading(gus)).toHaveText('#lobby');
  await expect(gus.door('Handed on')).toHaveCount(0);
  await expect(details(hal).getByRole('listitem')).toHaveCount(1);
});

test('title, topic and archive are set by the owner, and seen by all', async ({ visit }) => {
  const ida = await visit('ida-sets');
  const jon = await visit('jon-sees');
  await ida.open('settled');
  await jon.open('settled');
  await openDetails(ida);
  await details(ida).getByLabel('Topic').fill('What is agreed');
  await details(ida).getByRole('button', { name: 'Save' }).click();
  await expect(details(ida).getByText('Saved.')).toBeVisible();
  await expect(heading(jon)).toContainText('What is agreed');
  await details(ida).getByRole('button', { name: 'Archive this room' }).click();
  await expect(jon.page.getByText('This room is archived')).toBeVisible();
  await expect(jon.composer).toHaveCount(0);
  await details(ida).getByRole('button', { name: 'Open it again' }).click();
  await expect(jon.composer).toBeVisible();
});

test('an invitation is taken back, or turned down, and a refusal is told where it belongs', async ({ visit }) => {
  const kim = await visit('kim-invites');
  const leo = await visit('leo-invited');
  await expect(kim.people).toContainText(['leo-invited']);
  await makePrivate(kim, 'Second thoughts', 'leo-invited');
  await expect(leo.page.getByRole('button', { name: 'Join Second thoughts' })).toBeVisible();
  await openDetails(kim);
  await kim.page.locator('#picker').fill('nobody-of-that-name');
  await details(kim).getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(details(kim).getByRole('alert')).toHaveText('There is nobody of that name.');
  await details(kim).getByRole('button', { name: 'Take back the invitation of leo-invited' }).click();
  await expect(leo.page.getByRole('button', { name: 'Join Second thoughts' })).toHaveCount(0);
  await choose(kim, 'leo-invited');
  await details(kim).getByRole('button', { name: 'Invite', exact: true }).click();
  await leo.page.getByRole('button', { name: 'Decline Second thoughts' }).click();
  await expect(leo.page.getByRole('button', { name: 'Join Second thoughts' })).toHaveCount(0);
  await expect(details(kim).getByRole('listitem')).toHaveCount(1);
  await kim.page.keyboard.press('Escape');
  await expect(details(kim)).toHaveCount(0);
});

test('public rooms are looked through and joined, by keys and by mouse', async ({ visit, server }) => {
  const bot = await Bot.at(server.url());
  const { recipient } = await bot.enter({ type: 'join', recipient: '#zebra-crossing' });
  await bot.enter({ type: 'settings', recipient, topic: 'Stripes only' });
  await bot.enter({ type: 'join', recipient: '#zebra-feeding' });
  const mia = await visit('mia-browses');
  const options = browsing(mia).getByRole('option');
  await mia.page.getByRole('button', { name: 'Browse rooms' }).focus();
  await mia.page.keyboard.press('Enter');
  await expect(browsing(mia).getByRole('combobox')).toBeFocused();
  await mia.page.keyboard.type('zebra');
  await expect(options).toHaveText([/zebra-crossing.*Stripes only.*1 person.*Join/s, /zebra-feeding/]);
  await expectAccessible(mia.page);
  await mia.page.keyboard.press('ArrowDown');
  await mia.page.keyboard.press('Enter');
  await expect(heading(mia)).toHaveText('#zebra-feeding');
  await mia.page.getByRole('button', { name: 'Browse rooms' }).click();
  await browsing(mia).getByRole('combobox').fill('STRIPES');
  await expect(options).toHaveCount(1);
  await options.first().click();
  await expect(heading(mia)).toContainText('zebra-crossing');
  await mia.page.getByRole('button', { name: 'Browse rooms' }).click();
  await browsing(mia).getByRole('combobox').fill('zebra-f');
  await expect(options).toHaveText([/2 people.*Open/s]);
  await browsing(mia).getByRole('combobox').fill('no such room anywhere');
  await expect(browsing(mia).getByRole('status')).toHaveText('There is no such room.');
  bot.close();
});

test('a conversation of two and one of three are begun by names', async ({ visit }) => {
  const nia = await visit('nia-begins');
  const oto = await visit('oto-three');
  const pia = await visit('pia-three');
  await expect(nia.people).toContainText(['oto-three', 'pia-three']);
  await begin(nia, 'Conversation');
  await making(nia).getByRole('button', { name: 'Write to them' }).click();
  await expect(making(nia).getByRole('alert')).toHaveText('Choose somebody to write to.');
  await choose(nia, 'oto-three');
  await making(nia).getByRole('button', { name: 'Write to them' }).click();
  await expect(heading(nia)).toHaveText('@oto-three');
  await begin(nia, 'Conversation');
  await choose(nia, 'oto-three');
  await enterAtOnce(nia.page.locator('#picker'), 'pia-thre');
  await expect(nia.page.locator('#picker')).toHaveValue('');
  await making(nia).getByRole('button', { name: 'Write to them' }).click();
  await expect(heading(nia)).toContainText('pia-three');
  await nia.say('the three of us');
  for (const other of [oto, pia]) {
    await other.door('nia-begins').click();
    await other.sees('the three of us');
  }
  await openDetails(pia);
  await expect(details(pia).getByRole('listitem')).toHaveCount(3);
  await expect(details(pia).getByRole('button', { name: 'Leave this room' })).toHaveCount(0);
});

test('a person’s menu leads to them, invites them, and takes them out of one’s own room', async ({ visit }) => {
  const ray = await visit('ray-menu');
  const sue = await visit('sue-menu');
  await ray.open('ray-yard');
  await sue.open('ray-yard');
  await expect(ray.people).toContainText(['sue-menu']);
  await ray.open('ray-attic');
  await ray.open('ray-yard');
  const more = ray.page.getByRole('button', { name: 'More about sue-menu' });
  const menu = ray.page.getByRole('menu');
  await more.focus();
  await ray.page.keyboard.press('Enter');
  await expect(menu.getByRole('menuitem', { name: 'Write to them' })).toBeFocused();
  await expectAccessible(ray.page);
  await ray.page.keyboard.press('ArrowDown');
  await ray.page.keyboard.press('Enter');
  const inviting = ray.page.getByRole('dialog', { name: 'Invite sue-menu' });
  await expect(inviting.getByRole('combobox')).toBeFocused();
  await ray.page.keyboard.type('attic');
  await expectAccessible(ray.page);
  await ray.page.keyboard.press('Enter');
  await expect(inviting.getByRole('status')).toHaveText('sue-menu is invited to ray-attic.');
  await ray.page.keyboard.press('Escape');
  await expect(sue.page.getByRole('button', { name: 'Join #ray-attic' })).toBeVisible();
  await more.focus();
  await ray.page.keyboard.press('Enter');
  await menu.getByRole('menuitem', { name: 'Remove from this room' }).click();
  await confirming(ray).getByRole('button', { name: 'Remove' }).click();
  await expect(heading(sue)).toHaveText('#lobby');
  await expect(ray.people).not.toContainText(['sue-menu']);
});

test('all of it is done by a finger, too', { tag: '@full' }, async ({ visit, server }) => {
  const tea = await visit('tea-guest');
  const uma = await visit('uma-finger', server.url(), PHONE);
  const { page } = uma;
  await page.getByRole('button', { name: 'Rooms', exact: true }).tap();
  await page.getByRole('button', { name: 'New room or conversation' }).tap();
  await expect(making(uma)).toBeVisible();
  await expectAccessible(page);
  await making(uma).getByText('Private room', { exact: true }).tap();
  await making(uma).getByLabel('Title').fill('On the go');
  await page.locator('#picker').fill('tea-g');
  await page.locator('#picks').getByRole('option').first().tap();
  await making(uma).getByRole('button', { name: 'Make the room' }).tap();
  await expect(heading(uma)).toHaveText('On the go');
  await accept(tea, 'On the go');
  await page.getByRole('button', { name: /^About/ }).tap();
  const remove = details(uma).getByRole('button', { name: 'Remove tea-guest' });
  await expect(remove).toBeVisible();
  await expectAccessible(page);
  expect((await remove.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await remove.tap();
  await confirming(uma).getByRole('button', { name: 'Remove' }).tap();
  await expect(heading(tea)).toHaveText('#lobby');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
