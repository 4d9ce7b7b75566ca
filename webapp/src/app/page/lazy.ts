import { Binding, ComponentRef, Type, ViewContainerRef } from '@angular/core';

/** A part of the page that is loaded when the page has nothing else to do, or at the latest when it is wanted. */
export class Lazy<C> {
  private loaded: Promise<Type<C> | undefined> | undefined;
  private isThere = false;
  private shown: ComponentRef<C> | undefined;

  constructor(private readonly load: () => Promise<Type<C>>) {}

  /** Has it at hand soon, also for when there is no connection, where the browser tells when there is time for it. */
  prepare(window: Partial<Pick<Window, 'requestIdleCallback'>> | null): void {
    window?.requestIdleCallback?.(() => void this.type());
  }

  /** Shows it here, once at a time, until it is closed; if it can't be loaded, it has to be wanted again. */
  async show(here: ViewContainerRef, bindings: (close: () => void) => Binding[]): Promise<void> {
    this.finish();
    if (this.isThere) {
      return;
    }
    this.isThere = true;
    const type = await this.type();
    const close = () => {
      this.shown?.destroy();
      this.shown = undefined;
      this.isThere = false;
    };
    this.shown = type && here.createComponent(type, { bindings: bindings(close) });
    this.isThere = !!this.shown;
  }

  /** A dialog tells that it was closed a moment after it was, in which it may be wanted again. */
  private finish(): void {
    const host = this.shown?.location.nativeElement as HTMLElement | undefined;
    const dialog = host?.querySelector<HTMLDialogElement>(':scope > dialog');
    if (dialog && !dialog.open) {
      dialog.dispatchEvent(new Event('close'));
    }
  }

  private type(): Promise<Type<C> | undefined> {
    this.loaded ??= this.load().catch((e: unknown) => {
      if (!(e instanceof TypeError)) {
        throw e;
      }
      this.loaded = undefined; // nobody answers just now
      return undefined;
    });
    return this.loaded;
  }
}
