import { expect, Page } from '@playwright/test';
import { Town } from './town';

/** Something that one can have before one's eyes, found without a word of any language. */
export interface Route {
  readonly name: string;
  /** Goes there from a room. */
  readonly go: (page: Page, town: Town) => Promise<void>;
  /** What is there then. */
  readonly there: string;
  /** Whether it needs the server: without a connection it says something else. */
  readonly isOnline?: true;
  /** Whether it is only where there is no room for everything side by side. */
  readonly isNarrow?: true;
}

/** In front of everything else. */
const COVER = 'dialog[open], [popover]:popover-open';

const ROOM = '#/r/harbour';

const hash = (to: string | ((town: Town) => string)) => async (page: Page, town: Town) => {
  await page.evaluate((next) => (location.hash = next), typeof to === 'string' ? to : to(town));
};

/** Opens the drawer in which something is, where it is in one. */
async function reach(page: Page, drawer: 'rooms' | 'people'): Promise<void> {
  const button = page.locator(`main > header > .to-${drawer}`);
  if (await button.isVisible()) {
    await button.click();
  }
}

const drawer = (which: 'rooms' | 'people') => async (page: Page) => {
  await comeToRoom(page);
  await reach(page, which);
};

const press =
  (selector: string, nth = 0, drawer?: 'rooms' | 'people') =>
  async (page: Page) => {
    await comeToRoom(page);
    if (drawer) {
      await reach(page, drawer);
    }
    await page.locator(selector).nth(nth).click();
  };

const keys = (chord: string) => async (page: Page) => {
  await comeToRoom(page);
  await page.keyboard.press(chord);
};

async function comeToRoom(page: Page): Promise<void> {
  await page.evaluate((room) => (location.hash = room), ROOM);
  await expect(page.locator('parley-side')).toHaveCount(0);
  await expect(page.locator('parley-talk .line').last()).toBeVisible();
}

/** The place in the toolbar of what a message of one's own is amended by. */
const EDIT = 5;

/** Points at the last message that one has said, as one does with what one has. */
async function atLastLine(page: Page): Promise<void> {
  await comeToRoom(page);
  const line = page.locator('parley-talk .line').last();
  if (!(await page.evaluate(() => matchMedia('(pointer: coarse)').matches))) {
    await line.focus();
  } else if (!(await page.locator('parley-talk parley-toolbar').isVisible())) {
    await line.tap(); // another tap would take away what the first one has brought
  }
  await expect(page.locator('parley-toolbar')).toBeVisible();
}

/** Opens the menu of somebody in the room, and chooses there. */
const ofPerson = (item: number) => async (page: Page) => {
  await press('parley-people .more', 0, 'people')(page);
  await page.locator('.menu [role="menuitem"]').nth(item).click();
};

/** Opens what begins something, at one of its kinds. */
const making = (kind: number) => async (page: Page) => {
  await press('parley-rooms .views button', 1, 'rooms')(page);
  await page.locator('parley-making input[type="radio"]').nth(kind).check({ force: true });
};

const detailsOf = (room: (town: Town) => string, there: string) => async (page: Page, town: Town) => {
  await page.evaluate((to) => (location.hash = to), room(town));
  await expect(page.locator(there).first()).toBeVisible();
  await page.locator('.to-details').click();
};

const inside = (id: string) => `#/i/${id.slice(2)}`;

/** Writes something that one is helped with. */
const written = (text: string) => async (page: Page) => {
  await comeToRoom(page);
  await page.locator('parley-talk parley-composer textarea').fill('');
  await page.locator('parley-talk parley-composer textarea').pressSequentially(text);
};

/** Everything that there is to see. */
export const ROUTES: readonly Route[] = [
  { name: 'the lobby', go: hash('#/r/lobby'), there: 'parley-talk .line' },
  { name: 'a room', go: hash(ROOM), there: 'parley-talk .line' },
  { name: 'an empty room', go: hash('#/r/boathouse'), there: 'parley-timeline .empty .title' },
  { name: 'a private room', go: hash(({ rooms }) => inside(rooms.own)), there: 'parley-talk .line' },
  { name: 'a conversation', go: hash('#/p/bob'), there: 'parley-talk .line' },
  { name: 'a conversation of three', go: hash(({ rooms }) => inside(rooms.group)), there: 'parley-talk .line' },
  { name: 'an archived room', go: hash('#/r/old-pier'), there: 'parley-talk .archived' },
  { name: 'a room that is not there', go: hash('#/i/0000000000000000'), there: '.empty .title' },
  { name: 'what is unread', go: hash('#/unread'), there: 'parley-unread section' },
  { name: 'where one was named', go: hash('#/mentions'), there: 'parley-mentions' },
  { name: 'a thread', go: hash(({ thread }) => `${ROOM}/${thread}/replies`), there: 'parley-side .line' },
  { name: 'what is pinned', go: hash(`${ROOM}/pins`), there: 'parley-side .line' },
  { name: 'the places', go: drawer('rooms'), there: 'parley-rooms', isNarrow: true },
  { name: 'the people', go: drawer('people'), there: 'parley-people', isNarrow: true },
  { name: 'what can be done to a message', go: atLastLine, there: 'parley-toolbar' },
  {
    name: 'a message in other words',
    go: async (page) => {
      await atLastLine(page);
      await page.locator('parley-toolbar button').nth(EDIT).click();
    },
    there: 'parley-amending textarea',
  },
  {
    name: 'deleting',
    go: async (page) => {
      await atLastLine(page);
      await page.locator('parley-toolbar button').last().click();
    },
    there: 'parley-deleting dialog',
  },
  { name: 'choosing an emoji', go: press('parley-talk .compose .emoji'), there: 'parley-picker [role="gridcell"]' },
  {
    name: 'who has reacted',
    go: async (page) => {
      await comeToRoom(page);
      await page.locator('.reactions button').first().dispatchEvent('contextmenu'); // as a long press does, too
    },
    there: 'parley-reactors dialog',
  },
  { name: 'help with a name', go: written('@'), there: 'parley-offer-list' },
  { name: 'help with a command', go: written('/'), there: 'parley-offer-list' },
  {
    name: 'what can be written',
    go: async (page) => {
      await written('/help')(page);
      await page.locator('parley-talk .compose [type="submit"]').click();
    },
    there: 'parley-help dialog',
  },
  { name: 'the menu of a room', go: press('parley-rooms .more', 1, 'rooms'), there: 'parley-door-menu' },
  { name: 'the menu of a person', go: press('parley-people .more', 0, 'people'), there: 'parley-person-menu' },
  { name: 'the switcher', go: keys('Control+k'), there: 'parley-switcher [role="option"]' },
  { name: 'the shortcuts', go: keys('Control+/'), there: 'parley-sheet dialog' },
  { name: 'the settings', go: keys('Control+,'), there: 'parley-settings dialog' },
  { name: 'notifications', go: press('parley-rooms footer > button', 1, 'rooms'), there: 'parley-notifying dialog' },
  { name: 'another name', go: press('parley-rooms footer .self', 0, 'rooms'), there: 'parley-renaming dialog' },
  { name: 'signing out', go: press('parley-rooms footer > button', 3, 'rooms'), there: 'parley-signing-out dialog' },
  { name: 'a new public room', go: making(0), there: 'parley-making dialog' },
  { name: 'a new private room', go: making(1), there: 'parley-making dialog' },
  { name: 'a new conversation', go: making(2), there: 'parley-making dialog' },
  {
    name: 'looking for rooms',
    go: press('parley-rooms .views button', 0, 'rooms'),
    there: 'parley-browsing [role="option"]',
    isOnline: true,
  },
  { name: 'about one’s own public room', go: detailsOf(() => ROOM, 'parley-talk .line'), there: 'parley-details h2' },
  {
    name: 'about one’s own private room',
    go: detailsOf(({ rooms }) => inside(rooms.own), 'parley-talk .line'),
    there: 'parley-details .people li',
    isOnline: true,
  },
  {
    name: 'about another’s private room',
    go: detailsOf(({ rooms }) => inside(rooms.bobs), 'parley-timeline .empty'),
    there: 'parley-details .people li',
    isOnline: true,
  },
  { name: 'inviting', go: ofPerson(1), there: 'parley-inviting [role="option"]' },
  { name: 'a grave question', go: ofPerson(2), there: 'parley-confirming dialog' },
  { name: 'a day', go: press('.to-day'), there: 'parley-dating dialog' },
];

/** Goes somewhere, and sees that one is there. */
export async function goTo(route: Route, page: Page, town: Town): Promise<void> {
  await comeBack(page);
  await route.go(page, town);
  await expect(page.locator(route.there).first()).toBeVisible();
}

/** Puts away all that is in front of the room, as one does by Escape. */
export async function comeBack(page: Page): Promise<void> {
  for (let more = 4; more > 0 && (await page.locator(COVER).count()) > 0; more--) {
    await page.keyboard.press('Escape');
  }
  await expect(page.locator(COVER)).toHaveCount(0);
  const amending = page.locator('parley-amending textarea');
  if (await amending.isVisible()) {
    await amending.press('Escape');
  }
  const curtain = page.locator('.curtain');
  if (await curtain.isVisible()) {
    await page.keyboard.press('Escape');
    await expect(curtain).toBeHidden();
  }
  const composer = page.locator('parley-talk parley-composer textarea');
  if ((await composer.isVisible()) && (await composer.inputValue())) {
    await composer.fill('');
  }
}
