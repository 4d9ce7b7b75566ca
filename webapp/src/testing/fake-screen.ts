/** What a browser does for a page and jsdom does not, as long as a test runs: nothing on it has a place or a size. */
export class FakeScreen {
  /** Whether one touches it, and writes by its keyboard. */
  isTouched = false;
  private readonly near = new Set<FakeSight>();
  private restore: (() => void)[] = [];

  /** A screen for each test of the suite that asks for it. */
  static forEach(): FakeScreen {
    const screen = new FakeScreen();
    beforeEach(() => {
      screen.set();
    });
    afterEach(() => {
      screen.clear();
    });
    return screen;
  }

  /** Somebody scrolls until this element is on the screen, or nearly. */
  show(element: Element): void {
    this.near.forEach((sight) => {
      sight.tell(element);
    });
  }

  private set(): void {
    this.isTouched = false;
    const { near } = this;
    const touch = (query: string) =>
      Object.assign(new EventTarget(), { matches: this.isTouched && /coarse/.test(query) });
    class Sight extends FakeSight {
      constructor(told: SightTold) {
        super(told);
        near.add(this);
      }
    }
    this.restore = [
      put(globalThis, 'matchMedia', touch),
      put(globalThis, 'ResizeObserver', FakeSight),
      put(globalThis, 'IntersectionObserver', Sight),
      put(document, 'execCommand', insertText),
      put(Element.prototype, 'scrollIntoView', () => undefined),
      put(HTMLDialogElement.prototype, 'showModal', showModal),
      put(HTMLDialogElement.prototype, 'close', close),
      put(HTMLElement.prototype, 'showPopover', showPopover),
      put(HTMLElement.prototype, 'hidePopover', hidePopover),
    ];
  }

  private clear(): void {
    this.near.clear();
    this.restore.forEach((undo) => {
      undo();
    });
  }
}

type SightTold = (entries: readonly { readonly target: Element; readonly isIntersecting: boolean }[]) => void;

/** An observer that sees only what it is told. */
class FakeSight {
  private readonly elements = new Set<Element>();

  constructor(private readonly told: SightTold) {}

  observe(element: Element): void {
    this.elements.add(element);
  }

  disconnect(): void {
    this.elements.clear();
  }

  tell(element: Element): void {
    if (this.elements.has(element)) {
      this.told([{ target: element, isIntersecting: true }]);
    }
  }
}

function put(on: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(on, name);
  Object.defineProperty(on, name, { value, configurable: true, writable: true });
  return () => {
    if (before) {
      Object.defineProperty(on, name, before);
    } else {
      Reflect.deleteProperty(on, name);
    }
  };
}

/** Writes where the cursor is, as somebody does who types. */
export function insertText(_command: string, _isShown: boolean, text: string): boolean {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) {
    return false;
  }
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  return field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Opens it, with the focus on the first thing in it, and Escape as its way out. */
function showModal(this: HTMLDialogElement): void {
  this.open = true;
  this.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  this.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      this.close();
    }
  });
}

function close(this: HTMLDialogElement): void {
  if (this.open) {
    this.open = false;
    tell(this, new Event('close'));
  }
}

function showPopover(this: HTMLElement): void {
  this.style.display = 'block';
  tell(this, Object.assign(new Event('toggle'), { newState: 'open' }));
}

function hidePopover(this: HTMLElement): void {
  this.style.removeProperty('display');
  tell(this, Object.assign(new Event('toggle'), { newState: 'closed' }));
}

/** As in a browser, that is not before what is being done is done. */
function tell(element: HTMLElement, event: Event): void {
  queueMicrotask(() => {
    element.dispatchEvent(event);
  });
}
