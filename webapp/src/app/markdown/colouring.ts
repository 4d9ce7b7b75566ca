import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Grammar } from './languages';

/** More than this (characters) keeps a screen waiting, and stays in one colour. */
const LONGEST = 20_000;

/** Colours code once it is on the screen; what it takes is loaded for the first one that is. */
@Injectable({ providedIn: 'root' })
export class Colouring {
  private readonly document = inject(DOCUMENT);
  private readonly waiting = new WeakMap<Element, Grammar>();
  private observer: IntersectionObserver | undefined;

  /** Has this code coloured. One that is taken away before is forgotten. */
  colour(code: HTMLElement, grammar: Grammar): void {
    if ((code.textContent ?? '').length <= LONGEST) {
      this.waiting.set(code, grammar);
      this.observer ??= new IntersectionObserver((seen) => {
        this.look(seen);
      });
      this.observer.observe(code);
    }
  }

  private look(seen: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of seen) {
      const grammar = this.waiting.get(target);
      if (grammar && isIntersecting) {
        this.observer?.unobserve(target);
        this.paint(target, grammar).catch(() => {
          // the network is away, or the server has another version by now: it can be read in one colour as well
        });
      } else if (!target.isConnected) {
        this.observer?.unobserve(target);
      }
    }
  }

  private async paint(code: Element, grammar: Grammar): Promise<void> {
    const { colouredNodes } = await import('./coloured');
    code.replaceChildren(...(await colouredNodes(this.document, code.textContent ?? '', grammar)));
  }
}
