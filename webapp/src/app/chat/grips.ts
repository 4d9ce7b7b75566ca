import { computed, signal } from '@angular/core';
import { Grip } from './excerpt';

/** What somebody has hold of in a timeline, by the keyboard or by having selected it: these lines stay drawn. */
export class Grips {
  private readonly focused = signal<string | undefined>(undefined);
  private readonly selected = signal<Grip | undefined>(undefined, { equal: isSame });

  /** From line to line, each. */
  readonly all = computed((): readonly Grip[] => {
    const [key, selected] = [this.focused(), this.selected()];
    return [...(key === undefined ? [] : [{ from: key, to: key }]), ...(selected ? [selected] : [])];
  });

  /** The keyboard is somewhere else now; nowhere else, where only the window is not in front any more. */
  focus(target: EventTarget | null, document: Document): void {
    if (target || document.hasFocus()) {
      this.focused.set(keyAt(target));
    }
  }

  /** Something else is selected now. */
  select(selection: Selection | null, view: Node): void {
    const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
    const [from, to] = [range?.startContainer, range?.endContainer].map((node) =>
      node && view.contains(node) ? keyAt(node instanceof Element ? node : node.parentElement) : undefined,
    );
    const key = from ?? to;
    this.selected.set(key === undefined ? undefined : { from: key, to: to ?? key });
  }
}

function isSame(a: Grip | undefined, b: Grip | undefined): boolean {
  return a?.from === b?.from && a?.to === b?.to;
}

/** The line that something is in. */
export function keyAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? undefined) : undefined;
}
