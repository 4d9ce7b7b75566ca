import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Kept } from '../chat/kept';

/** What somebody has chosen of how the page looks; what they did not choose is as their device has it. */
export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly contrast?: true;
}

/** Under this name a browser keeps it; `theme.js`, which shows it, knows it by the same. */
const KEPT = 'theme';

/** How the page looks in this browser. What is chosen here is shown by `public/theme.js`, which is there before the page. */
@Injectable()
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly kept = inject(Kept);
  private readonly chosen = signal(lookOf(this.kept.read(KEPT)));

  readonly look = this.chosen.asReadonly();

  choose(look: Look): void {
    this.chosen.set(look);
    this.kept.write(KEPT, look);
    this.document.dispatchEvent(new CustomEvent('parley-theme', { detail: look }));
  }
}

/** What was kept, as far as it can be read. */
export function lookOf(kept: unknown): Look {
  const { scheme, contrast } = (kept ?? {}) as Record<string, unknown>;
  return {
    ...(scheme === 'light' || scheme === 'dark' ? { scheme } : {}),
    ...(contrast === true ? { contrast } : {}),
  };
}
