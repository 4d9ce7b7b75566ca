import { Cell, Watched } from '../cell';
import { Reason } from '../message/message';
import { BLOCKED } from '../socket/check';

/** What the obstacle asks of those around it. */
export interface Surroundings {
  /** Why the server lets no socket in, if that can be found out. */
  readonly why: () => Promise<Reason | undefined>;
  /** Whether a connection stands after all. */
  readonly isReady: () => boolean;
  /** Has the next try come soon. */
  readonly soon: () => void;
}

/** What keeps the server's sockets away, asked for after each try that came to nothing. Single-threaded. */
export class Obstacle {
  private readonly found = new Cell<Reason | undefined>(undefined);
  private answers = false;

  readonly why: Watched<Reason | undefined> = this.found;

  constructor(private readonly around: Surroundings) {}

  /**
   * Asks what it is. A server that answers and did not before may just have come back, while the try began: only when
   * the next one fails as well is something in the way.
   */
  async look(): Promise<void> {
    const why = await this.around.why();
    const answered = this.answers;
    this.answers = why?.code === BLOCKED;
    if (this.around.isReady()) {
      this.gone();
    } else if (this.answers && !answered) {
      this.found.set(undefined);
      this.around.soon();
    } else {
      this.found.set(why);
    }
  }

  /** There is none any more. */
  gone(): void {
    this.answers = false;
    this.found.set(undefined);
  }
}
