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
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { NotTaken } from '../me/me';
import { Person } from '../message/message';
import { Icon } from '../page/icon';
import { Socket } from '../socket/socket';
import { announcement } from './announcement';
import { Banner, Words, wordsFor } from './banner';
import { blocksOf } from './blocks';
import { Composer } from './composer';
import { doorsOf } from './doors';
import { shownOf } from './past';
import { People } from './people';
import { hashOf, isSame, keyOf, LOBBY, Place, placeOf } from './place';
import { Renaming } from './renaming';
import { Invitation, Rooms } from './rooms';
import { SigningOut } from './signing-out';
import { unread } from './reading';
import { otherOf } from './state';
import { Page, Store } from './store';
import { Timeline } from './timeline';

/** From this width on nothing hides in a drawer. */
const WIDE = '(min-width: 70rem)';

/** The chat: rooms, timeline, composer and people around the store. The place where one is stands in the address. */
@Component({
  selector: 'parley-chat',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Banner, Composer, Icon, People, Renaming, Rooms, SigningOut, Timeline],
  templateUrl: './chat.html',
  host: {
    '(window:hashchange)': 'arrive()',
    '(document:keydown.escape)': 'open(undefined)',
    '[attr.data-drawer]': 'drawer()',
  },
})
export class Chat {
  private readonly document = inject(DOCUMENT);
  private readonly socket = inject(Socket);
  private readonly injector = inject(Injector);
  private readonly timeline = viewChild.required(Timeline);
  private readonly composer = viewChild.required(Composer);
  private readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');
  private readonly crowd = viewChild.required<ElementRef<HTMLElement>>('crowd');

  /** A sentence for the people who run this server. */
  readonly notice = input<string>();

  protected readonly store = inject(Store);
  protected readonly drawer = signal<'rooms' | 'people' | undefined>(undefined);
  protected readonly renaming = signal<{ refusal?: string } | undefined>(undefined);
  protected readonly signingOut = signal<{ refusal?: string } | undefined>(undefined);
  protected readonly announced = signal('');

  protected readonly place = this.store.place;
  protected readonly room = this.store.room;
  protected readonly me = computed(() => this.store.state().me);
  /** A public or private room, not a conversation. */
  protected readonly isRoom = computed(() => {
    const kind = this.room()?.kind;
    return kind ? kind === 'public' || kind === 'private' : this.place().startsWith('#');
  });
  protected readonly isLeavable = computed(() => this.isRoom() && !isSame(this.place(), LOBBY) && this.room());
  /** The sign of its kind before what the place is called. */
  protected readonly sigil = computed(() => (this.place().startsWith('r_') ? '' : this.place().slice(0, 1)));
  protected readonly label = computed(() => this.doors().find(({ isCurrent }) => isCurrent)?.label ?? '');
  /** What the place is called in a sentence. */
  protected readonly called = computed(() => this.sigil() + this.label());
  protected readonly invitations = computed((): readonly Invitation[] => {
    const { invitations, people } = this.store.state();
    return invitations.map(({ room, by }) => ({
      id: room.id,
      title: room.name ?? room.title ?? 'A private room',
      by: people.get(by)?.name ?? 'somebody',
    }));
  });
  protected readonly refusal = computed(() => {
    const asked = this.store.state().joining.find(({ place }) => isSame(place, this.place()));
    const isNone = !asked && !this.room() && this.store.ready() && this.place().startsWith('r_');
    return isNone ? 'There is no such room, or it is not there for you.' : asked?.refusal;
  });
  protected readonly isLoading = computed(() => {
    const room = this.room();
    return room ? !room.position : this.place().startsWith('#') && !this.refusal();
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
  protected readonly here = computed(() => {
    const { people } = this.store.state();
    return (this.room()?.here ?? []).flatMap((id) => people.get(id) ?? []);
  });
  protected readonly other = computed(() => {
    const [state, room] = [this.store.state(), this.room()];
    return room?.kind === 'direct' ? state.people.get(otherOf(state, room) ?? '') : undefined;
  });
  private readonly doors = computed(() => doorsOf(this.store.state(), this.place(), (place) => this.linkTo(place)));
  protected readonly rooms = computed(() => this.doors().filter(({ kind }) => kind === 'room' || kind === 'private'));
  protected readonly conversations = computed(() =>
    this.doors().filter(({ kind }) => kind === 'person' || kind === 'group'),
  );

  /** Whether it is known how far this room was read. */
  private readonly isRead = computed(() => !!this.room()?.position && !!this.room()?.reading);
  /** Changes when one comes to another room, or back to the page. */
  private readonly visitKey = computed(() => `${this.store.attentive()} ${this.room()?.id} ${this.isRead()}`);
  /** How far this room had been seen when one came here, or back to the page: below it is what is new. */
  private readonly seenBefore = linkedSignal({
    source: this.visitKey,
    computation: () => {
      const room = untracked(this.room);
      return room && Math.max(room.end, room.position?.seq ?? 0) > room.seen ? room.seen : undefined;
    },
  });
  protected readonly blocks = computed(() => {
    const { outbox, people, me } = this.store.state();
    return blocksOf({
      room: this.room(),
      outbox: outbox.filter(({ place }) => isSame(place, this.place())),
      people,
      me,
      seenBefore: this.seenBefore(),
    });
  });
  protected readonly words = computed((): Words | undefined => {
    const { complaint } = this.store.state();
    return (
      wordsFor(this.socket.link(), this.store.ready(), this.store.whyClosed()) ??
      (complaint ? { text: complaint, tone: 'wrong', action: 'OK' } : undefined)
    );
  });
  protected readonly linkToPerson = ({ name }: Person) => this.linkTo(`@${name}`);

  private spoken: { id: string; seq: number } | undefined;

  constructor() {
    this.arrive();
    this.document.defaultView?.matchMedia(WIDE).addEventListener('change', () => {
      this.drawer.set(undefined);
    });
    effect(() => {
      this.blocks();
      const room = this.room();
      if (room && this.timeline().isAtNewest() && this.store.attentive()) {
        untracked(() => {
          this.store.look(room.id);
        });
      }
    });
    effect(() => {
      this.announce();
    });
    effect(() => {
      if (this.store.isTurnedOut()) {
        untracked(() => {
          this.visit(LOBBY);
        });
      }
    });
    effect(() => {
      const news = this.doors().some((door) => door.unread > 0);
      this.document.title = `${news ? '• ' : ''}${this.called()} – Parley`;
    });
  }

  /** Goes where the address points. */
  protected arrive(): void {
    const place = placeOf(this.document.location.hash);
    if (!place) {
      this.document.defaultView?.history.replaceState(null, '', this.linkTo(LOBBY));
    }
    this.store.go(place ?? LOBBY);
    this.drawer.set(undefined);
  }

  protected visit(place: Place): void {
    this.document.location.hash = hashOf(place);
    if (keyOf(place) === keyOf(this.place())) {
      this.drawer.set(undefined);
    }
    this.composer().focus();
  }

  protected say(text: string): void {
    this.store.say(text);
    this.timeline().toNewest();
  }

  protected leave(): void {
    this.store.leave(this.place());
    this.visit(LOBBY);
  }

  protected accept({ id }: Invitation): void {
    this.store.join(`r_${id.slice(2)}`);
    this.visit(`r_${id.slice(2)}`);
  }

  protected act(): void {
    if (this.words()?.action === 'OK') {
      this.store.dismiss();
    } else {
      this.store.reconnect();
    }
  }

  /** Turns to another page of what was said in the room where one is. */
  protected turn(to: Page): void {
    const room = this.room();
    if (room) {
      this.store.turn(room.id, to);
    }
  }

  /** Opens one drawer and closes the other, the focus going with it. */
  protected open(drawer: 'rooms' | 'people' | undefined): void {
    const before = this.drawer();
    this.drawer.set(drawer);
    const toggle = before === 'rooms' ? this.menu() : this.crowd();
    const next = drawer ? this.document.getElementById(drawer) : before && toggle.nativeElement;
    afterNextRender(() => next?.focus(), { injector: this.injector });
  }

  protected async rename(name: string): Promise<void> {
    try {
      await this.store.rename(name);
      this.renaming.set(undefined);
    } catch (e) {
      if (!(e instanceof NotTaken)) {
        throw e;
      }
      this.renaming.set({ refusal: e.message });
    }
  }

  protected async signOut(): Promise<void> {
    try {
      await this.store.signOut();
    } catch (e) {
      if (!(e instanceof NotTaken)) {
        throw e;
      }
      this.signingOut.set({ refusal: e.message });
    }
  }

  private linkTo(place: Place): string {
    const { pathname, search } = this.document.location;
    return pathname + search + hashOf(place);
  }

  /** Has new messages of others read out, once; never what was there before. */
  private announce(): void {
    const room = this.room();
    const seq = room?.position?.seq ?? 0;
    if (!room?.position || seq < room.end) {
      return;
    }
    if (this.spoken?.id === room.id && seq > this.spoken.seq) {
      const { people, me } = untracked(this.store.state);
      const text = announcement(room, this.spoken.seq, people, me?.id);
      if (text) {
        this.announced.set(text);
      }
    }
    this.spoken = { id: room.id, seq };
  }
}
