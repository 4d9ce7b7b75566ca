import { afterNextRender, Directive, ElementRef, inject, input, output } from '@angular/core';

/** A menu beside the button that opened it; the arrow keys go from one item to the next. */
@Directive({
  host: {
    popover: 'auto',
    role: 'menu',
    class: 'menu',
    '(keydown)': 'pressed($event)',
    '(toggle)': 'toggled($event)',
  },
})
export abstract class Menu {
  private readonly menu = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** The button that it stands beside. */
  readonly opener = input.required<HTMLElement>();
  readonly closed = output();

  constructor() {
    afterNextRender(() => {
      this.menu.showPopover();
      this.settle();
      this.items()[0]?.focus();
    });
  }

  protected pressed(event: KeyboardEvent): void {
    const items = this.items();
    const at = items.indexOf(event.target as HTMLElement);
    const to = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items[to]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.close();
    }
    event.stopPropagation();
  }

  protected toggled({ newState }: ToggleEvent): void {
    if (newState === 'closed') {
      this.closed.emit();
    }
  }

  protected close(): void {
    this.menu.hidePopover();
    this.opener().focus();
  }

  private items(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('button')];
  }

  /** Stands below its button, or above it where there is no room. */
  private settle(): void {
    const { top, bottom, left, right } = this.opener().getBoundingClientRect();
    const { width, height } = this.menu.getBoundingClientRect();
    const view = this.menu.ownerDocument.documentElement;
    const isBelow = bottom + height <= view.clientHeight;
    this.menu.style.top = `${Math.max(0, isBelow ? bottom : top - height)}px`;
    const start = view.dir === 'rtl' ? right - width : left;
    this.menu.style.left = `${Math.max(0, Math.min(start, view.clientWidth - width))}px`;
  }
}
