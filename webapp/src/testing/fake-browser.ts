import { Browser } from 'parley-client/outbox/browser';
import { Shelf, Tabs, Word } from 'parley-client/outbox/shelf';
import { Change, Rows } from 'parley-client/outbox/unsent';
import { isNewer, Kept } from 'parley-client/recall/copy';
import { Recall } from 'parley-client/recall/recall';
import { PersonId } from 'parley-client/message/message';
import { FakeDrafts } from './fake-drafts';

/** One tab of a browser that a test owns. */
export interface FakeTab extends Browser {
  /** Nothing happens in this tab any more; what it has not written yet is lost. */
  kill(): void;
  /** Lets everything happen that this tab has begun. */
  settle(): void;
}

interface Task {
  readonly run: () => void;
  readonly isOf: object;
}

/**
 * A browser whose tabs share what it keeps. Nothing happens by itself: transactions, what comes of them, and words
 * between tabs are tasks which a test runs one by one. Those of one tab are run in their order.
 */
export class FakeBrowser {
  readonly drafts = new FakeDrafts();
  readonly shelves = new Map<PersonId, Rows>();
  /** What is remembered of each person's rooms. */
  readonly memory = new Map<PersonId, Kept>();
  /** The content of everything that was ever kept, in the order in which it was. */
  readonly kept = new Set<string>();
  private tasks: Task[] = [];
  private readonly ears = new Map<FakeTab, Map<PersonId, (word: Word) => void>>();
  /** Whether the browser keeps nothing more, as on a full disk. */
  isFull = false;

  /** Opens a tab. */
  open(): FakeTab {
    const ears = new Map<PersonId, (word: Word) => void>();
    const tab: FakeTab = {
      shelf: (person) => this.shelf(tab, person),
      tabs: (person, heard) => {
        ears.set(person, heard);
        return this.tabs(tab, person);
      },
      drafts: this.drafts,
      recall: (person) => this.recall(tab, person),
      whenIdle: (run) => {
        this.later(tab, run);
      },
      kill: () => {
        this.ears.delete(tab);
        this.tasks = this.tasks.filter(({ isOf }) => isOf !== tab);
      },
      settle: () => {
        for (let next = this.take(tab); next; next = this.take(tab)) {
          next.run();
        }
      },
    };
    this.ears.set(tab, ears);
    return tab;
  }

  /** How many tabs have something to do. */
  get busy(): number {
    return new Set(this.tasks.map(({ isOf }) => isOf)).size;
  }

  /** Lets the next thing happen in one of the busy tabs. */
  step(which = 0): void {
    const of = [...new Set(this.tasks.map(({ isOf }) => isOf))][which];
    this.take(of)?.run();
  }

  /** The next thing that is to happen in a tab. */
  private take(of: object | undefined): Task | undefined {
    const next = this.tasks.find(({ isOf }) => isOf === of);
    this.tasks = this.tasks.filter((task) => task !== next);
    return next;
  }

  /** Lets everything happen. */
  settle(): void {
    while (this.tasks.length) {
      this.step();
    }
  }

  private shelf(tab: FakeTab, person: PersonId): Shelf {
    const lying = () => this.shelves.get(person) ?? [];
    return {
      update: (change: Change, done: (rows: Rows) => void, failed: () => void) => {
        this.later(tab, () => {
          const rows = change(lying());
          if (this.isFull && rows.length > lying().length) {
            failed();
            return;
          }
          this.shelves.set(person, rows);
          rows.forEach(({ content }) => this.kept.add(content));
          this.later(tab, () => {
            done(rows);
          });
        });
      },
      discard: () => {
        this.shelves.delete(person);
      },
      close: () => undefined,
    };
  }

  private recall(tab: FakeTab, person: PersonId): Recall {
    return {
      read: (done) => {
        this.later(tab, () => {
          done(this.memory.get(person));
        });
      },
      write: ({ self, rooms, afresh, only }) => {
        this.later(tab, () => {
          const lying = new Map(this.memory.get(person)?.rooms.map((room) => [room.id, room]));
          for (const copy of rooms) {
            const circumstances = { isReady: !!only, isAfresh: afresh.has(copy.id) };
            if (isNewer(copy, lying.get(copy.id), circumstances)) {
              lying.set(copy.id, copy);
            }
          }
          const kept = [...lying.values()].filter(({ id }) => only?.has(id) ?? true);
          const me = self ?? this.memory.get(person)?.self;
          if (me) {
            this.memory.set(person, { self: me, rooms: kept });
          }
        });
      },
      discard: () => {
        this.memory.delete(person);
      },
      close: () => undefined,
    };
  }

  private tabs(tab: FakeTab, person: PersonId): Tabs {
    return {
      tell: (word) => {
        for (const [other, ears] of this.ears) {
          if (other !== tab) {
            this.later(other, () => ears.get(person)?.(word));
          }
        }
      },
      close: () => this.ears.get(tab)?.delete(person),
    };
  }

  private later(tab: FakeTab, run: () => void): void {
    if (this.ears.has(tab)) {
      this.tasks.push({ run, isOf: tab });
    }
  }
}
