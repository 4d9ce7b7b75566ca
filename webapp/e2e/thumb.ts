import { expect, Locator } from '@playwright/test';
import { Visitor } from './visitor';

/** A thumb hits what is so wide and high (px); nine kinds of emoji stand side by side, and are a little less wide. */
const ROOM = { width: 40, height: 44 };

/** How much of a phone's screen its keyboard leaves (px). */
const ABOVE_KEYBOARD = { width: 390, height: 500 };

/** One thumb on a phone, and the keyboard that is on its screen when something is to be written. */
export class Thumb {
  constructor(private readonly who: Visitor) {}

  /** Taps something that is meant to be tapped, where the screen shows it and with room for a thumb. */
  async tap(part: Locator): Promise<void> {
    await expect(part).toBeVisible();
    await this.seesRoom();
    await part.tap();
  }

  /** Writes somewhere, with the keyboard on the screen: what is written and what sends it are not under it. */
  async write(field: Locator, text: string, send?: Locator): Promise<void> {
    const { page } = this.who;
    const screen = page.viewportSize();
    await this.tap(field);
    await page.setViewportSize(ABOVE_KEYBOARD);
    await page.keyboard.type(text);
    await expect(field).toBeInViewport({ ratio: 0.9 });
    if (send) {
      await expect(send).toBeInViewport({ ratio: 1 });
      await this.tap(send);
    }
    if (screen) {
      await page.setViewportSize(screen);
    }
  }

  /** Says something in the room, and sees it. */
  async say(text: string): Promise<void> {
    const { composer, lines, pending, page } = this.who;
    await this.write(composer, text, page.locator('parley-talk').getByRole('button', { name: 'Send' }));
    await expect(lines.last()).toHaveText(text);
    await expect(lines.last()).toBeInViewport();
    await expect(pending).toHaveCount(0);
  }

  /** Has what can be done to the last message shown, and does one thing of it. */
  async act(verb: string): Promise<void> {
    const { page, lines } = this.who;
    const toolbar = page.getByRole('toolbar');
    await expect(async () => {
      if (!(await toolbar.isVisible())) {
        await lines.last().tap();
      }
      await expect(toolbar).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await this.tap(toolbar.getByRole('button', { name: verb, exact: true }));
  }

  /** Opens the list of rooms. */
  async toRooms(): Promise<void> {
    await this.tap(this.who.page.getByRole('button', { name: 'Rooms', exact: true }));
    await expect(this.rooms).toBeInViewport({ ratio: 1 });
  }

  /** Goes to a place by its name. */
  async go(place: string): Promise<void> {
    const { page } = this.who;
    const switcher = page.getByRole('dialog', { name: 'Go to' });
    await this.toRooms();
    await this.tap(page.getByRole('button', { name: 'Go to a room or a person' }));
    await this.write(switcher.getByRole('combobox'), place);
    await this.tap(switcher.getByRole('option').first());
    await expect(page.getByRole('heading', { level: 1 })).toContainText(place.replace(/^[#@]/, ''));
    await expect(this.rooms).toBeHidden();
  }

  /** Sees that a thumb has room for all that is on the screen to be tapped, and that nothing is wider than that. */
  async seesRoom(): Promise<void> {
    await expect.poll(() => this.who.page.evaluate(narrow, ROOM)).toEqual([]);
  }

  private get rooms(): Locator {
    return this.who.page.locator('parley-rooms');
  }
}

/** What is on top of the screen to be tapped, and too small for that; not what is part of a sentence. */
function narrow(room: typeof ROOM): string[] {
  const targets = document.querySelectorAll('a[href], button, select, input, textarea');
  const small = [...targets].flatMap((target) => {
    const part = target.closest('label') ?? target;
    const { left, top, width, height } = part.getBoundingClientRect();
    const under = document.elementFromPoint(left + width / 2, top + height / 2);
    const isOnTop = !!under && (part === under || part.contains(under));
    const isInText = getComputedStyle(part).display === 'inline';
    const isRoomy = width >= room.width && height >= room.height - 0.5;
    return !isOnTop || isInText || isRoomy
      ? []
      : [`${part.outerHTML.slice(0, 120)}: ${width.toFixed(0)} × ${height.toFixed(0)}`];
  });
  return document.documentElement.scrollWidth > innerWidth ? [...small, 'the page is wider than the screen'] : small;
}
