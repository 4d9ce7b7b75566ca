import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** Whether the browser shows notifications of this page, or why not. */
export type Permission = 'granted' | 'unasked' | 'denied' | 'insecure' | 'missing';

/** The browser's notifications. */
@Injectable({ providedIn: 'root' })
export class Notifications {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly allowed = signal(this.ask());

  readonly permission = this.allowed.asReadonly();

  /** Asks the person in front of the browser; only for a click of theirs. */
  async request(): Promise<Permission> {
    if (this.ask() === 'unasked') {
      await Notification.requestPermission();
      this.allowed.set(this.ask());
    }
    return this.permission();
  }

  /** Shows one, in the place of what has the same tag; nothing, where this browser lets no page do so by itself. */
  show(title: string, body: string, tag: string, clicked: () => void): Notification | undefined {
    try {
      const shown = new Notification(title, { body, tag, icon: 'icon-192.png' });
      shown.onclick = () => {
        this.window?.focus();
        shown.close();
        clicked();
      };
      return shown;
    } catch (e) {
      if (e instanceof TypeError) {
        this.allowed.set('missing'); // as on Android
        return undefined;
      }
      throw e;
    }
  }

  private ask(): Permission {
    if (!this.window?.isSecureContext) {
      return 'insecure';
    }
    if (!('Notification' in this.window)) {
      return 'missing';
    }
    return Notification.permission === 'default' ? 'unasked' : Notification.permission;
  }
}
