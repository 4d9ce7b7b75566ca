import { TestElement } from '@angular/cdk/testing';
import { nameOf, PartHarness } from './part.harness';

/** A menu beside the button that opened it. */
export class MenuHarness extends PartHarness {
  static readonly hostSelector = '[role="menu"]';

  /** What it is called. */
  async name(): Promise<string | null> {
    return (await this.host()).getAttribute('aria-label');
  }

  /** The items, each that is on with a tick before it. */
  async items(): Promise<readonly string[]> {
    const items = await this.locatorForAll('[role^="menuitem"]')();
    return Promise.all(items.map(ticked));
  }
}

async function ticked(item: TestElement): Promise<string> {
  const isOn = (await item.getAttribute('aria-checked')) === 'true';
  return `${isOn ? '✓ ' : ''}${await nameOf(item)}`;
}
