import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  inject,
  Injector,
  input,
  inputBinding,
  output,
  outputBinding,
  signal,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { Person, RoomId } from 'parley-client/message/message';
import { nameTyped, Place } from 'parley-client/state/place';
import { Icon } from '../page/icon';
import { Lazy } from '../page/lazy';
import { Mark } from '../page/mark';
import { Avatar } from './avatar';
import { DoorView } from './door-view';
import { Door, DoorWish } from './doors';
import { Section } from './sections';
import { capsFor, isApple } from './shortcuts';
import { View } from './view';
import { WORDS } from '../words/speech';

/** A room that one may join, … */
export interface Invitation {
  readonly id: RoomId;
  readonly title: string;
  /** … and who asks one to. */
  readonly by: string;
}

/** The places that one knows, the way to others, and who one is. */
@Component({
  selector: 'parley-rooms',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, DoorView, Icon, Mark],
  templateUrl: './rooms.html',
})
export class Rooms {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly menu = new Lazy(() => import('./door-menu').then(({ DoorMenu }) => DoorMenu));
  private readonly menus = viewChild.required('menus', { read: ViewContainerRef });

  readonly sections = input.required<readonly Section[]>();
  /** Rooms that one may join, with what they are called and the name of whoever asks one to. */
  readonly invitations = input<readonly Invitation[]>([]);
  readonly me = input<Person>();
  /** What is shown in place of a room. */
  readonly view = input<View>();
  readonly linkToView = input.required<(view: View) => string>();
  /** Somebody takes an invitation, … */
  readonly accept = output<Invitation>();
  /** … or turns it down. */
  readonly decline = output<Invitation>();
  /** Somebody wants to go to a place by its name. */
  readonly visit = output<Place>();
  /** Somebody wants to look for a place. */
  readonly find = output();
  /** Somebody wants to look through the public rooms, … */
  readonly browse = output();
  /** … or to begin something new. */
  readonly make = output();
  /** Somebody wants another name for themselves. */
  readonly rename = output();
  readonly signOut = output();
  /** Somebody wants to choose what they are told of. */
  readonly notify = output();
  /** Somebody wants to choose how the page is. */
  readonly adjust = output();
  /** Somebody wants something of a door. */
  readonly wish = output<{ readonly door: Door; readonly wish: DoorWish }>();

  private readonly doors = computed(() => this.sections().flatMap((section) => section.doors));
  protected readonly unread = computed(() => this.doors().reduce((sum, { badge }) => sum + badge, 0));
  protected readonly mentions = computed(() => this.doors().reduce((sum, { mentions }) => sum + mentions, 0));

  protected readonly words = inject(WORDS);
  protected readonly titles = computed(() => {
    const { common, rooms } = this.words();
    return { favourites: rooms.favourites, rooms: common.rooms, people: common.people };
  });
  protected readonly findKeys = computed(() =>
    capsFor('switch', isApple(this.document.defaultView), this.words().keys).join(' '),
  );

  /** The room whose door's menu is open. */
  protected readonly opened = signal<RoomId | undefined>(undefined);

  constructor() {
    this.menu.prepare(this.document.defaultView);
  }

  /** Opens the menu of a door beside a button. */
  protected openMenu(door: Door, opener: HTMLElement): void {
    const now = computed(() => this.doors().find(({ room }) => room === door.room) ?? door);
    this.opened.set(door.room);
    void this.menu.show(this.menus(), (close) => [
      inputBinding('door', now),
      inputBinding('opener', () => opener),
      outputBinding<DoorWish>('wish', (wish) => {
        this.want(now(), wish);
      }),
      outputBinding('closed', () => {
        this.opened.set(undefined);
        close();
      }),
    ]);
  }

  /** The door may stand elsewhere then: whoever wanted something of it stays with it. */
  private want(door: Door, wish: DoorWish): void {
    this.wish.emit({ door, wish });
    afterNextRender(() => this.document.getElementById(`more-${door.room}`)?.focus(), { injector: this.injector });
  }

  /** The link to a place leads nowhere for who is there already, but they want to be done with the list. */
  protected choose({ isCurrent, place }: Door): void {
    if (isCurrent) {
      this.visit.emit(place);
    }
  }

  protected open(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const name = nameTyped(field.value);
    if (name) {
      this.visit.emit(field.value.trim().startsWith('@') ? `@${name}` : `#${name}`);
      field.value = '';
    }
  }
}
