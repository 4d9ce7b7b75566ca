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
  signal,
  untracked,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { Person } from 'parley-client/message/message';
import { isSame, LOBBY, Place } from 'parley-client/state/place';
import { roomAt } from 'parley-client/state/state';
import { READER } from '../markdown/reader';
import { Favicon } from '../page/favicon';
import { Icon } from '../page/icon';
import { Lazy } from '../page/lazy';
import { Renewal } from '../page/renewal';
import { WORDS } from '../words/speech';
import { Banner } from './banner';
import { callsOf, pageTitle } from './calls';
import { Crier } from './crier';
import { Dialogs } from './dialogs';
import { Door, doorsOf, DoorWish } from './doors';
import { Knocking } from './knocking';
import { People } from './people';
import type { PersonWish } from './person-menu';
import { noteOf } from './preferences';
import { Invitation, Rooms } from './rooms';
import { sectionsOf } from './sections';
import { SideDoor } from './side-door';
import { sayingOf } from './states';
import { Store } from './store';
import { Talk } from './talk';
import { typingWords } from './typing-words';
import { Ways } from './ways';
import { Whereabouts } from './whereabouts';

/** From this width on nothing hides in a drawer. */
const WIDE = '(min-width: 70rem)';

/** The chat: rooms, timeline, composer and people around the store. The place where one is stands in the address. */
@Component({
  selector: 'parley-chat',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Banner, Icon, People, Rooms, Talk, Ways],
  templateUrl: './chat.html',
  host: {
    '(window:hashchange)': 'arrive()',
    '[attr.data-drawer]': 'drawer()',
    '[class.sided]': 'sideDoor.isShown()',
  },
})
export class Chat {
  private readonly document = inject(DOCUMENT);
  private readonly favicon = inject(Favicon);
  protected readonly renewal = inject(Renewal);
  private readonly injector = inject(Injector);
  private readonly stage = viewChild.required('stage', { read: ViewContainerRef });
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
  /** Whether all is drawn: what hides in a drawer only once what everybody came for is on the screen. */
  protected readonly isFurnished = signal(this.document.defaultView?.matchMedia(WIDE).matches ?? true);
  protected readonly where = new Whereabouts();
  protected readonly dialogs = new Dialogs({
    here: this.stage,
    visit: (place) => {
      this.visit(place);
    },
    leave: (place) => {
      this.leave(place);
    },
  });
  protected readonly sideDoor = new SideDoor({
    here: this.stage,
    linkTo: this.where.linkToMessage,
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
  /** What is shown in place of the room. */
  protected readonly view = this.where.view;
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
  protected readonly crier = new Crier(computed(() => (this.view() ? undefined : this.room())));
  /** The room whose people are shown: beside a view, those of the lobby. */
  protected readonly company = computed(() => (this.view() ? roomAt(this.store.state(), LOBBY) : this.room()));
  protected readonly here = computed(() => {
    const { people } = this.store.state();
    return (this.company()?.here ?? []).flatMap((id) => people.get(id) ?? []);
  });
  private readonly doors = computed(() =>
    doorsOf(this.store.state(), this.place(), this.where.linkToPlace, this.words()),
  );
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

  constructor() {
    this.arrive();
    inject(Knocking).start();
    this.newsroom.prepare(this.document.defaultView);
    READER.soon(this.document.defaultView);
    this.document.defaultView?.matchMedia(WIDE).addEventListener('change', () => {
      this.drawer.set(undefined);
    });
    afterNextRender(() => {
      this.document.defaultView?.requestAnimationFrame(() =>
        setTimeout(() => {
          this.isFurnished.set(true);
        }),
      );
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

  /** Goes where the address points; whoever is back from a view can write at once. */
  protected arrive(): void {
    const wasElsewhere = !!this.view();
    this.open(undefined);
    this.where.arrive();
    if (wasElsewhere && !this.view()) {
      this.focus();
    }
  }

  protected visit(place: Place): void {
    this.open(undefined);
    this.dialogs.close();
    this.where.visit(place);
    this.focus();
  }

  /** Puts the cursor where one writes, as soon as that is there. */
  private focus(): void {
    const talk = this.talk();
    if (talk) {
      talk.focus();
    } else {
      afterNextRender(() => this.talk()?.focus(), { injector: this.injector });
    }
  }

  /** Leaves a room; a private one only after asking, as one can't come back by oneself. */
  protected leave(place: Place): void {
    const room = roomAt(this.store.state(), place);
    if (room?.kind === 'private') {
      this.dialogs.confirm({ is: 'leave', name: room.title ?? '' }, () => {
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

  /** Does what somebody wants of a person in the room. */
  protected treat(person: Person, wish: PersonWish): void {
    switch (wish) {
      case 'write':
        this.visit(`@${person.name}`);
        break;
      case 'invite':
        this.dialogs.invite(person);
        break;
      case 'remove':
        this.dialogs.confirm({ is: 'remove', name: person.name }, () => {
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
      this.store.session.lookAtAll(room);
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
    afterNextRender(
      () => {
        const next = drawer ? this.document.getElementById(drawer) : before && this.toggleOf(before);
        next?.focus();
      },
      { injector: this.injector },
    );
  }

  private toggleOf(drawer: 'rooms' | 'people'): HTMLElement {
    return (drawer === 'rooms' ? this.menu() : this.crowd()).nativeElement;
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

  private forNews(): Binding[] {
    return [
      inputBinding('view', this.view),
      inputBinding('doors', this.listed),
      inputBinding('linkTo', () => this.where.linkToPlace),
    ];
  }
}
