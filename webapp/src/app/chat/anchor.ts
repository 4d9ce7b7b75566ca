import { firstBelow } from './sight';

/** The name of a line that stays the same as long as it is shown. */
const KEY = 'data-key';
/** The lines that are where they belong. */
const LINES = ':not(.away) > ';

/**
 * Keeps what somebody reads where it is on the screen, whatever comes or goes above it. Browsers do that themselves only
 * in part: not at the very top, and some not at all.
 */
export class Anchor {
  private line: { readonly key: string; readonly top: number } | undefined;
  /** How far it was scrolled before something else was drawn: a browser takes that back where what is left is shorter. */
  private at: number | undefined;
  /** What browsers left out when they scrolled by whole pixels: else it would add up. */
  private rest = 0;

  /** @param view what scrolls; its style has to turn off the browser's own way of doing this */
  constructor(private readonly view: HTMLElement) {}

  /** Remembers where the first line on the screen stands. */
  hold(): void {
    const line = firstBelow(this.view.querySelectorAll(`${LINES}[${KEY}]`), this.view.getBoundingClientRect().top);
    const key = line?.getAttribute(KEY);
    this.line = line && key ? { key, top: this.topOf(line) } : undefined;
    this.at = undefined;
  }

  /** Remembers how far it is scrolled, before something else is drawn. */
  brace(): void {
    this.at = this.view.scrollTop;
  }

  /** Scrolls as far as that line has moved since, wherever somebody has scrolled to meanwhile. */
  keep(): void {
    const held = this.line;
    const line = held && this.view.querySelector(`${LINES}[${KEY}="${CSS.escape(held.key)}"]`);
    const moved = held && line ? this.topOf(line) - held.top : 0;
    const at = this.at ?? this.view.scrollTop;
    this.at = undefined;
    if (moved !== 0) {
      const wanted = at + moved + this.rest;
      this.view.scrollTop = wanted;
      const rest = wanted - this.view.scrollTop;
      this.rest = Math.abs(rest) < 1 ? rest : 0;
    }
  }

  /** Where a line stands in all that can be scrolled. */
  private topOf(line: Element): number {
    return line.getBoundingClientRect().top - this.view.getBoundingClientRect().top + this.view.scrollTop;
  }
}
