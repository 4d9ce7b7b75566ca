import { DOCUMENT, inject, Injectable } from '@angular/core';
import { nameInBrowser } from 'parley-client/outbox/name';

/** What of one page and person is kept in the browser; nothing, where the browser keeps nothing. */
@Injectable({ providedIn: 'root' })
export class Kept {
  private readonly document = inject(DOCUMENT);

  /** What was kept under this name, if it is there and can be read. */
  read(name: string, owner = ''): unknown {
    try {
      return JSON.parse(this.storage()?.getItem(nameInBrowser(this.document, name, owner)) ?? 'null') as unknown;
    } catch (e) {
      if (e instanceof SyntaxError || e instanceof DOMException) {
        return null; // kept by something else, or not allowed to be read: as if it were not there
      }
      throw e;
    }
  }

  write(name: string, value: unknown, owner = ''): void {
    try {
      this.storage()?.setItem(nameInBrowser(this.document, name, owner), JSON.stringify(value));
    } catch (e) {
      if (!(e instanceof DOMException)) {
        throw e; // else the storage is full or not allowed: nothing that is kept is needed to talk
      }
    }
  }

  /** Keeps it no more. */
  forget(name: string, owner = ''): void {
    try {
      this.storage()?.removeItem(nameInBrowser(this.document, name, owner));
    } catch (e) {
      if (!(e instanceof DOMException)) {
        throw e; // else nothing is kept that could be forgotten
      }
    }
  }

  /** Hears of what another tab keeps under this name. */
  watch(name: string, changed: () => void, owner = ''): void {
    this.document.defaultView?.addEventListener('storage', ({ key }) => {
      if (key === nameInBrowser(this.document, name, owner)) {
        changed();
      }
    });
  }

  private storage(): Storage | undefined {
    return this.document.defaultView?.localStorage;
  }
}
