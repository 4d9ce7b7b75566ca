import { Leaf, Refused, RoomId } from '../message/message';
import { freshRef } from '../message/ref';
import { Clock } from '../socket/clock';
import { Access } from './access';
import { asking } from '../state/past';
import { Place } from '../state/place';
import { isPassing, SOON } from '../state/stages';
import { Room, roomAt } from '../state/state';

/** Asks for pages of history, one of a room at a time, until they have come. Single-threaded. */
export class Leafing {
  private sought: { readonly place: Place; readonly leaf: Leaf } | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** Asks for the page of a room that `which` names; not while another one is being asked for. */
  turn(id: RoomId, which: (room: Room) => Leaf | undefined): void {
    const room = this.access.state().rooms.get(id);
    const leaf = room?.position && !room.asking ? which(room) : undefined;
    if (room && leaf) {
      this.keep(asking(room, freshRef(), leaf));
      this.tend();
    }
  }

  /** Leads to what `leaf` names at a place, as soon as there is a room. */
  seek(place: Place, leaf: Leaf): void {
    this.sought = { place, leaf };
    this.tend();
  }

  /** Nobody wants to be led there any more. */
  stop(): void {
    this.sought = undefined;
  }

  /** Asks again for what was refused. */
  again(id: RoomId): void {
    const room = this.access.state().rooms.get(id);
    if (room?.asking) {
      this.keep(asking(room, freshRef(), room.asking.leaf));
      this.tend();
    }
  }

  /** Sends what was not sent on the connection that stands. */
  tend(): void {
    if (!this.access.isReady()) {
      return;
    }
    this.lead();
    for (const room of this.access.state().rooms.values()) {
      if (room.asking && !room.asking.isSent && !room.asking.refusal) {
        const { ref, leaf } = room.asking;
        this.keep({ ...room, asking: { ...room.asking, isSent: true } });
        this.access.send({ type: 'page', ref, recipient: room.id, ...leaf });
      }
    }
  }

  /** What was refused for now is asked again, later. */
  heard(refusals: readonly Refused[]): void {
    for (const { ref, code, retryAfter } of refusals) {
      const room = [...this.access.state().rooms.values()].find(({ asking }) => asking?.ref === ref);
      if (room && isPassing(code)) {
        this.clock.after(retryAfter ?? SOON, () => {
          if (this.access.state().rooms.get(room.id)?.asking?.ref === ref) {
            this.again(room.id);
          }
        });
      }
    }
    this.tend();
  }

  private lead(): void {
    const room = this.sought && roomAt(this.access.state(), this.sought.place);
    if (this.sought && room?.position) {
      this.keep(asking(room, freshRef(), this.sought.leaf));
      this.sought = undefined;
    }
  }

  private keep(room: Room): void {
    this.access.change((state) => ({ ...state, rooms: new Map(state.rooms).set(room.id, room) }));
  }
}
