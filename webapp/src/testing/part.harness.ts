import { ComponentHarness, parallel, TestElement, TextOptions } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { insertText } from './fake-screen';

/** Keys that are held while another one is pressed. */
export type Held = Pick<KeyboardEventInit, 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** A part of the page, for somebody who has a keyboard, and finds things by what they are called. */
export abstract class PartHarness extends ComponentHarness {
  /** Presses a key where the focus is. What a browser does with it then is done, unless the page keeps it. */
  async press(key: string, held: Held = {}): Promise<void> {
    strike(key, held);
    await this.forceStabilize();
  }

  /** Types a text where the focus is, letter by letter, before anything of it is drawn. */
  async type(text: string): Promise<void> {
    [...text].forEach((letter) => {
      strike(letter === '\n' ? 'Enter' : letter, letter === '\n' ? { shiftKey: true } : {});
    });
    await this.forceStabilize();
  }

  /** Lets come what is answered at once. */
  async answered(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    await this.forceStabilize();
  }

  /** What the focus is on. */
  async focused(): Promise<string> {
    await this.forceStabilize();
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '';
  }

  /** Presses a button, or another thing that is called so, which has the focus then unless the page keeps it elsewhere. */
  async click(name: string, selector = 'button'): Promise<void> {
    const element = TestbedHarnessEnvironment.getNativeElement(await this.called(name, selector)) as HTMLElement;
    if (element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))) {
      element.focus();
    }
    element.click();
    await this.forceStabilize();
  }

  /** Moves the pointer over a button, or another thing that is called so. */
  async point(name: string, selector = 'button'): Promise<void> {
    const element = TestbedHarnessEnvironment.getNativeElement(await this.called(name, selector));
    element.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));
    await this.forceStabilize();
  }

  /** What the buttons, or other things, are called, in their order. */
  async names(selector = 'button'): Promise<readonly string[]> {
    const elements = await this.locatorForAll(selector)();
    return parallel(() => elements.map(nameOf));
  }

  /** What stands in all elements of this kind. */
  async texts(selector: string): Promise<readonly string[]> {
    const elements = await this.locatorForAll(selector)();
    return parallel(() => elements.map((element) => textOf(element)));
  }

  /** What stands in the only element of this kind, if it is there. */
  async textIn(selector: string): Promise<string | undefined> {
    const element = await this.locatorForOptional(selector)();
    return element ? textOf(element) : undefined;
  }

  /** The thing of this name. */
  protected async called(name: string, selector = 'button'): Promise<TestElement> {
    const elements = await this.locatorForAll(selector)();
    const names = await parallel(() => elements.map(nameOf));
    const found = elements[names.indexOf(name)];
    if (!found) {
      throw new Error(`there is no ${selector} called "${name}", but "${names.join('", "')}"`);
    }
    return found;
  }
}

/** What a thing is called by those who don't see it. */
export async function nameOf(element: TestElement): Promise<string> {
  return (await element.getAttribute('aria-label')) ?? textOf(element, { exclude: '[aria-hidden="true"]' });
}

async function textOf(element: TestElement, which?: TextOptions): Promise<string> {
  return (await element.text(which)).replace(/\s+/g, ' ').trim();
}

function strike(key: string, held: Held): void {
  const target = document.activeElement ?? document.body;
  const event = (type: string) => new KeyboardEvent(type, { key, ...held, bubbles: true, cancelable: true });
  if (target.dispatchEvent(event('keydown')) && !held.ctrlKey && !held.metaKey) {
    write(target, key);
  }
  target.dispatchEvent(event('keyup'));
}

/** What a key does by itself to what has the focus. */
function write(element: Element, key: string): void {
  if (element instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) {
    element.click();
  } else if (element instanceof HTMLInputElement && key === 'Enter') {
    element.form?.requestSubmit();
  } else if (element instanceof HTMLTextAreaElement && key === 'Enter') {
    insertText('insertText', false, '\n');
  } else if ((key === 'ArrowUp' || key === 'ArrowDown') && isField(element)) {
    const to = key === 'ArrowUp' ? 0 : element.value.length; // as where there is one line
    element.setSelectionRange(to, to);
  } else if (key === 'Backspace' && isField(element)) {
    const end = element.selectionEnd ?? 0;
    element.setSelectionRange(Math.min(element.selectionStart ?? 0, Math.max(0, end - 1)), end);
    insertText('insertText', false, '');
  } else if ([...key].length === 1) {
    insertText('insertText', false, key);
  }
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
