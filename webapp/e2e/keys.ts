import { expect, Locator } from '@playwright/test';
import { Visitor } from './visitor';

/** More steps than that lead nowhere: whoever has not come by then is lost. */
const FAR = 120;

/** A keyboard, and nothing else, in somebody's hands. */
export class Keys {
  constructor(private readonly who: Visitor) {}

  /** Presses keys, one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.who.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    await this.who.page.keyboard.type(text);
  }

  /** Sees that the keyboard is at this now. */
  async at(part: Locator): Promise<void> {
    await expect(part).toBeFocused();
  }

  /** Goes on through the page until the keyboard is at this, … */
  async to(part: Locator, step = 'Tab'): Promise<void> {
    await expect(part).toBeVisible();
    for (let left = FAR; left > 0 && !(await isAt(part)); left--) {
      await this.press(step);
    }
    await this.at(part);
  }

  /** … or back. */
  async back(part: Locator): Promise<void> {
    await this.to(part, 'Shift+Tab');
  }

  /** Goes from where one writes to what was said last. */
  async toLast(): Promise<void> {
    await this.at(this.who.composer);
    await this.back(this.last);
  }

  /** Goes to a place by its name. */
  async go(place: string): Promise<void> {
    const { page } = this.who;
    await this.press('Control+k');
    await this.at(page.getByRole('dialog', { name: 'Go to' }).getByRole('combobox'));
    await this.type(place);
    await this.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(place.replace(/^[#@]/, ''));
    await this.at(this.who.composer);
  }

  /** Says something from where one writes, and is still there. */
  async say(text: string): Promise<void> {
    await this.at(this.who.composer);
    await this.type(text);
    await this.press('Enter');
    await expect(this.who.lines.last()).toHaveText(text);
    await expect(this.who.pending).toHaveCount(0);
    await this.at(this.who.composer);
  }

  /** What was said last. */
  get last(): Locator {
    return this.who.page.locator('parley-talk .line').last();
  }

  /** What can be done to the message where the keyboard is. */
  verb(name: string): Locator {
    return this.who.page.getByRole('toolbar').getByRole('button', { name, exact: true });
  }
}

function isAt(part: Locator): Promise<boolean> {
  return part.evaluate((element) => element === document.activeElement);
}

/** Writes this into a field and presses Enter before the page has drawn anything, as who types fast on a slow device. */
export async function enterAtOnce(field: Locator, text: string): Promise<void> {
  await field.evaluate((at, value) => {
    (at as HTMLInputElement | HTMLTextAreaElement).value = value;
    at.dispatchEvent(new Event('input', { bubbles: true }));
    at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  }, text);
}
