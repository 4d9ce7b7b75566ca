import { PersonId, Ref } from '../message/message';
import { Browser } from './browser';
import { MemoryShelf } from './memory-shelf';
import { Shelf, Tabs } from './shelf';
import { Change, Rows, Unsent } from './unsent';

/** Who works with an outbox. */
export interface Clerk {
  /** What this tab would see to, of what lies there. Pure but for what it reads of the tab. */
  readonly claim: Change;
  /** The rows may be others now. */
  changed(): void;
  /** The person has signed out in another tab. */
  signedOut(): void;
}

const NOTHING: Change = (rows) => rows;

/**
 * One tab's part of what a person has written and the server has not stored yet. Single-threaded.
 *
 * ## What lies there and what is shown
 * The shelf is the truth, and every change is made there, one transaction after another; changes that come meanwhile
 * wait for the next one. What is shown is what lay there last with those changes already made. Each transaction ends
 * with this tab's claims, so that what can be sent at once is written and claimed in one step.
 *
 * A shelf that fails is given up: from then on this tab works from memory, with what it knew.
 */
export class Outbox {
  private shelf: Shelf;
  private readonly tabs: Tabs;
  private lying: Rows = [];
  private running: Change | undefined;
  private waiting: readonly Change[] = [];
  private lasting: boolean;
  private closed = false;

  constructor(
    browser: Browser,
    person: PersonId,
    private readonly clerk: Clerk,
  ) {
    const shelf = browser.shelf(person);
    this.lasting = shelf !== undefined;
    this.shelf = shelf ?? new MemoryShelf();
    this.tabs = browser.tabs(person, (word) => {
      if (word === 'changed') {
        this.look();
      } else if (word === 'signed-out') {
        clerk.signedOut();
      }
    });
  }

  /** What is unsent, with all changes that were asked for. */
  get rows(): Rows {
    return [this.running ?? NOTHING, ...this.waiting].reduce((rows, change) => change(rows), this.lying);
  }

  /** What lies there under this ref: it is in the keeping of the browser, or of this tab's memory where that fails. */
  kept(ref: Ref): Unsent | undefined {
    return this.lying.find((row) => row.ref === ref);
  }

  /** Whether what is unsent outlasts the tab. */
  get isLasting(): boolean {
    return this.lasting;
  }

  /** Whether a change is under way. */
  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Changes the rows, in all tabs. */
  change(change: Change): void {
    this.waiting = [...this.waiting, change];
    this.run();
    this.clerk.changed();
  }

  /** Looks what lies there, and claims what can be sent. */
  look(): void {
    if (!this.waiting.length) {
      this.waiting = [NOTHING];
    }
    this.run();
  }

  /** The person has signed out here: nothing is kept, and their other tabs are told. */
  discard(): void {
    this.closed = true;
    this.shelf.discard();
    this.tabs.tell('signed-out');
    this.tabs.close();
  }

  close(): void {
    this.closed = true;
    this.shelf.close();
    this.tabs.close();
  }

  private run(): void {
    if (this.running || this.closed || !this.waiting.length) {
      return;
    }
    const changes = this.waiting;
    const change: Change = (rows) => changes.reduce((before, next) => next(before), rows);
    this.waiting = [];
    this.running = change;
    let isChanged = false;
    this.shelf.update(
      (before) => {
        const after = this.clerk.claim(change(before));
        isChanged = after !== before;
        return after;
      },
      (rows) => {
        this.settle(rows, isChanged);
      },
      () => {
        this.fallBack(changes);
      },
    );
  }

  private settle(rows: Rows, isChanged: boolean): void {
    this.running = undefined;
    if (this.closed) {
      return;
    }
    this.lying = rows;
    if (isChanged) {
      this.tabs.tell('changed');
    }
    this.clerk.changed();
    this.run();
  }

  private fallBack(changes: readonly Change[]): void {
    this.running = undefined;
    this.lasting = false;
    this.shelf.close();
    this.shelf = new MemoryShelf(this.lying);
    this.waiting = [...changes, ...this.waiting];
    this.run();
  }
}
