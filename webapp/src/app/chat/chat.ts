import {
  afterNextRender,
  Binding,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  inputBinding,
  outputBinding,
  signal,
  untracked,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { Person, Reason, RoomId } from 'parley-client/message/message';
import { hashBeside, hashOf, isSame, keyOf, LOBBY, Place, placeOf, seqOf, topicOf } from 'parley-client/state/place';
import { lastingPlaceOf, placeOfRoom, roomAt } from 'parley-client/state/state';
import { READER } from '../markdown/reader';
import { NotTaken } from '../me/me';
import { Favicon } from '../page/favicon';
import { Icon } from '../page/icon';
import { Lazy } from '../page/lazy';
import { Renewal } from '../page/renewal';
import type { Grave } from '../rooms/confirming';
import { announcement } from './announcement';
import { Banner } from './banner';
import { callsOf, pageTitle } from './calls';
import { Dating } from './dating';
import { Door, doorsOf, DoorWish } from './doors';
import { Kept } from './kept';
import { Knocking } from './knocking';
import { People } from './people';
import type { PersonWish } from './person-menu';
import { noteOf } from './preferences';
import { Renaming } from './renaming';
import { Invitation, Rooms } from './rooms';
import { sectionsOf } from './sections';
import { SideDoor } from './side-door';
import { SigningOut } from './signing-out';
import { sayingOf } from './states';
import { Store } from './store';
import { Talk } from './talk';
import { typingWords } from './typing-words';
import { View, viewOf } from './view';
import { TRAIL, Ways } from './ways';
import { WORDS } from '../words/speech';

/** From this width on nothing hides in a drawer. */
const WIDE = '(min-width: 70rem)';

/** The chat: rooms, timeline, composer and people around the store. The place where one is stands in the address. */
@Component({
  selector: 'parley-chat',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Banner, Dating, Icon, People, Renaming, Rooms, SigningOut, Talk, Ways],
  templateUrl: './chat.html',
  host: {
    '(window:hashchange)': 'arrive()',
    '[attr.data-drawer]': 'drawer()',
    '[class.sided]': 'sideDoor.isShown()',
  },
})
export class Chat {
  private readonly document = inject(DOCUMENT);
  private readonly kept = inject(Kept);
  private readonly favicon = inject(Favicon);
  protected readonly renewal = inject(Renewal);
  private readonly injector = inject(Injector);
  private readonly notifying = new Lazy(() => import('./notifying').then(({ Notifying }) => Notifying));
  private readonly dialogs = viewChild.required('dialogs', { read: ViewContainerRef });
  private readonly making = new Lazy(() => import('../rooms/making').then(({ Making }) => Making));
  private readonly browsing = new Lazy(() => import('../rooms/browsing').then(({ Browsing }) => Browsing));
  private readonly details = new Lazy(() => import('../rooms/details').then(({ Details }) => Details));
  private readonly inviting = new Lazy(() => import('../rooms/inviting').then(({ Inviting }) => Inviting));
  private readonly confirming = new Lazy(() => import('../rooms/confirming').then(({ Confirming }) => Confirming));
  private readonly newsroom = new Lazy(() => import('../news/newsroom').then(({ Newsroom }) => Newsroom));
  private readonly views = viewChild.required('views', { read: ViewContainerRef });
  private readonly talk = viewChild(Talk);
  private readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');
  private readonly crowd = viewChild.required<ElementRef<HTMLElement>>('crowd');

  /** A sentence for the people who run this server. */
  readonly notice = input<string>();

  protected readonly words = inject(WORDS);
  protected readonly store = inject(Store);
  protected readonly drawer = signal<'rooms' | 'people' | undefined>(undefined);
  protected readonly renaming = signal<{ refusal?: Reason } | undefined>(undefined);
  protected readonly signingOut = signal<{ refusal?: Reason } | undefined>(undefined);
  protected readonly sideDoor = new SideDoor({
    here: this.dialogs,
    linkTo: (seq) => this.linkToMessage(seq),
    back: (thread) => {
      if (thread === undefined) {
        this.talk()?.focus();
      } else {
        this.talk()?.focusLine(thread);
      }
    },
  });
  /** Whether what is read beside the room hides it. */
  protected readonly isCovered = computed(() => this.sideDoor.isShown() && !this.sideDoor.isWide());
  protected readonly dating = signal(false);
  /** What is shown in place of the room. */
  protected readonly view = signal<View | undefined>(undefined);
  /** The message that the address leads to. */
  protected readonly ledTo = signal<number | undefined>(undefined);
  protected readonly announced = signal('');

  protected readonly place = this.store.place;
  protected readonly room = this.store.room;
  protected readonly me = computed(() => this.store.state().me);
  /** A public or private room, not a conversation. */
  protected readonly isRoom = computed(() => {
    const kind = this.room()?.kind;
    return kind ? kind === 'public' || kind === 'private' : this.place().startsWith('#');
  });
  /** Whether the room is one's own, so that one can take others out of it. */
  protected readonly isOwn = computed(() => !this.view() && !!this.me() && this.room()?.owner === this.me()?.id);
  protected readonly typing = computed(() => typingWords(this.store.state(), this.room(), this.words()));
  /** The sign of its kind before what the place is called. */
  protected readonly sigil = computed(() => (this.place().startsWith('r_') ? '' : this.place().slice(0, 1)));
  protected readonly label = computed(() => this.doors().find(({ isCurrent }) => isCurrent)?.label ?? '');
  /** What the place is called in a sentence. */
  protected readonly called = computed(() => this.sigil() + this.label());
  protected readonly invitations = computed((): readonly Invitation[] => {
    const { invitations, people } = this.store.state();
    return invitations.map(({ room, by }) => ({
      id: room.id,
      title: room.name ?? room.title ?? this.words().common.privateRoom,
      by: people.get(by)?.name ?? this.words().common.somebody,
    }));
  });
  protected readonly unsent = computed(
    () => this.store.state().outbox.filter(({ stage }) => stage.is !== 'stored').length,
  );
  /** The room whose people are shown: beside a view, those of the lobby. */
  protected readonly company = computed(() => (this.view() ? roomAt(this.store.state(), LOBBY) : this.room()));
  protected readonly here = computed(() => {
    const { people } = this.store.state();
    return (this.company()?.here ?? []).flatMap((id) => people.get(id) ?? []);
  });
  private readonly doors = computed(() => doorsOf(this.store.state(), this.place(), this.linkToPlace, this.words()));
  protected readonly sections = computed(() =>
    sectionsOf(this.view() ? this.doors().map((door) => ({ ...door, isCurrent: false })) : this.doors()),
  );
  /** All of them, as they are listed. */
  protected readonly listed = computed(() => this.sections().flatMap(({ doors }) => doors));

  protected readonly saying = computed(() =>
    sayingOf(
      {
        link: this.store.link(),
        ready: this.store.ready(),
        whyClosed: this.store.whyClosed(),
        hold: this.store.hold(),
        isOnline: this.store.isOnline(),
        complaint: this.store.state().complaint,
        isOutdated: this.renewal.isOffered(),
      },
      this.words(),
    ),
  );
  protected readonly linkToMessage = (seq: number) => {
    const room = this.room();
    return this.linkTo(room ? lastingPlaceOf(room) : this.place(), seq);
  };
  private readonly linkToSaid = (place: Place, seq?: number) => this.linkTo(place, seq);
  protected readonly linkToPlace = (place: Place) => this.linkTo(place);
  protected readonly linkToView = (view: View) => this.linkTo(LOBBY).replace(/#.*/, `#/${view}`);
  protected readonly linkToPerson = ({ name }: Person) => this.linkTo(`@${name}`);

  private spoken: { id: string; seq: number } | undefined;

  constructor() {
    this.arrive();
    inject(Knocking).start();
    for (const part of [this.notifying, this.newsroom, this.making, this.browsing, this.details, this.inviting]) {
      part.prepare(this.document.defaultView);
    }
    this.confirming.prepare(this.document.defaultView);
    READER.soon(this.document.defaultView);
    this.document.defaultView?.matchMedia(WIDE).addEventListener('change', () => {
      this.drawer.set(undefined);
    });
    effect(() => {
      this.announce();
    });
    effect(() => {
      this.nameProperly();
    });
    effect(() => {
      if (this.store.isTurnedOut()) {
        untracked(() => {
          this.visit(LOBBY);
        });
      }
    });
    effect(() => {
      if (this.view()) {
        untracked(() => void this.newsroom.show(this.views(), () => this.forNews()));
      }
    });
    effect(() => {
      const calls = callsOf(this.doors());
      const view = this.view();
      this.document.title = pageTitle(view ? this.words().views[view] : this.called(), calls);
      this.favicon.show(calls.toMe || (calls.isMore ? 'dot' : undefined));
    });
  }

  /** Goes where the address points. */
  protected arrive(): void {
    const { hash } = this.document.location;
    const [place, seq, view] = [placeOf(hash), seqOf(hash), viewOf(hash)];
    const isBack = !!this.view() && !view;
    this.drawer.set(undefined);
    this.view.set(view);
    if (view) {
      return;
    }
    if (!place) {
      this.address(LOBBY);
    }
    this.ledTo.set(seq);
    this.store.session.go(place ?? LOBBY);
    this.store.session.openBeside(topicOf(hash));
    if (seq !== undefined) {
      this.store.session.seek({ around: seq });
    }
    if (isBack) {
      afterNextRender(() => this.talk()?.focus(), { injector: this.injector });
    }
  }

  /** Stays in this room, and is not at the message any more that one was led to. */
  protected stay(): void {
    if (this.ledTo() !== undefined) {
      this.ledTo.set(undefined);
      this.address(this.place());
    }
  }

  /** Shows what was said from a day on. */
  protected goTo(day: Date): void {
    this.dating.set(false);
    this.store.session.seek({ date: day.toISOString() });
  }

  protected visit(place: Place): void {
    this.document.location.hash = hashOf(place);
    if (keyOf(place) === keyOf(this.place())) {
      this.drawer.set(undefined);
    }
    this.talk()?.focus();
  }

  /** Leaves a room; a private one only after asking, as one can't come back by oneself. */
  protected leave(place: Place): void {
    const room = roomAt(this.store.state(), place);
    if (room?.kind === 'private') {
      this.confirm({ is: 'leave', name: room.title ?? '' }, () => {
        this.leaveNow(place);
      });
    } else {
      this.leaveNow(place);
    }
  }

  private leaveNow(place: Place): void {
    this.store.session.leave(place);
    if (this.store.ready() && isSame(place, this.place())) {
      this.visit(LOBBY);
    }
  }

  private confirm(what: Grave, then: () => void): void {
    void this.confirming.show(this.dialogs(), (close) => [
      inputBinding('what', () => what),
      outputBinding('confirmed', then),
      outputBinding('closed', close),
    ]);
  }

  /** Looks through the public rooms. */
  protected browse(): void {
    void this.browsing.show(this.dialogs(), (close) => this.leading(close));
  }

  /** Begins a room or a conversation. */
  protected make(): void {
    void this.making.show(this.dialogs(), (close) => this.leading(close));
  }

  private leading(close: () => void): Binding[] {
    return [
      outputBinding<Place>('visit', (place) => {
        this.visit(place);
      }),
      outputBinding('closed', close),
    ];
  }

  /** Shows what a room is, and who is in it. */
  protected detail(id: RoomId): void {
    const place = this.place();
    void this.details.show(this.dialogs(), (close) => [
      inputBinding('id', () => id),
      outputBinding('leave', () => {
        this.leave(place);
      }),
      outputBinding('closed', close),
    ]);
  }

  /** Does what somebody wants of a person in the room. */
  protected treat(person: Person, wish: PersonWish): void {
    switch (wish) {
      case 'write':
        this.visit(`@${person.name}`);
        break;
      case 'invite':
        void this.inviting.show(this.dialogs(), (close) => [
          inputBinding('person', () => person),
          outputBinding('closed', close),
        ]);
        break;
      case 'remove':
        this.confirm({ is: 'remove', name: person.name }, () => {
          void this.remove(person);
        });
        break;
    }
  }

  private async remove({ id }: Person): Promise<void> {
    const room = this.room()?.id ?? '';
    const answer = await this.store.session.ask({ type: 'remove', recipient: room, person: id });
    if (answer.is === 'refused') {
      this.store.session.complain(answer);
    }
  }

  /** Does what somebody wants of a door. */
  protected see({ place, room, preferences }: Door, wish: DoorWish): void {
    if (wish === 'leave') {
      this.leave(place);
    } else if (room && wish === 'read') {
      this.store.session.look(room);
    } else if (room && wish !== 'read') {
      const { key, value } = noteOf(room, wish, preferences);
      this.store.session.note(key, value);
    }
  }

  protected accept({ id }: Invitation): void {
    this.store.session.join(`r_${id.slice(2)}`);
    this.visit(`r_${id.slice(2)}`);
  }

  protected act(): void {
    switch (this.saying()?.action) {
      case 'seen':
        this.store.session.dismiss();
        break;
      case 'reload':
      case 'signIn':
        this.renewal.take();
        break;
      default:
        this.store.session.reconnect();
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

  /** Closes the drawer that is open; if none is, all that has come to this room counts as read. */
  protected dismiss(): void {
    const room = this.room();
    if (this.drawer()) {
      this.open(undefined);
    } else if (room?.side) {
      this.sideDoor.close();
    } else if (room) {
      this.store.session.look(room.id);
    }
  }

  /** Asks whether, and when, to tell of messages. */
  protected notify(): void {
    void this.notifying.show(this.dialogs(), (close) => [outputBinding('closed', close)]);
  }

  protected async rename(name: string): Promise<void> {
    try {
      await this.store.rename(name);
      this.renaming.set(undefined);
    } catch (e) {
      if (!(e instanceof NotTaken)) {
        throw e;
      }
      this.renaming.set({ refusal: e });
    }
  }

  protected async signOut(): Promise<void> {
    const me = this.me()?.id;
    try {
      await this.store.signOut();
      this.kept.forget(TRAIL, me);
    } catch (e) {
      if (!(e instanceof NotTaken)) {
        throw e;
      }
      this.signingOut.set({ refusal: e });
    }
  }

  private forNews(): Binding[] {
    return [
      inputBinding('view', this.view),
      inputBinding('doors', this.listed),
      inputBinding('linkTo', () => this.linkToSaid),
    ];
  }

  private linkTo(place: Place, seq?: number): string {
    const { pathname, search } = this.document.location;
    return pathname + search + hashOf(place, seq);
  }

  /** Has the address name this place, as if one had come here by it. */
  private address(place: Place, seq?: number): void {
    this.document.defaultView?.history.replaceState(null, '', this.linkTo(place, seq));
  }

  /** Has the address name the place where one is as it is called. */
  private renamePlace(place: Place): void {
    const { location, defaultView } = this.document;
    const topic = topicOf(location.hash);
    const hash = topic ? hashBeside(place, topic) : hashOf(place, this.ledTo());
    defaultView?.history.replaceState(defaultView.history.state, '', location.pathname + location.search + hash);
  }

  /** A link may name a room by its id; one is where the room is found by everyone, or by oneself. */
  private nameProperly(): void {
    const [state, room, place] = [this.store.state(), this.room(), this.place()];
    const proper = this.view() ? undefined : room && placeOfRoom(state, room);
    if (proper && !isSame(proper, place)) {
      untracked(() => {
        this.renamePlace(proper);
        this.store.session.moveTo(proper);
      });
    }
  }

  /** Has new messages of others read out, once; never what was there before. */
  private announce(): void {
    const room = this.view() ? undefined : this.room();
    const seq = room?.position?.seq ?? 0;
    if (!room?.position || seq < room.end || room.isRecalled) {
      return;
    }
    if (this.spoken?.id === room.id && seq > this.spoken.seq) {
      const { people, me } = untracked(this.store.state);
      const text = announcement(room, this.spoken.seq, people, me?.id, untracked(this.words));
      if (text) {
        this.announced.set(text);
      }
    }
    this.spoken = { id: room.id, seq };
  }
}
