import { Clock } from '../socket/clock';
import { Room } from '../state/state';
import { Access } from './access';

/** That one is writing is said at most so often (ms): the server forgets it after five seconds. */
const AGAIN = 3_000;

/** Tells the others in a room that one is writing something there. Single-threaded. */
export class Typing {
  private said: { readonly room: string } | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly room: () => Room | undefined,
  ) {}

  /** This stands where one writes now. A command is for nobody else. */
  write(text: string): void {
    const room = this.room();
    if (room && !room.archived && text.trim() && !text.startsWith('/') && this.said?.room !== room.id) {
      const said = { room: room.id };
      this.said = said;
      this.clock.after(AGAIN, () => {
        this.said = this.said === said ? undefined : this.said;
      });
      if (this.access.isReady()) {
        this.access.send({ type: 'typing', recipient: room.id });
      }
    }
  }

  /** It is said: what comes next is told at once. */
  rest(): void {
    this.said = undefined;
  }
}
