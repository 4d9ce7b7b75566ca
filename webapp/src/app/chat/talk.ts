import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  outputBinding,
  untracked,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { Icon } from '../page/icon';
import { Attendant } from './attendant';
import { blocksOf } from './blocks';
import { Composer } from '../compose/composer';
import { obey } from '../compose/obey';
import { orderOf } from '../compose/orders';
import { Foothold } from '../page/foothold';
import { Lazy } from '../page/lazy';
import { Lines } from './lines';
import { isToldAlike, shownOf, unreadPage } from 'parley-client/state/past';
import { isSame, Place, Topic } from 'parley-client/state/place';
import { unread } from 'parley-client/state/reading';
import { Page } from 'parley-client/session/session';
import { otherOf } from 'parley-client/state/state';
import { unreadThreads } from 'parley-client/state/threads';
import { Store } from './store';
import { isSameNews, threadNews } from './thread-news';
import { Timeline } from './timeline';
import { WORDS } from '../words/speech';
import { refusalText } from '../words/refusal';

/** What is said at the place where one is, and where one says something, around the store. */
@Component({
  selector: 'parley-talk',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Composer, Icon, Timeline],
  templateUrl: './talk.html',
})
export class Talk {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly here = inject(ViewContainerRef);
  private readonly help = new Lazy(() => import('../compose/help').then(({ Help }) => Help));
  private readonly timeline = viewChild.required(Timeline);
  private readonly composer = viewChild.required(Composer);

  /** What the place is called, … */
  readonly label = input.required<string>();
  /** … and in a sentence. */
  readonly called = input.required<string>();
  /** A public or private room, not a conversation. */
  readonly isRoom = input.required<boolean>();
  /** Whether one was led to a message, and does not begin where one left off. */
  readonly isLed = input(false);
  /** The link to a message. */
  readonly linkTo = input.required<(seq: number) => string>();
  /** Somebody went to the newest. */
  readonly newest = output();
  /** Somebody wants to read something beside what is said here. */
  readonly beside = output<{ readonly topic: Topic; readonly isWriting: boolean }>();
  /** Somebody wants to go to another place, … */
  readonly visit = output<Place>();
  /** … or leave this one. */
  readonly leave = output();

  protected readonly words = inject(WORDS);
  protected readonly store = inject(Store);
  protected readonly place = this.store.place;
  protected readonly room = this.store.room;
  protected readonly refusal = computed(() => {
    const asked = this.store.state().joining.find(({ place }) => isSame(place, this.place()));
    const isNone = !asked && !this.room() && this.store.ready() && this.place().startsWith('r_');
    return isNone ? this.words().talk.noSuchRoom : asked?.refusal && refusalText(asked.refusal, this.words());
  });
  /** Whether nobody can write here: it is archived, or there is no such room for who asks. */
  protected readonly isShut = computed(() =>
    this.room() ? this.room()?.archived : this.place().startsWith('r_') && !!this.refusal(),
  );
  /** Why more of it could not be read. */
  protected readonly obstacle = computed(() => {
    const why = this.room()?.asking?.refusal;
    return why && refusalText(why, this.words());
  });
  protected readonly isLoading = computed(() => {
    const room = this.room();
    const isComing = room ? !room.position : this.place().startsWith('#') && !this.refusal();
    return isComing && !this.store.isOffline();
  });
  /** Whether nothing of it is in this browser, and there is no connection by which it could come. */
  protected readonly isElsewhere = computed(() => {
    const isRoom = this.room() !== undefined || !this.place().startsWith('@');
    return isRoom && !this.room()?.position && this.store.isOffline();
  });
  /** What of the room is shown. */
  protected readonly shown = computed(() => {
    const room = this.room();
    return room?.position && shownOf(room);
  });
  protected readonly isEmpty = computed(() => !this.shown()?.start && !this.blocks().some(({ is }) => is === 'said'));
  protected readonly unsent = computed(
    () => this.store.state().outbox.filter(({ stage }) => stage.is !== 'stored').length,
  );
  protected readonly isFleeting = computed(() => !this.store.isLasting() && (this.unsent() > 0 || !this.store.ready()));
  protected readonly unread = computed(() => unread(this.room() ?? { seen: 0, news: [] }));
  protected readonly other = computed(() => {
    const [state, room] = [this.store.state(), this.room()];
    return room?.kind === 'direct' ? state.people.get(otherOf(state, room) ?? '')?.name : undefined;
  });

  /** Whether it is known how far this room was read. */
  private readonly isRead = computed(() => {
    const room = this.room();
    return !!room?.position && !!room.reading && (!room.isRecalled || this.store.isOffline());
  });
  /** Changes when one comes to another room, or back to the page. */
  private readonly visitKey = computed(() => `${this.store.attentive()} ${this.room()?.id} ${this.isRead()}`);
  /** How often something here had been taken back to unread when one came: what is taken back since stays unread. */
  private readonly turnBefore = linkedSignal({
    source: this.visitKey,
    computation: () => untracked(this.room)?.reading?.turn,
  });
  private readonly turn = computed(() => this.room()?.reading?.turn);
  /** How far this room had been seen when one came here, or back to the page: below it is what is new. */
  private readonly seenBefore = linkedSignal({
    source: () => `${this.visitKey()} ${this.turn()}`,
    computation: () => {
      const room = untracked(this.room);
      return room && Math.max(room.end, room.position?.seq ?? 0) > room.seen ? room.seen : undefined;
    },
  });
  /** The room, as far as its timeline goes: what else changes in it does not have that made anew. */
  private readonly shownRoom = computed(() => this.room(), { equal: isToldAlike });
  private readonly outbox = computed(() => this.store.state().outbox);
  /** What was said here and has not come back yet. */
  private readonly said = computed(() => this.outbox().filter(({ place }) => isSame(place, this.place())));
  private readonly threads = computed(() => threadNews(this.room(), this.said()), { equal: isSameNews });
  private readonly acts = computed(() => this.store.state().acts);
  private readonly people = computed(() => this.store.state().people);
  private readonly me = computed(() => this.store.state().me);
  private readonly lines = new Lines();
  protected readonly blocks = computed(() => {
    const room = this.shownRoom();
    return blocksOf({
      room,
      outbox: this.said().filter(({ thread }) => thread === undefined),
      threads: this.threads(),
      acts: this.acts().filter((act) => act.room === room?.id),
      people: this.people(),
      me: this.me(),
      words: this.words(),
      seenBefore: this.seenBefore(),
      made: this.lines,
    });
  });
  /** Where one begins to read, once it is known how far one has read, and that is here. */
  protected readonly begins = computed(() => {
    const room = this.room();
    if (!room) {
      return 'end';
    }
    const leaf = room.asking?.refusal === undefined && room.asking?.leaf;
    const isBefore = !this.isLed() && unreadPage(room) !== undefined;
    if (!this.isRead() || (leaf && !('before' in leaf)) || this.isAwaited() || isBefore) {
      return undefined;
    }
    return this.blocks().some(({ is }) => is === 'new') ? 'new' : 'end';
  });
  /** Whether what one was led to is still to come. */
  private readonly isAwaited = computed(() => this.isLed() && !this.room()?.spot && !this.room()?.asking?.refusal);

  /** What is new in threads that one is not reading. */
  protected readonly waiting = computed(() => {
    const room = this.room();
    const open = room?.side?.of;
    return (room ? unreadThreads(room) : []).filter(({ thread }) => typeof open !== 'object' || open.thread !== thread);
  });
  protected readonly attendant = new Attendant({
    linkTo: (seq) => this.linkTo()(seq),
    reply: ({ seq, thread }, isWriting) => {
      this.read(thread ?? seq, isWriting);
    },
    back: ({ key }) => {
      this.timeline().focusLine(key);
    },
    gone: () => {
      this.focus();
    },
  });

  protected readonly known = () => ({ state: this.store.state(), room: this.room(), words: this.words() });
  /** Does what was written, as far as it can be done. */
  protected readonly take = (written: string) =>
    obey(
      orderOf(written),
      {
        place: this.place(),
        room: this.room(),
        me: this.store.state().me?.id,
        isReady: this.store.ready(),
        words: this.words(),
      },
      {
        say: (text) => {
          this.say(text);
        },
        tell: (place, text) => {
          this.store.session.tell(place, text);
        },
        visit: (place) => {
          this.visit.emit(place);
        },
        leave: () => {
          this.leave.emit();
        },
        setTopic: (topic) => {
          this.store.session.set(this.room()?.id ?? '', { topic });
        },
        invite: (person) => {
          this.store.session.invite(this.room()?.id ?? '', person);
        },
        help: () => {
          void this.help.show(this.here, (close) => [outputBinding('closed', close)]);
        },
      },
    );

  constructor() {
    this.help.prepare(this.document.defaultView);
    new Foothold(() => {
      this.focus();
    });
    effect(() => {
      this.place();
      afterNextRender(
        () => {
          this.come();
        },
        { injector: this.injector },
      );
    });
    effect(() => {
      this.blocks();
      const room = this.room();
      const isBack = room?.reading?.turn !== this.turnBefore();
      const isThere = this.timeline().place() === this.place(); // and not still where one was before
      if (room && !isBack && isThere && this.timeline().isAtNewest() && this.store.attentive()) {
        untracked(() => {
          this.store.session.look(room.id);
        });
      }
    });
    effect(() => {
      this.visitKey();
      if (this.isRead() && !this.isLed()) {
        untracked(() => {
          this.page('unread');
        });
      }
    });
  }

  /** Puts the cursor where one writes. */
  focus(): void {
    this.composer().focus();
  }

  /** Puts the keyboard back at a message, or at what was beside it. */
  focusLine(seq: number): void {
    if (!this.timeline().focusSeq(seq)) {
      this.focus();
    }
  }

  /** Whoever comes to a place writes there, unless they were led to a message, or are busy elsewhere. */
  private come(): void {
    if (!this.isLed() && !this.document.activeElement?.matches('dialog *, input, textarea')) {
      this.focus();
    }
  }

  /** Reads a thread. */
  protected read(thread: number | undefined, isWriting: boolean): void {
    if (thread !== undefined) {
      this.beside.emit({ topic: { thread }, isWriting });
    }
  }

  private say(text: string): void {
    this.store.session.say(text);
    this.timeline().toNewest();
  }

  /** Turns to another page of what was said here. */
  protected page(to: Page): void {
    const room = this.room();
    if (room) {
      this.store.session.turn(room.id, to);
    }
    if (to === 'newest') {
      this.newest.emit();
    }
  }

  /** Changes the words of the last message that one has said here, if that is on the screen. */
  protected editLast(): void {
    const lines = this.blocks().flatMap((block) => (block.is === 'said' && block.mine ? block.lines : []));
    this.timeline().edit(lines.filter(({ verbs }) => verbs?.includes('edit')).at(-1)?.key);
  }
}
