import { Signal, signal } from '@angular/core';
import type { tokensOf } from './lexer';

/** What reads Markdown. */
export type Lex = typeof tokensOf;

/**
 * What reads Markdown, loaded when the first text needs it: most that people say is plain. Until then, and where it
 * can't be loaded, a text stands as it was written. Who reads {@link lex} is told when it is there.
 */
export class Reader {
  private readonly loaded = signal<Lex | undefined>(undefined);
  private loading: Promise<void> | undefined;

  readonly lex: Signal<Lex | undefined> = this.loaded.asReadonly();

  constructor(private readonly load: () => Promise<Lex>) {}

  /** Has it at hand when the page has nothing else to do, also for when there is no connection. */
  soon(window: Partial<Pick<Window, 'requestIdleCallback'>> | null): void {
    window?.requestIdleCallback?.(() => void this.prepare());
  }

  /** Has it at hand, as soon as it can be had. */
  prepare(): Promise<void> {
    this.loading ??= this.load().then(
      (lex) => {
        this.loaded.set(lex);
      },
      (e: unknown) => {
        if (!(e instanceof TypeError)) {
          throw e;
        }
        this.loading = undefined; // nobody answers just now: the next text asks again
      },
    );
    return this.loading;
  }
}

/** The one of this page. */
export const READER = new Reader(() => import('./lexer').then(({ tokensOf }) => tokensOf));

/** A line without a sign that could mean something, at its beginning or within it. */
const LINE =
  /^(?!\d+[.)](?:\s|$))[\p{L}\p{N}"'“”‘’(¿¡…](?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200d\ufe0f ,;:!?'"“”‘’()¿¡….–—-]*[^ ])?$/u;

/** Whether a text means just what it says, so that nothing has to read it. It may say no of one that does. */
export function isPlain(text: string): boolean {
  return !/www\./i.test(text) && text.split('\n').every((line) => LINE.test(line));
}
