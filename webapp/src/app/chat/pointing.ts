import { signal } from '@angular/core';
import { keyAt } from './grips';
import { isTouched } from './touch';

/** The line that somebody points at, taps, or is at with the keyboard. */
export class Pointing {
  /** The line's key. */
  readonly active = signal<string | undefined>(undefined);
  /** Whether the pointer has moved since a key was pressed. */
  private isPointing = false;

  constructor(private readonly document: Document) {}

  /** Hears by itself of the pointer, which moves too often to have all checked each time. */
  watch(view: HTMLElement): void {
    view.addEventListener('pointerover', (event) => {
      this.pointed(event);
    });
    view.addEventListener('pointermove', (event) => {
      this.moved(event);
    });
  }

  /** Who points elsewhere may still be here with the keyboard. */
  unpointed({ pointerType, currentTarget }: PointerEvent): void {
    if (pointerType === 'mouse') {
      const focused = this.document.activeElement;
      this.active.set((currentTarget as Element).contains(focused) ? keyAt(focused) : undefined);
    }
  }

  /** A key was pressed: it is not the pointer that counts. */
  typed(): void {
    this.isPointing = false;
  }

  focused({ target }: FocusEvent): void {
    if (!isTouched(this.document.defaultView)) {
      this.active.set(keyAt(target) ?? this.active());
    }
  }

  /** What had the focus may just have gone: then one is still here. */
  blurred({ relatedTarget, currentTarget }: FocusEvent): void {
    if (relatedTarget && !(currentTarget as Element).contains(relatedTarget as Node)) {
      this.active.set(undefined);
    }
  }

  /** On a screen, a tap offers what can be done, and another one takes that away; whether it did either. */
  tapped({ target }: Event): boolean {
    const isTap = isTouched(this.document.defaultView) && !(target as Element).closest('a, button, textarea');
    if (isTap) {
      const key = keyAt(target);
      this.active.set(key === this.active() ? undefined : key);
    }
    return isTap;
  }

  /** What comes to lie under a pointer that rests is not pointed at. */
  private pointed({ pointerType, target }: PointerEvent): void {
    if (pointerType === 'mouse' && this.isPointing) {
      this.active.set(keyAt(target));
    }
  }

  private moved(event: PointerEvent): void {
    const isNowhere = !this.isPointing || this.active() === undefined;
    if (isNowhere && (event.movementX !== 0 || event.movementY !== 0)) {
      this.isPointing = true;
      this.pointed(event);
    }
  }
}
