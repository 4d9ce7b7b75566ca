import { DialogHarness } from './dialog.harness';

/** Where one chooses whether, and when, to be told of messages. */
export class NotifyingHarness extends DialogHarness {
  static override readonly hostSelector = 'parley-notifying';

  /** Whether this browser tells of messages. */
  async isOn(): Promise<boolean> {
    return (await (await this.locatorFor('[role="switch"]')()).getAttribute('aria-checked')) === 'true';
  }

  async setHours(from: string, to: string): Promise<void> {
    const [first, last] = await this.locatorForAll('[type="time"]')();
    await first?.setInputValue(from);
    await last?.setInputValue(to);
  }
}
