import { parallel } from '@angular/cdk/testing';
import { PartHarness } from './part.harness';

/** Where one chooses how the page is in this browser. */
export class SettingsHarness extends PartHarness {
  static readonly hostSelector = 'parley-settings';

  async isOpen(): Promise<boolean> {
    return (await this.locatorForOptional('dialog[open]')()) !== null;
  }

  /** The language that is chosen. */
  async language(): Promise<string | undefined> {
    return (await this.languages())[await (await this.list()).getProperty<number>('selectedIndex')];
  }

  async chooseLanguage(name: string): Promise<void> {
    await (await this.list()).selectOptions((await this.languages()).indexOf(name));
  }

  async languages(): Promise<readonly string[]> {
    return this.texts('option');
  }

  /** Why the language that was chosen is not spoken. */
  async refusal(): Promise<string | undefined> {
    return this.textIn('[aria-live]');
  }

  /** The colours that are chosen. */
  async colours(): Promise<string | undefined> {
    const radios = await this.locatorForAll('[type="radio"]')();
    const checked = await parallel(() => radios.map((radio) => radio.getProperty<boolean>('checked')));
    return (await this.names('fieldset label'))[checked.indexOf(true)];
  }

  async chooseColours(name: string): Promise<void> {
    const number = (await this.names('fieldset label')).indexOf(name);
    await (await this.locatorForAll('[type="radio"]')())[number]?.click();
  }

  /** Whether something is on that can be turned on and off. */
  async isOn(name: string): Promise<boolean> {
    return (await (await this.called(name, '[role="switch"]')).getAttribute('aria-checked')) === 'true';
  }

  private readonly list = this.locatorFor('select');
}
