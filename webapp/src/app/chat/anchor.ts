/** The name of a line that stays the same as long as it is shown. */
const KEY = 'data-key';

/**
 * Keeps what somebody reads where it is on the screen, whatever comes or goes above it. Browsers do that themselves only
 * in part: not at the very top, and some not at all.
 */
export class Anchor {
  private line: { readonly key: string; readonly top: number } | undefined;

  /** @param view what scrolls; its style has to turn off the browser's own way of doing this */
  constructor(private readonly view: HTMLElement) {}

  /** Remembers where the first line on the screen stands. */
  hold(): void {
    const line = this.first();
    const key = line?.getAttribute(KEY);
    this.line = line && key ? { key, top: this.topOf(line) } : undefined;
  }

  /** Scrolls as far as that line has moved since, wherever somebody has scrolled to meanwhile. */
  keep(): void {
    const held = this.line;
    const line = held && this.view.querySelector(`[${KEY}="${CSS.escape(held.key)}"]`);
    if (held && line) {
      this.view.scrollTop += this.topOf(line) - held.top;
    }
  }

  /** Where a line stands in all that can be scrolled. */
  private topOf(line: Element): number {
    return line.getBoundingClientRect().top - this.view.getBoundingClientRect().top + this.view.scrollTop;
  }

  private first(): Element | undefined {
    const lines = this.view.querySelectorAll(`[${KEY}]`);
    const { top } = this.view.getBoundingClientRect();
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle]?.getBoundingClientRect().bottom ?? 0) > top) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return lines[low];
  }
}
