import { PersonId, RoomId, ServerMessage } from '../message/message';
import { Clock } from '../socket/clock';
import { Room } from '../state/state';
import { strangers, watched } from '../state/strangers';
import { Access } from './access';

/** Most people that one frame asks for. */
const ASKED_AT_ONCE = 200;
/** Who is on the screen is told at most so often (ms). */
const SETTLED = 1_000;

/** Who the others are, and which of them are on the screen. Single-threaded. */
export class Company {
  private readonly asked = new Set<PersonId>();
  private readonly watching = new Map<RoomId, string>();
  private settling = false;

  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly room: () => Room | undefined,
  ) {}

  /** These were applied. */
  heard(messages: readonly ServerMessage[]): void {
    this.meet();
    if (messages.some(({ type }) => type === 'presence')) {
      this.settle();
    }
  }

  /** The connection is gone, and with it what it was asked. */
  end(): void {
    this.asked.clear();
    this.watching.clear();
  }

  /** Asks who the people are that nobody has named yet. */
  private meet(): void {
    const ids = strangers(this.access.state()).filter((id) => !this.asked.has(id));
    for (let i = 0; i < ids.length; i += ASKED_AT_ONCE) {
      this.access.send({ type: 'person', people: ids.slice(i, i + ASKED_AT_ONCE) });
    }
    for (const id of ids) {
      this.asked.add(id);
    }
  }

  /** Tells who is on the screen, once things have settled. */
  private settle(): void {
    if (!this.settling) {
      this.settling = true;
      this.clock.after(SETTLED, () => {
        this.settling = false;
        this.watch();
      });
    }
  }

  private watch(): void {
    const room = this.room();
    const people = room ? watched(this.access.state(), room) : [];
    if (room && people.length && this.access.isReady() && this.watching.get(room.id) !== people.join()) {
      this.watching.set(room.id, people.join());
      this.access.send({ type: 'presence', recipient: room.id, people });
    }
  }
}
