import {
  afterNextRender,
  Binding,
  DOCUMENT,
  effect,
  inject,
  Injector,
  inputBinding,
  outputBinding,
  signal,
  Signal,
  untracked,
  ViewContainerRef,
} from '@angular/core';
import { hashBeside, hashOf, Topic } from 'parley-client/state/place';
import { isSameTopic } from 'parley-client/state/side';
import { Lazy } from '../page/lazy';
import { Store } from './store';

/** From this width on there is room beside the room. */
const WIDE = '(min-width: 70rem)';

/** Somebody wants to read something beside the room, and perhaps to write there. */
export interface Asked {
  readonly isWriting: boolean;
}

/** Where the door is. */
export interface Frame {
  readonly here: Signal<ViewContainerRef>;
  readonly linkTo: (seq: number) => string;
  /** One is back from what was beside the room: from a thread, to the message that it begins with. */
  back(thread: number | undefined): void;
}

/**
 * Opens and closes what is read beside the room. The address tells of it, so that a browser's way back closes it, and a
 * link opens it. To be made in an injection context.
 */
export class SideDoor {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly store = inject(Store);
  private readonly injector = inject(Injector);
  private readonly panel = new Lazy(() => import('../thread/side-panel').then(({ SidePanel }) => SidePanel));
  private readonly wide = signal(this.window?.matchMedia(WIDE).matches ?? true);
  private readonly asked = signal<Asked>({ isWriting: false });
  private readonly shown = signal(false);
  /** What is being closed, until it is. */
  private closing: { readonly thread: number | undefined } | undefined;

  /** Whether there is room for it beside the room. */
  readonly isWide = this.wide.asReadonly();
  /** Whether it is on the screen: without a connection it may have to be loaded first. */
  readonly isShown = this.shown.asReadonly();

  constructor(private readonly frame: Frame) {
    this.panel.prepare(this.window);
    this.window?.matchMedia(WIDE).addEventListener('change', ({ matches }) => {
      this.wide.set(matches);
    });
    effect(() => {
      const isOpen = this.store.room()?.side !== undefined;
      this.store.ready();
      untracked(() => {
        if (isOpen) {
          this.show();
        } else {
          this.goBack();
        }
      });
    });
  }

  /** Reads this beside the room where one is. */
  open(topic: Topic, isWriting: boolean): void {
    const side = this.store.room()?.side?.of;
    this.asked.set({ isWriting });
    if (isSameTopic(side, topic)) {
      this.show();
      return;
    }
    const address = this.address(hashBeside(this.store.place(), topic));
    if (side) {
      this.window?.history.replaceState(this.window.history.state, '', address);
    } else {
      this.window?.history.pushState({ beside: true }, '', address);
    }
    this.store.session.openBeside(topic);
  }

  /** Has done with it: where it was opened here, one is where one was before. */
  close(): void {
    const { history } = this.window ?? {};
    const of = this.store.room()?.side?.of;
    this.closing = { thread: typeof of === 'object' ? of.thread : undefined };
    if ((history?.state as { beside?: true } | null)?.beside) {
      history?.back();
    } else {
      history?.replaceState(null, '', this.address(hashOf(this.store.place())));
      this.store.session.openBeside(undefined);
    }
  }

  private address(hash: string): string {
    const { pathname = '', search = '' } = this.window?.location ?? {};
    return pathname + search + hash;
  }

  private show(): void {
    void this.panel.show(this.frame.here(), (gone) => this.bindings(gone));
  }

  private bindings(gone: () => void): Binding[] {
    this.shown.set(true);
    return [
      inputBinding('asked', this.asked),
      inputBinding('isWide', this.wide),
      inputBinding('linkTo', () => this.frame.linkTo),
      outputBinding('left', () => {
        this.close();
      }),
      outputBinding<number>('replied', (thread) => {
        this.open({ thread }, true);
      }),
      outputBinding('gone', () => {
        this.shown.set(false);
        gone();
      }),
    ];
  }

  private goBack(): void {
    const closed = this.closing;
    this.closing = undefined;
    if (closed) {
      afterNextRender(
        () => {
          this.frame.back(closed.thread);
        },
        { injector: this.injector },
      );
    }
  }
}
