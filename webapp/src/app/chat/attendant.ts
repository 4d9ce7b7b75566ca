import { DOCUMENT, inject, inputBinding, outputBinding, signal, ViewContainerRef } from '@angular/core';
import { Deed } from 'parley-client/state/acts';
import { plainOf } from '../markdown/plain';
import { Lazy } from '../page/lazy';
import { copy } from './copy';
import { Line } from './line';
import { Store } from './store';
import { Wish } from './toolbar';
import { WORDS } from '../words/speech';

/** Where messages are attended to. */
export interface Post {
  /** The link to a message. */
  readonly linkTo: (seq: number) => string;
  /** One wants to read the replies to a message, and perhaps to write one. */
  reply(line: Line, isWriting: boolean): void;
  /** One is done with a message, and back at it. */
  back(line: Line): void;
  /** A message is gone. */
  gone(): void;
}

/** Sees to what somebody does to the messages of the room where they are. To be made in an injection context. */
export class Attendant {
  private readonly document = inject(DOCUMENT);
  private readonly store = inject(Store);
  private readonly words = inject(WORDS);
  private readonly here = inject(ViewContainerRef);
  private readonly picker = new Lazy(() => import('../emoji/picker').then(({ Picker }) => Picker));
  private readonly reactors = new Lazy(() => import('../emoji/reactors').then(({ Reactors }) => Reactors));
  private readonly deleting = new Lazy(() => import('./deleting').then(({ Deleting }) => Deleting));
  private readonly news = signal('');

  /** What just happened, for those who don't see it. */
  readonly told = this.news.asReadonly();

  constructor(private readonly post: Post) {
    this.picker.prepare(this.document.defaultView);
    this.deleting.prepare(this.document.defaultView);
  }

  /** A message, or what was refused, is to have other words. */
  reword({ ref, seq, stage, refused }: Line, content: string): void {
    if (stage) {
      this.store.session.edit(ref, content);
    } else if (seq !== undefined) {
      if (refused) {
        this.store.session.discardAct(refused.ref);
      }
      this.act(seq, { is: 'edit', content });
    }
  }

  retry({ ref, seq, refused }: Line): void {
    if (refused && seq !== undefined) {
      this.act(seq, { is: 'edit', content: refused.content });
    } else {
      this.store.session.retry(ref);
    }
  }

  discard({ ref, refused }: Line): void {
    if (refused) {
      this.store.session.discardAct(refused.ref);
    } else {
      this.store.session.discard(ref);
    }
  }

  do(line: Line, wish: Wish): void {
    const { seq = 0, isPinned = false } = line;
    if (typeof wish === 'object') {
      this.react(line, wish.emoji);
      return;
    }
    switch (wish) {
      case 'react':
        this.pick(line);
        break;
      case 'reactors':
        this.showReactors(line);
        break;
      case 'pin':
        this.act(seq, { is: 'pin', on: !isPinned });
        break;
      case 'reply':
        this.post.reply(line, true);
        break;
      case 'replies':
        this.post.reply(line, false);
        break;
      case 'delete':
        this.ask(line);
        break;
      case 'unread':
        this.store.session.takeBack(this.room(), seq);
        this.news.set(this.words().talk.unreadFromThere);
        break;
      case 'link':
        void copy(this.document, new URL(this.post.linkTo(seq), this.document.baseURI).href).then((isCopied) => {
          this.news.set(isCopied ? this.words().talk.linkCopied : this.words().talk.cantCopy);
        });
        break;
      case 'edit':
        break;
    }
  }

  /** Asks whether a message is really to be deleted. */
  private ask(line: Line): void {
    const { seq = 0, content } = line;
    void this.deleting.show(this.here, (close) => [
      inputBinding('said', () => plainOf(content)),
      outputBinding('confirmed', () => {
        close();
        this.act(seq, { is: 'delete' });
        this.post.gone();
      }),
      outputBinding('closed', () => {
        close();
        this.post.back(line);
      }),
    ]);
  }

  private react({ seq = 0, reactions = [] }: Line, emoji: string): void {
    this.act(seq, {
      is: 'reaction',
      emoji,
      on: !reactions.some((chip) => chip.emoji === emoji && chip.isMine),
    });
  }

  private pick(line: Line): void {
    void this.picker.show(this.here, (close) => [
      inputBinding('at', () => this.document.querySelector(`:not(.away) > [data-key="${CSS.escape(line.key)}"]`)),
      outputBinding<string>('picked', (emoji) => {
        this.react(line, emoji);
      }),
      outputBinding('closed', () => {
        close();
        this.post.back(line);
      }),
    ]);
  }

  private showReactors(line: Line): void {
    void this.reactors.show(this.here, (close) => [
      inputBinding('chips', () => line.reactions ?? []),
      outputBinding('closed', () => {
        close();
        this.post.back(line);
      }),
    ]);
  }

  private act(seq: number, deed: Deed): void {
    this.store.session.act(this.room(), seq, deed);
  }

  private room(): string {
    return this.store.room()?.id ?? '';
  }
}
