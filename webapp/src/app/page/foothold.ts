import { afterEveryRender, DestroyRef, DOCUMENT, inject } from '@angular/core';

/** Where the keyboard can stay: at a message, a list, a panel; not in all that was said, which only scrolls. */
const FIRM = '[tabindex]:not([role="log"])';

/**
 * Keeps the keyboard on the page. What it is at may go, with a message that is taken back or a room that is left: then
 * it is at the nearest around that which is left. To be made in an injection context.
 */
export class Foothold {
  private readonly document = inject(DOCUMENT);
  /** What the keyboard came to last, and what is around that, from within. */
  private path: readonly HTMLElement[] = [];

  /** Where nothing is left around it, it is `otherwise` for somebody else to say where it goes. */
  constructor(private readonly otherwise: () => void) {
    const came = ({ target }: FocusEvent) => {
      this.path = pathFrom(target);
    };
    const left = () => {
      this.path = []; // also for nothing, and then that is meant
    };
    const tabbed = ({ key }: KeyboardEvent) => {
      if (key === 'Tab') {
        left(); // after the last there is nothing more on the page
      }
    };
    this.document.addEventListener('focusin', came);
    this.document.addEventListener('pointerdown', left);
    this.document.addEventListener('keydown', tabbed);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('focusin', came);
      this.document.removeEventListener('pointerdown', left);
      this.document.removeEventListener('keydown', tabbed);
    });
    afterEveryRender(() => {
      this.regain();
    });
  }

  private regain(): void {
    const { path } = this;
    if (!path[0] || isLeft(path[0]) || this.document.activeElement !== this.document.body) {
      return;
    }
    this.path = [];
    path.find((element) => element.isConnected && element.matches(FIRM))?.focus();
    if (this.document.activeElement === this.document.body) {
      this.otherwise();
    }
  }
}

/** A phone's keyboard may be put away from a field that is there still; from what only was moved, nobody goes. */
function isLeft(element: HTMLElement): boolean {
  return element.isConnected && element.matches('input, textarea, select');
}

function pathFrom(target: EventTarget | null): readonly HTMLElement[] {
  return target instanceof HTMLElement ? [target, ...pathFrom(target.parentElement)] : [];
}
