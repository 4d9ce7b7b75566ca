import { device } from './device';
import { AWAY, expect, expectAccessible, test } from './fixtures';
import { PHONE } from './screens';
import { Server } from './server';
import { Visitor } from './visitor';

/** A page may wait so long (ms) before it tries again by itself. */
const COMING_BACK = { timeout: 40_000 };

const section = ({ page }: Visitor, title: string) => page.getByRole('navigation').getByRole('list', { name: title });
const menu = ({ page }: Visitor) => page.getByRole('menu');

async function want(visitor: Visitor, door: string, wish: string): Promise<void> {
  await visitor.door(door).hover();
  await visitor.page.getByRole('button', { name: `More about ${door}` }).click();
  await menu(visitor).getByText(wish, { exact: true }).click();
  await expect(menu(visitor)).toHaveCount(0);
}

test('a favourite stands first on all devices', async ({ visit, browser }) => {
  const nell = await visit('nell-likes');
  await nell.open('zoo');
  const phone = await device(browser, nell);
  await want(nell, 'zoo', 'Favourite');
  for (const visitor of [nell, phone]) {
    await expect(section(visitor, 'Favourites').getByRole('link')).toHaveText([/zoo/]);
    await expect(section(visitor, 'Rooms').getByRole('link')).toHaveText([/lobby/]);
  }
  await want(phone, 'zoo', 'Favourite');
  await expect(section(nell, 'Favourites')).toHaveCount(0);
  await phone.page.context().close();
});

test('of a muted room only what is for one counts, on all devices', async ({ visit, browser }) => {
  const orla = await visit('orla-mutes');
  const pim = await visit('pim-talks');
  await orla.open('noise');
  await orla.open('lobby');
  const phone = await device(browser, orla);
  await want(orla, 'noise', 'Mute');
  for (const visitor of [orla, phone]) {
    await expect(visitor.door('noise')).toContainText('muted');
  }
  await pim.open('noise');
  await pim.say('anybody?');
  await pim.say('@orla-mutes, are you there?');
  for (const visitor of [orla, phone]) {
    await expect(visitor.door('noise').locator('.badge .visually-hidden')).toHaveText('1 new message, for you');
  }
  await want(phone, 'noise', 'Mark as read');
  await expect(orla.door('noise').locator('.badge')).toHaveCount(0);
  await phone.page.context().close();
});

test('a menu is opened, walked through and closed by keys, and a room left from it', async ({ visit }) => {
  const quin = await visit('quin-menu');
  const { page } = quin;
  await quin.open('hall');
  await quin.open('lobby');
  const more = page.getByRole('button', { name: 'More about hall' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(menu(quin).getByRole('menuitemcheckbox', { name: 'Favourite' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('ArrowUp');
  await expect(menu(quin).getByRole('menuitem', { name: 'Leave' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu(quin)).toHaveCount(0);
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(menu(quin).getByRole('menuitemcheckbox', { name: 'Favourite' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(quin.door('hall')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('#lobby');
});

test('a finger opens the menu, too', { tag: '@full' }, async ({ visit, server }) => {
  const rhys = await visit('rhys-finger', `${server.url()}#/r/dock`, PHONE);
  const { page } = rhys;
  await page.getByRole('button', { name: 'Rooms', exact: true }).tap();
  await page.getByRole('button', { name: 'More about dock' }).tap();
  await expect(menu(rhys)).toBeInViewport();
  await expectAccessible(page);
  await menu(rhys).getByText('Favourite').tap();
  await expect(section(rhys, 'Favourites').getByRole('link')).toHaveText([/dock/]);
});

test.describe('without a connection', () => {
  test.use({ expected: AWAY });

  test('what one wants is held, and kept once there is one', { tag: '@full' }, async ({ visit, browser }) => {
    const server = await Server.at('/');
    try {
      const sia = await visit('sia-offline', server.url());
      await sia.open('tent');
      const phone = await device(browser, sia);
      for (const { page } of [sia, phone]) {
        await expect(page.getByRole('button', { name: 'More about tent' })).toBeAttached();
      }
      await server.stop();
      await want(sia, 'tent', 'Favourite');
      await expect(section(sia, 'Favourites').getByRole('link')).toHaveText([/tent/]);
      await expect(section(phone, 'Favourites')).toHaveCount(0);
      await server.start();
      await expect(section(phone, 'Favourites').getByRole('link')).toHaveText([/tent/], COMING_BACK);
      await phone.page.context().close();
    } finally {
      await server.close();
    }
  });
});
