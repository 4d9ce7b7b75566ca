import { RoomId } from '../message/message';
import { Clock } from '../socket/clock';
import { Access } from './access';
import { isOwed } from '../state/reading';
import { Room } from '../state/state';
import { owedThreads, threadRead, unreadThreads } from '../state/threads';

/** How far a room was read is told at most so often (ms). */
const READ = 300;

/** Tells the server how far the rooms were read, and what is to be unread again. Single-threaded. */
export class ReadMarks {
  /** How far the server was told that each room was read, on this connection, … */
  private readonly told = new Map<RoomId, number>();
  /** … and each thread, by its room and first message. */
  private readonly toldThreads = new Map<string, number>();
  /** From which entry on a room is to be unread, and in which turn of its mark that was wanted. */
  private readonly back = new Map<RoomId, { readonly seq: number; readonly turn: number }>();
  private waits = false;

  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** All that has come to this room has been seen. Not before it is known how far it was read. */
  look(id: RoomId): void {
    const room = this.access.state().rooms.get(id);
    const seq = room?.position?.seq ?? 0;
    if (room?.reading && seq > room.seen) {
      this.keep({ ...room, seen: seq });
      this.soon();
    }
  }

  /** All that has come to this thread has been seen. */
  lookAt(id: RoomId, thread: number): void {
    const room = this.access.state().rooms.get(id);
    if (room && unreadThreads(room).some((followed) => followed.thread === thread)) {
      this.keep(threadRead(room, thread));
      this.soon();
    }
  }

  /** All that has come to this room and to its threads counts as read. */
  lookAtAll(id: RoomId): void {
    const room = this.access.state().rooms.get(id);
    this.look(id);
    for (const { thread } of room ? unreadThreads(room) : []) {
      this.lookAt(id, thread);
    }
  }

  /** From this entry on all is to be unread; told again on the next connection, if it has to be. */
  takeBack(id: RoomId, seq: number): void {
    const room = this.access.state().rooms.get(id);
    if (room?.reading) {
      this.back.set(id, { seq, turn: room.reading.turn });
      this.sendBack(id, seq);
    }
  }

  /** The connection stands. */
  begin(): void {
    for (const [id, { seq }] of this.back) {
      this.sendBack(id, seq);
    }
  }

  /** The connection is gone. */
  end(): void {
    this.told.clear();
    this.toldThreads.clear();
  }

  /** Tells how far the rooms were read, in a moment. */
  soon(): void {
    for (const [id, { turn }] of this.back) {
      if ((this.access.state().rooms.get(id)?.reading?.turn ?? Infinity) > turn) {
        this.back.delete(id);
      }
    }
    if (!this.waits && (this.owed().length || this.owedReads().length)) {
      this.waits = true;
      this.clock.after(READ, () => {
        this.waits = false;
        this.tell();
      });
    }
  }

  /** Tells it now. */
  tell(): void {
    if (!this.access.isReady()) {
      return;
    }
    for (const room of this.owed()) {
      const { stale, ...fresh } = room;
      this.told.set(room.id, room.seen);
      this.access.send({ type: 'read', recipient: room.id, seq: room.seen, turn: room.reading?.turn ?? 0 });
      if (stale) {
        this.keep(fresh);
      }
    }
    for (const { recipient, thread, seq } of this.owedReads()) {
      this.toldThreads.set(`${recipient} ${thread}`, seq);
      this.access.send({ type: 'read', recipient, seq, thread });
    }
  }

  private owed(): Room[] {
    return [...this.access.state().rooms.values()].filter(
      (room) => isOwed(room) && (room.stale ?? this.told.get(room.id) !== room.seen),
    );
  }

  /** Of threads. */
  private owedReads(): { readonly recipient: RoomId; readonly thread: number; readonly seq: number }[] {
    return [...this.access.state().rooms.values()]
      .flatMap((room) => owedThreads(room).map((read) => ({ recipient: room.id, ...read })))
      .filter(({ recipient, thread, seq }) => this.toldThreads.get(`${recipient} ${thread}`) !== seq);
  }

  private sendBack(recipient: RoomId, seq: number): void {
    if (this.access.isReady()) {
      this.access.send({ type: 'unread', recipient, seq });
    }
  }

  private keep(room: Room): void {
    this.access.change((state) => ({ ...state, rooms: new Map(state.rooms).set(room.id, room) }));
  }
}
