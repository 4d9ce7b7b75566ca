import { Refused, RoomId, SideLeaf } from '../message/message';
import { freshRef } from '../message/ref';
import { Clock } from '../socket/clock';
import { Topic } from '../state/place';
import { isSameTopic, sideAsking, sided, sideLeaf, unsided, wantedLeaf } from '../state/side';
import { isPassing, SOON } from '../state/stages';
import { Room } from '../state/state';
import { Access } from './access';

/** Sees to what is read beside the room where the person is: a thread, or what is pinned. Single-threaded. */
export class Siding {
  private wanted: Topic | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly here: () => Room | undefined,
  ) {}

  /** Reads this beside the room where the person is, as soon as there is one; nothing, to have done with it. */
  open(topic: Topic | undefined): void {
    const room = this.here();
    this.wanted = topic;
    if (topic) {
      this.tend();
    } else if (room) {
      this.close(room.id);
    }
  }

  /** Nothing is read beside this room any more. */
  close(id: RoomId): void {
    const room = this.access.state().rooms.get(id);
    if (room?.side) {
      this.keep(unsided(room));
    }
  }

  /** Reads the page before what is shown. */
  turn(id: RoomId): void {
    const room = this.access.state().rooms.get(id);
    if (room?.side && !room.side.asking) {
      this.ask(room, sideLeaf(room));
    }
  }

  /** Asks again for what was refused. */
  again(id: RoomId): void {
    const room = this.access.state().rooms.get(id);
    if (room?.side?.asking) {
      this.ask(room, room.side.asking.leaf);
    }
  }

  /** What was refused for now is asked again, later. */
  heard(refusals: readonly Refused[]): void {
    for (const { ref, code, retryAfter } of refusals) {
      const room = this.rooms().find(({ side }) => side?.asking?.ref === ref);
      if (room && isPassing(code)) {
        this.clock.after(retryAfter ?? SOON, () => {
          if (this.access.state().rooms.get(room.id)?.side?.asking?.ref === ref) {
            this.again(room.id);
          }
        });
      }
    }
    this.tend();
  }

  /** Begins what is wanted, and sends what was not sent on the connection that stands. */
  private tend(): void {
    const here = this.here();
    if (this.wanted && here?.position) {
      if (!isSameTopic(here.side?.of, this.wanted)) {
        this.keep(sided(here, this.wanted));
      }
      this.wanted = undefined;
    }
    if (!this.access.isReady()) {
      return;
    }
    for (const room of this.rooms().filter(({ side }) => side)) {
      const leaf = wantedLeaf(room);
      if (leaf) {
        this.keep(sideAsking(room, freshRef(), leaf));
      }
      this.send(room.id);
    }
  }

  private ask(room: Room, leaf: SideLeaf | undefined): void {
    if (leaf) {
      this.keep(sideAsking(room, freshRef(), leaf));
      this.tend();
    }
  }

  private send(id: RoomId): void {
    const room = this.access.state().rooms.get(id);
    const asking = room?.side?.asking;
    if (room?.side && asking && !asking.isSent && asking.refusal === undefined) {
      this.keep({ ...room, side: { ...room.side, asking: { ...asking, isSent: true } } });
      this.access.send({ type: 'page', ref: asking.ref, recipient: id, ...asking.leaf });
    }
  }

  private rooms(): readonly Room[] {
    return [...this.access.state().rooms.values()];
  }

  private keep(room: Room): void {
    this.access.change((state) => ({ ...state, rooms: new Map(state.rooms).set(room.id, room) }));
  }
}
