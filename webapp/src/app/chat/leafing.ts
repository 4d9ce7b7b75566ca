import { ClientMessage, Leaf, Refused, RoomId } from '../message/message';
import { freshRef } from '../message/ref';
import { Clock } from '../socket/clock';
import { asking } from './past';
import { isPassing, SOON } from './stages';
import { Room, State } from './state';

/** What leafing needs of the store. */
export interface Reader {
  readonly state: () => State;
  /** Whether the connection that stands takes requests. */
  readonly isReady: () => boolean;
  change(by: (state: State) => State): void;
  send(message: ClientMessage): void;
}

/** Asks for pages of history, one of a room at a time, until they have come. Single-threaded. */
export class Leafing {
  constructor(
    private readonly clock: Clock,
    private readonly reader: Reader,
  ) {}

  /** Asks for the page of a room that `which` names; not while another one is being asked for. */
  turn(id: RoomId, which: (room: Room) => Leaf | undefined): void {
    const room = this.reader.state().rooms.get(id);
    const leaf = room?.position && !room.asking ? which(room) : undefined;
    if (room && leaf) {
      this.keep(asking(room, freshRef(), leaf));
      this.tend();
    }
  }

  /** Asks again for what was refused. */
  again(id: RoomId): void {
    const room = this.reader.state().rooms.get(id);
    if (room?.asking) {
      this.keep(asking(room, freshRef(), room.asking.leaf));
      this.tend();
    }
  }

  /** Sends what was not sent on the connection that stands. */
  tend(): void {
    if (!this.reader.isReady()) {
      return;
    }
    for (const room of this.reader.state().rooms.values()) {
      if (room.asking && !room.asking.isSent && !room.asking.refusal) {
        const { ref, leaf } = room.asking;
        this.keep({ ...room, asking: { ...room.asking, isSent: true } });
        this.reader.send({ type: 'page', ref, recipient: room.id, ...leaf });
      }
    }
  }

  /** What was refused for now is asked again, later. */
  heard(refusals: readonly Refused[]): void {
    for (const { ref, code, retryAfter } of refusals) {
      const room = [...this.reader.state().rooms.values()].find(({ asking }) => asking?.ref === ref);
      if (room && isPassing(code)) {
        this.clock.after(retryAfter ?? SOON, () => {
          if (this.reader.state().rooms.get(room.id)?.asking?.ref === ref) {
            this.again(room.id);
          }
        });
      }
    }
    this.tend();
  }

  private keep(room: Room): void {
    this.reader.change((state) => ({ ...state, rooms: new Map(state.rooms).set(room.id, room) }));
  }
}
