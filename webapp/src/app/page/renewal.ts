import { DOCUMENT, effect, inject, Injectable, Injector, signal, untracked } from '@angular/core';
import { Store } from '../chat/store';
import { isOtherVersion } from './parts';
import { installWorker, updateWorker } from './worker';

/**
 * Notices that the server has another version of this page: it looks when the connection comes back, as the server is
 * stopped for that, and when the browser has other files. Nothing is done about it but to say so: the page that is open
 * goes on as it is.
 */
@Injectable({ providedIn: 'root' })
export class Renewal {
  private readonly document = inject(DOCUMENT);
  private readonly store = inject(Store);
  private readonly injector = inject(Injector);
  private readonly offered = signal(false);

  /** Whether there is another version, and nobody has said that it can wait. */
  readonly isOffered = this.offered.asReadonly();

  /** Has the browser keep the page, and begins to look for another one. */
  start(): void {
    const look = () => void this.look();
    let isBack = false;
    effect(
      () => {
        if (this.store.ready()) {
          if (isBack) {
            untracked(look);
            void updateWorker(this.document);
          }
          isBack = true;
        }
      },
      { injector: this.injector },
    );
    void installWorker(this.document, look);
  }

  /** Opens the page anew. What is begun is kept. */
  take(): void {
    this.document.location.reload();
  }

  /** Not now. */
  putOff(): void {
    this.offered.set(false);
  }

  private async look(): Promise<void> {
    try {
      const answer = await fetch(this.document.baseURI, { cache: 'no-cache' });
      if (answer.ok && isOtherVersion(this.document.documentElement.outerHTML, await answer.text())) {
        this.offered.set(true);
      }
    } catch (e) {
      if (!(e instanceof TypeError)) {
        throw e; // else nobody answers just now: it looks again when the connection comes back
      }
    }
  }
}
