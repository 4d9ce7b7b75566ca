import { ClientMessage, RoomId, Settings } from '../message/message';
import { freshRef } from '../message/ref';
import { isSame, Place } from '../state/place';
import { roomAt, State } from '../state/state';
import { Access } from './access';

/** Goes into rooms and out of them, and has them changed. Single-threaded. */
export class Rooming {
  constructor(private readonly access: Access) {}

  /** Joins a public room, or asks again after a refusal; without a connection, once there is one. */
  join(place: Place): void {
    const joining = { place, ref: freshRef() };
    this.access.change((state) => ({ ...state, joining: [...without(place, state), joining] }));
    if (this.access.isReady()) {
      this.access.send({ type: 'join', ref: joining.ref, recipient: place });
    }
  }

  /** Joins a public room in which the person is not yet, unless that was refused. */
  joinIfNeeded(place: Place): void {
    const state = this.access.state();
    const known = roomAt(state, place) ?? state.joining.find((other) => isSame(other.place, place));
    if (this.access.isReady() && place.startsWith('#') && !known) {
      this.join(place);
    }
  }

  /** There is a connection: asks on it for what was not answered on the one before, and for these. */
  begin(places: readonly Place[]): void {
    for (const { place, refusal } of this.access.state().joining) {
      if (refusal === undefined) {
        this.join(place);
      }
    }
    for (const place of places) {
      this.joinIfNeeded(place);
    }
  }

  /** Leaves a room. */
  leave(place: Place): void {
    const id = roomAt(this.access.state(), place)?.id;
    this.access.change((state) => ({ ...state, joining: without(place, state) }));
    this.sendNow({ type: 'leave', ref: freshRef(), recipient: id ?? place });
  }

  /** Turns an invitation down. */
  decline(id: RoomId): void {
    this.sendNow({ type: 'decline', ref: freshRef(), recipient: id });
  }

  /** Sets something of a room. */
  set(id: RoomId, settings: Settings): void {
    this.sendNow({ type: 'settings', ref: freshRef(), recipient: id, ...settings });
  }

  /** Asks a person into a room. */
  invite(id: RoomId, person: Place): void {
    this.sendNow({ type: 'invite', ref: freshRef(), recipient: id, person });
  }

  /** Sends what is sent now or not at all: without a connection, that is said. */
  private sendNow(message: ClientMessage): void {
    if (this.access.isReady()) {
      this.access.send(message);
    } else {
      this.access.change((state) => ({ ...state, complaint: { is: 'offline' } }));
    }
  }
}

function without(place: Place, { joining }: State): State['joining'] {
  return joining.filter((other) => !isSame(other.place, place));
}
