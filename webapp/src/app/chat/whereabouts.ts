import { DOCUMENT, effect, inject, signal, untracked } from '@angular/core';
import { Person } from 'parley-client/message/message';
import { hashBeside, hashOf, isSame, LOBBY, Place, placeOf, seqOf, topicOf } from 'parley-client/state/place';
import { lastingPlaceOf, placeOfRoom } from 'parley-client/state/state';
import { Store } from './store';
import { View, viewOf } from './view';

/** Where somebody is, as the address of the page tells it, and the addresses of other places. To be made in an injection context. */
export class Whereabouts {
  private readonly document = inject(DOCUMENT);
  private readonly store = inject(Store);
  private readonly shown = signal<View | undefined>(undefined);
  private readonly sought = signal<number | undefined>(undefined);

  /** The address to which one has gone, of which the browser is still to tell. */
  private ahead: string | undefined;

  /** What is shown in place of the room. */
  readonly view = this.shown.asReadonly();
  /** The message that the address leads to. */
  readonly ledTo = this.sought.asReadonly();

  readonly linkToPlace = (place: Place, seq?: number): string => {
    const { pathname, search } = this.document.location;
    return pathname + search + hashOf(place, seq);
  };
  readonly linkToView = (view: View): string => this.linkToPlace(LOBBY).replace(/#.*/, `#/${view}`);
  readonly linkToPerson = ({ name }: Person): string => this.linkToPlace(`@${name}`);
  /** To a message of the room where one is. */
  readonly linkToMessage = (seq: number): string => {
    const room = this.store.room();
    return this.linkToPlace(room ? lastingPlaceOf(room) : this.store.place(), seq);
  };

  constructor() {
    effect(() => {
      this.nameProperly();
    });
  }

  /** Goes where the address points, unless that was done already. */
  arrive(): void {
    const isThere = this.document.location.hash === this.ahead;
    this.ahead = undefined;
    if (!isThere) {
      this.go();
    }
  }

  /** Goes to a place at once, so that what is written next is written there: the browser only tells later of the new address. */
  visit(place: Place): void {
    const { location } = this.document;
    const before = location.hash;
    location.hash = hashOf(place);
    if (location.hash !== before) {
      this.ahead = location.hash;
      this.go();
    }
  }

  private go(): void {
    const { hash } = this.document.location;
    const [place, seq, view] = [placeOf(hash), seqOf(hash), viewOf(hash)];
    this.shown.set(view);
    if (view) {
      return;
    }
    if (!place) {
      this.tell(LOBBY);
    }
    this.sought.set(seq);
    this.store.session.go(place ?? LOBBY);
    this.store.session.openBeside(topicOf(hash));
    if (seq !== undefined) {
      this.store.session.seek({ around: seq });
    }
  }

  /** Stays in this room, and is not at the message any more that one was led to. */
  stay(): void {
    if (this.ledTo() !== undefined) {
      this.sought.set(undefined);
      this.tell(this.store.place());
    }
  }

  /** Has the address name this place, as if one had come here by it. */
  private tell(place: Place): void {
    this.document.defaultView?.history.replaceState(null, '', this.linkToPlace(place));
  }

  /** A link may name a room by its id; one is where the room is found by everyone, or by oneself. */
  private nameProperly(): void {
    const [state, room, place] = [this.store.state(), this.store.room(), this.store.place()];
    const proper = this.view() ? undefined : room && placeOfRoom(state, room);
    if (proper && !isSame(proper, place)) {
      untracked(() => {
        this.rename(proper);
        this.store.session.moveTo(proper);
      });
    }
  }

  /** Has the address name the place where one is as it is called. */
  private rename(place: Place): void {
    const { location, defaultView } = this.document;
    const topic = topicOf(location.hash);
    const hash = topic ? hashBeside(place, topic) : hashOf(place, this.ledTo());
    defaultView?.history.replaceState(defaultView.history.state, '', location.pathname + location.search + hash);
  }
}
