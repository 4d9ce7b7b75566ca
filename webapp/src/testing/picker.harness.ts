import { parallel } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { PartHarness } from './part.harness';

const CELL = '[role="gridcell"]';

/** Where one chooses an emoji. */
export class PickerHarness extends PartHarness {
  static readonly hostSelector = 'parley-picker';

  async isOpen(): Promise<boolean> {
    return (await this.locatorForOptional('dialog[open]')()) !== null;
  }

  /** The emoji on a shelf, as far as they are drawn. */
  async shelf(name: string): Promise<readonly string[]> {
    const element = await this.locatorForOptional(shelfCalled(name))();
    const cells = element && TestbedHarnessEnvironment.getNativeElement(element).querySelectorAll(CELL);
    return [...(cells ?? [])].map(({ textContent }) => textContent.trim()); // there are too many to ask each
  }

  /** The shelves there are. */
  async shelves(): Promise<readonly string[]> {
    return this.names('[role="rowgroup"]');
  }

  /** Chooses an emoji by what it is called. */
  async choose(name: string): Promise<void> {
    await this.click(name, cellCalled(name));
  }

  /** Goes to where the emoji of a kind are. */
  async goTo(category: string): Promise<void> {
    await this.click(category, '.categories button');
  }

  /** Looks at an emoji with the pointer. */
  async look(name: string): Promise<void> {
    const cell = TestbedHarnessEnvironment.getNativeElement(await this.called(name, cellCalled(name)));
    cell.dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));
    await this.forceStabilize();
  }

  /** What is shown of the emoji where one is. */
  async seen(): Promise<string | undefined> {
    return this.textIn('.seen');
  }

  /** What Tab reaches of all the cells. */
  async reachable(): Promise<readonly string[]> {
    return this.names(`${CELL}[tabindex="0"]`);
  }

  /** How many were found, for those who don't see it. */
  async count(): Promise<string | undefined> {
    return this.textIn('[role="status"]');
  }

  async chooseTone(name: string): Promise<void> {
    const tones = await this.locatorForAll('fieldset input')();
    const names = await this.names('fieldset label');
    await tones[names.indexOf(name)]?.dispatchEvent('change');
  }

  /** The tone that is chosen. */
  async tone(): Promise<string | undefined> {
    const tones = await this.locatorForAll('fieldset input')();
    const checked = await parallel(() => tones.map((tone) => tone.getProperty<boolean>('checked')));
    return (await this.names('fieldset label'))[checked.indexOf(true)];
  }

  /** Presses beside what is shown. */
  async pressBeside(): Promise<void> {
    await (await this.locatorFor('dialog')()).click();
  }

  /** What is drawn as somebody comes near to it. */
  async element(name: string): Promise<Element> {
    return TestbedHarnessEnvironment.getNativeElement(await this.locatorFor(shelfCalled(name))());
  }
}

function shelfCalled(name: string): string {
  return `[role="rowgroup"][aria-label="${name}"]`;
}

function cellCalled(name: string): string {
  return `${CELL}[aria-label="${name}"]`;
}
