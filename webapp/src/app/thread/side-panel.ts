import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import { draftAt, threadPlace } from 'parley-client/state/drafts';
import { isSame, Place } from 'parley-client/state/place';
import { besideOf } from 'parley-client/state/side';
import { isFollowed, unreadThreads } from 'parley-client/state/threads';
import { Attendant } from '../chat/attendant';
import { Lines } from '../chat/lines';
import { Asked } from '../chat/side-door';
import { Store } from '../chat/store';
import { Timeline } from '../chat/timeline';
import { isTouched } from '../chat/touch';
import { Composer } from '../compose/composer';
import { orderOf } from '../compose/orders';
import { Icon } from '../page/icon';
import { refusalText } from '../words/refusal';
import { ALL_WORDS } from '../words/later';
import { pinBlocks, threadBlocks } from './side-blocks';

/** What is read beside the room: a thread, where one writes, too; or what is pinned. */
@Component({
  selector: 'parley-side',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Composer, Icon, Timeline],
  templateUrl: './side-panel.html',
  host: {
    '[attr.role]': "isWide() ? 'complementary' : 'main'",
    tabindex: '-1',
    '[attr.aria-label]': 'title()',
  },
})
export class SidePanel {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly timeline = viewChild.required(Timeline);
  private readonly composer = viewChild(Composer);

  /** The last time that somebody wanted to be here. */
  readonly asked = input.required<Asked>();
  /** Whether the room is beside it. */
  readonly isWide = input.required<boolean>();
  /** The link to a message. */
  readonly linkTo = input.required<(seq: number) => string>();
  /** Somebody has done with it. */
  readonly left = output();
  /** Somebody wants to reply to another message. */
  readonly replied = output<number>();
  /** There is nothing beside the room any more. */
  readonly gone = output();

  protected readonly words = inject(ALL_WORDS);
  protected readonly store = inject(Store);
  protected readonly room = this.store.room;
  protected readonly side = computed(() => this.room()?.side);
  /** The message that the thread begins with; none, where this is what is pinned. */
  protected readonly thread = computed(() => {
    const of = this.side()?.of;
    return typeof of === 'object' ? of.thread : undefined;
  });
  protected readonly place = computed((): Place => {
    const [id, thread] = [this.room()?.id ?? '', this.thread()];
    return thread === undefined ? `r_${id.slice(2)}/pins` : threadPlace(id, thread);
  });
  protected readonly title = computed(() =>
    this.thread() === undefined ? this.words().side.pins : this.words().thread.thread,
  );
  /** Why more could not be read. */
  protected readonly obstacle = computed(() => {
    const refusal = this.side()?.asking?.refusal;
    return refusal && refusalText(refusal, this.words());
  });
  protected readonly draft = computed(() => draftAt(this.store.state(), this.place()));

  private readonly me = computed(() => this.store.state().me);
  private readonly entries = computed(() => besideOf(this.room() ?? { entries: [] }));
  /** What of the thread the server counts as unread. */
  private readonly unread = computed(() => {
    const room = this.room();
    return (room ? unreadThreads(room) : []).find(({ thread }) => thread === this.thread());
  });
  /** How far the thread was read when one came to it, or back to the page: below it is what is new. */
  private readonly seenBefore = linkedSignal({
    source: () => `${this.place()} ${this.store.attentive()}`,
    computation: () => untracked(this.unread)?.seq,
  });
  private readonly lines = new Lines();
  protected readonly blocks = computed(() => {
    const [room, thread, state] = [this.room(), this.thread(), this.store.state()];
    const acts = state.acts.filter((act) => act.room === room?.id);
    const sources = { acts, people: state.people, me: state.me, words: this.words(), made: this.lines };
    if (!room?.side) {
      return [];
    }
    if (thread === undefined) {
      return pinBlocks(room, sources, this.linkTo());
    }
    const outbox = state.outbox.filter((outgoing) => outgoing.thread === thread && this.isHere(outgoing.place));
    return threadBlocks(room, thread, { ...sources, outbox, seenBefore: this.seenBefore() });
  });
  protected readonly isLoading = computed(() => {
    const side = this.side();
    const isKnown = side?.before === undefined || side.isRead || side.isLost || side.asking?.refusal !== undefined;
    return !isKnown && this.entries().length === 0;
  });
  protected readonly isEmpty = computed(() => !this.isLoading() && !this.side()?.asking && this.entries().length === 0);
  protected readonly begins = computed(() => {
    const side = this.side();
    if (this.isLoading() || !(side?.isRead ?? side?.before === undefined)) {
      return undefined;
    }
    return this.blocks().some(({ is }) => is === 'new') ? 'new' : 'end';
  });
  protected readonly isFollowed = computed(() => {
    const me = this.me()?.id;
    return this.thread() !== undefined && me !== undefined && isFollowed(this.entries(), me);
  });

  protected readonly attendant = new Attendant({
    linkTo: (seq) => this.linkTo()(seq),
    reply: ({ seq, thread }) => {
      this.reply(thread ?? seq);
    },
    back: ({ key }) => {
      this.timeline().focusLine(key);
    },
    gone: () => {
      this.focus();
    },
  });
  protected readonly known = () => ({ state: this.store.state(), room: this.room(), words: this.words() });
  /** Says what was written; what is more than a text is for where one writes to the room. */
  protected readonly take = (written: string) => {
    const order = orderOf(written);
    if (order.is === 'unclear') {
      return this.words().obstacles[order.command];
    }
    if (order.is !== 'say') {
      return this.words().thread.noCommands;
    }
    this.store.session.say(order.text, this.thread());
    this.timeline().toNewest();
    return undefined;
  };

  constructor() {
    effect(() => {
      if (!this.side()) {
        this.gone.emit();
      }
    });
    effect(() => {
      this.asked();
      this.place();
      untracked(() => {
        this.come();
      });
    });
    effect(() => {
      const [room, thread] = [this.room(), this.thread()];
      const isSeen = this.timeline().isAtNewest() && this.timeline().place() === this.place();
      if (room && thread !== undefined && isSeen && this.unread() && this.store.attentive()) {
        untracked(() => {
          this.store.session.lookAt(room.id, thread);
        });
      }
    });
  }

  protected write(text: string): void {
    this.store.session.write(text, this.thread());
  }

  protected turn(to: 'older' | 'newer' | 'newest' | 'again'): void {
    const room = this.room();
    if (room && (to === 'older' || to === 'again')) {
      this.store.session.turnBeside(room.id, to);
    }
  }

  /** Somebody is done with the messages. */
  protected leaveLines(): void {
    if (this.composer()) {
      this.focus();
    } else {
      this.left.emit();
    }
  }

  /** Changes the words of the last message that one has said here, if that is on the screen. */
  protected editLast(): void {
    const lines = this.blocks().flatMap((block) => (block.is === 'said' && block.mine ? block.lines : []));
    this.timeline().edit(lines.filter(({ verbs }) => verbs?.includes('edit')).at(-1)?.key);
  }

  /** In a thread one is where one replies; what is pinned may lead to another one. */
  private reply(thread: number | undefined): void {
    if (thread === this.thread()) {
      this.composer()?.write();
    } else if (thread !== undefined) {
      this.replied.emit(thread);
    }
  }

  /** Puts the cursor where one writes; where that would open a keyboard on the screen, the panel itself has the focus. */
  private come(): void {
    const { isWriting } = this.asked();
    afterNextRender(
      () => {
        if (isWriting && this.composer()) {
          this.composer()?.write();
        } else {
          this.focus();
        }
      },
      { injector: this.injector },
    );
  }

  private focus(): void {
    if (this.composer() && !isTouched(this.window)) {
      this.composer()?.focus();
    } else {
      this.element.nativeElement.focus();
    }
  }

  private isHere(place: Place): boolean {
    return isSame(place, this.store.place());
  }
}
