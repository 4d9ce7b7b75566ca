import { PersonId, RoomId, ServerMessage } from '../message/message';
import { Browser } from '../outbox/browser';
import { copyOf, isKeptAlike, recalled, selfOf, worthKeeping } from '../recall/copy';
import { Recall } from '../recall/recall';
import { Clock } from '../socket/clock';
import { Room, State } from '../state/state';
import { Access } from './access';

/** What has changed is kept so long after the first change (ms), when the browser has nothing else to do. */
const REST = 1_000;
/** A browser that takes longer (ms) to tell what it keeps is not waited for. */
const PATIENCE = 800;

/**
 * Has the browser remember the rooms for its next start: then they are on the screen before the server has said
 * anything, and the server is asked only for what is missing. Single-threaded.
 *
 * ## Why nothing false comes of it
 * A room is kept with the position up to which it was heard. The server proves by the mark that it is of the same
 * history and tells what came after, or else has the room begun anew. So a copy may be old, and that is all.
 */
export class Recalling {
  private recall: Recall | undefined;
  private owner: PersonId | undefined;
  /** The rooms as they were last kept, … */
  private readonly kept = new Map<RoomId, Room>();
  /** … and the state. */
  private before: State | undefined;
  private readonly afresh = new Set<RoomId>();
  private cancelRest: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly browser: Browser,
    private readonly access: Access,
    private readonly room: () => Room | undefined,
  ) {}

  /** Shows what is kept of this person, then goes on; at once, where nothing is. */
  begin(person: PersonId, then: () => void): void {
    this.own(person);
    const recall = this.recall;
    if (!recall) {
      then();
      return;
    }
    let isOver = false;
    const goOn = () => {
      if (!isOver) {
        isOver = true;
        stopWaiting();
        then();
      }
    };
    const stopWaiting = this.clock.after(PATIENCE, goOn);
    recall.read((kept) => {
      if (!isOver && kept?.self.me.id === person) {
        this.access.change((state) => recalled(state, kept));
        this.remember(this.access.state());
      }
      goOn();
    });
  }

  /** From now on keeps the rooms of this person; nothing stays of another one who was here. */
  own(person: PersonId): void {
    if (person !== this.owner) {
      this.discard();
      this.owner = person;
      this.recall = this.browser.recall(person);
    }
  }

  /** These were applied. */
  heard(messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      if (message.type === 'reset') {
        this.afresh.add(message.recipient);
      }
    }
  }

  /** Something may have changed. */
  soon(): void {
    if (this.recall && !this.cancelRest) {
      this.cancelRest = this.clock.after(REST, () => {
        this.browser.whenIdle(() => {
          this.keep();
        });
      });
    }
  }

  /** Keeps what has changed now. */
  keep(): void {
    this.cancelRest?.();
    this.cancelRest = undefined;
    const state = this.access.state();
    if (!this.recall || state === this.before) {
      return;
    }
    const rooms = worthKeeping(state.rooms.values(), this.room()?.id);
    const changed = rooms.filter((room) => !isKeptAlike(room, this.kept.get(room.id)));
    const isElse =
      changed.length > 0 || state.me !== this.before?.me || state.notes.position !== this.before?.notes.position;
    const isLess = this.access.isReady() && [...this.kept.keys()].some((id) => !rooms.some((room) => room.id === id));
    if (isElse || isLess) {
      const self = selfOf(state, rooms);
      this.recall.write({
        ...(self ? { self } : {}),
        rooms: changed.flatMap((room) => copyOf(room) ?? []),
        afresh: new Set(this.afresh),
        ...(this.access.isReady() ? { only: new Set(rooms.map(({ id }) => id)) } : {}),
      });
    }
    this.afresh.clear();
    this.remember(state, rooms);
  }

  /** Nothing of this person stays in this browser. */
  discard(): void {
    this.cancelRest?.();
    this.cancelRest = undefined;
    this.recall?.discard();
    this.recall = undefined;
    this.owner = undefined;
    this.kept.clear();
    this.before = undefined;
  }

  private remember(state: State, rooms: Iterable<Room> = state.rooms.values()): void {
    this.before = state;
    this.kept.clear();
    for (const room of rooms) {
      this.kept.set(room.id, room);
    }
  }
}
