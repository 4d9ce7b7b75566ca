import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Badge, badged } from './badge';

/** The page's icon where the browser shows its tabs. The drawing is fetched when there is first something to put on it. */
@Injectable({ providedIn: 'root' })
export class Favicon {
  private readonly link = inject(DOCUMENT).querySelector<HTMLLinkElement>('link[rel="icon"][type="image/svg+xml"]');
  private readonly plain = this.link?.href ?? '';
  private drawing: Promise<string> | undefined;
  private badge: Badge | undefined;

  show(badge: Badge | undefined): void {
    if (this.link && badge !== this.badge) {
      this.badge = badge;
      void this.draw(this.link);
    }
  }

  private async draw(link: HTMLLinkElement): Promise<void> {
    const svg = this.badge === undefined ? undefined : await (this.drawing ??= this.fetch());
    link.href = svg && this.badge !== undefined ? badged(svg, this.badge) : this.plain;
  }

  /** Without it, the icon stays as it is. */
  private async fetch(): Promise<string> {
    try {
      const answer = await fetch(this.plain);
      return answer.ok ? await answer.text() : '';
    } catch (e) {
      if (e instanceof TypeError) {
        this.drawing = undefined; // nobody answers just now
        return '';
      }
      throw e;
    }
  }
}
