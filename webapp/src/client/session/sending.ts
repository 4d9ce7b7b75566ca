import { Person, PersonId, Ref, Refused, Say } from '../message/message';
import { freshRef } from '../message/ref';
import { Browser } from '../outbox/browser';
import { claimed, nextLook, released } from '../outbox/claims';
import { Outbox } from '../outbox/outbox';
import { Pace } from '../outbox/pace';
import { edited, refused, retried, Rows, said, Unsent, without } from '../outbox/unsent';
import { World } from '../socket/socket';
import { isSame, Place } from '../state/place';
import { shown, staged } from '../state/stages';
import { Outgoing, roomAt, State } from '../state/state';

/** Why what is said waits, though there is a connection: the code of the refusal, and until when (by the clock). */
export interface Hold {
  readonly code: string;
  readonly until: number;
}

/** What sending needs of the store. */
export interface Desk {
  readonly state: () => State;
  /** Whether messages can be sent on the connection that stands. */
  readonly isReady: () => boolean;
  /** What is unsent is to be shown so. */
  show(outbox: readonly Outgoing[], isLasting: boolean): void;
  /** What is unsent waits for this. */
  hold(hold: Hold | undefined): void;
  send(message: Say): void;
  /** Somebody writes to a public room that they are not in. */
  join(place: Place): void;
  /** The person has signed out in another tab. */
  signedOut(): void;
}

/**
 * Sees to what somebody says until the server has it: has the browser keep it, shares it with the person's other tabs,
 * and sends it, of each place one at a time, at the pace that the server allows. Single-threaded.
 */
export class Sending {
  private readonly tab = freshRef();
  private readonly pace: Pace;
  private outbox: Outbox | undefined;
  private owner: PersonId | undefined;
  private cancelLook: (() => void) | undefined;
  /** What the server has refused last for now. */
  private held: Hold | undefined;

  constructor(
    private readonly world: World,
    private readonly browser: Browser,
    private readonly desk: Desk,
  ) {
    this.pace = new Pace(world.clock);
  }

  /** From now on sees to what this person says; what another one had said stays where it is kept. */
  own(person: PersonId): void {
    if (person === this.owner) {
      return;
    }
    this.close();
    this.owner = person;
    this.outbox = new Outbox(this.browser, person, {
      claim: (rows) => this.claim(rows),
      changed: () => {
        this.deliver();
      },
      signedOut: () => {
        this.desk.signedOut();
      },
    });
    this.deliver();
    this.outbox.look();
  }

  say(place: Place, content: string, thread?: number): void {
    const person = place.startsWith('@') && personAt(this.desk.state(), place);
    const reply = thread === undefined ? {} : { thread };
    const draft = { ref: freshRef(), place, content, ...reply, at: new Date(this.world.wall()).toISOString() };
    this.outbox?.change(said(person ? { ...draft, person: person.id } : draft));
  }

  /** Sends again what was refused. */
  retry(ref: Ref): void {
    this.outbox?.change(retried(ref));
  }

  /** Sends in other words what was refused. */
  edit(ref: Ref, content: string): void {
    this.outbox?.change(edited(ref, { ref: freshRef(), content }));
  }

  /** Takes back what was refused. */
  discard(ref: Ref): void {
    this.outbox?.change(without(ref));
  }

  /** The connection stands, and takes so many messages a second, and so many at once. */
  begin(rate: number, burst: number): void {
    this.pace.allow(rate, burst);
    this.outbox?.look();
  }

  /** The connection is gone: another tab may have one. */
  end(): void {
    this.outbox?.change(released(this.tab));
  }

  /** The state has changed by what the server said; `before` is what was unsent until then. */
  heard(before: readonly Outgoing[], refusals: readonly Refused[]): void {
    const { outbox } = this.desk.state();
    const left = new Set(outbox.map(({ ref }) => ref));
    for (const { ref } of before) {
      if (!left.has(ref)) {
        this.outbox?.change(without(ref));
      }
    }
    for (const { ref, code } of refusals) {
      const outgoing = outbox.find((other) => other.ref === ref);
      if (outgoing) {
        this.refused(outgoing, code);
      }
    }
    this.deliver();
  }

  /** The person has signed out here: nothing of theirs stays. */
  forget(): void {
    this.cancelLook?.();
    this.outbox?.discard();
    this.outbox = undefined;
  }

  close(): void {
    this.cancelLook?.();
    this.outbox?.close();
  }

  private refused({ ref, place, stage }: Outgoing, code: string): void {
    if (stage.is === 'refused') {
      const after = roomAt(this.desk.state(), place)?.position?.seq;
      const refusal = { code: stage.code, text: stage.text };
      this.outbox?.change(refused(ref, after === undefined ? refusal : { ...refusal, after }));
    } else if (stage.is === 'held') {
      this.held = { code, until: this.world.clock.now() + stage.ms };
      if (code === 'slow_down') {
        this.pace.slow(stage.ms);
      }
      this.world.clock.after(stage.ms, () => {
        if (this.desk.state().outbox.some((outgoing) => outgoing.ref === ref && outgoing.stage === stage)) {
          this.show(staged(this.desk.state().outbox, ref, { is: 'waiting' }));
          this.deliver();
        }
      });
    }
  }

  /** Shows how things stand, and sends what this tab has claimed. */
  private deliver(): void {
    const outbox = this.outbox;
    if (!outbox) {
      return;
    }
    const { rows } = outbox;
    this.show(
      shown(this.desk.state().outbox, rows, {
        tab: this.tab,
        kept: (ref) => outbox.kept(ref),
        placeOf: (row) => this.placeOf(row),
      }),
    );
    if (!outbox.isBusy && this.claim(rows) !== rows) {
      outbox.look(); // a room has come, or a claim has run out
    }
    const isLate = this.desk.isReady() && !rows.every((row) => this.attend(row));
    this.tellHold(isLate);
    const look = nextLook(outbox.rows, this.tab, this.world.wall());
    this.lookIn(isLate ? Math.min(look, this.pace.wait()) : look);
  }

  private tellHold(isLate: boolean): void {
    const isHeld = this.desk.state().outbox.some(({ stage }) => stage.is === 'held');
    const late = isLate ? { code: 'slow_down', until: this.world.clock.now() + this.pace.wait() } : undefined;
    this.desk.hold(this.desk.isReady() && isHeld ? this.held : late);
  }

  private claim(rows: Rows): Rows {
    return this.desk.isReady()
      ? claimed({ tab: this.tab, now: this.world.wall(), isOpen: (place) => this.isOpen(place) })(rows)
      : rows;
  }

  /** Sends a row if this tab has claimed it; whether there was allowance for it. */
  private attend(row: Unsent): boolean {
    const { ref, content, thread, refusal } = row;
    const stage = this.desk.state().outbox.find((outgoing) => outgoing.ref === ref)?.stage;
    if (stage?.is !== 'waiting' || refusal) {
      return true;
    }
    if (!this.isOpen(row.place)) {
      this.desk.join(row.place);
      return true;
    }
    if (this.outbox?.kept(ref)?.claim?.tab !== this.tab) {
      return true;
    }
    if (!this.pace.take()) {
      return false;
    }
    this.show(staged(this.desk.state().outbox, ref, { is: 'sent' }));
    const message = { type: 'message', ref, recipient: this.recipientOf(row), content } as const;
    this.desk.send(thread === undefined ? message : { ...message, thread });
    return true;
  }

  private show(outbox: readonly Outgoing[]): void {
    this.desk.show(outbox, this.outbox?.isLasting ?? true);
  }

  private lookIn(ms: number): void {
    this.cancelLook?.();
    this.cancelLook = this.world.clock.after(ms, () => {
      this.outbox?.look();
    });
  }

  private isOpen(place: Place): boolean {
    return place.startsWith('@') || roomAt(this.desk.state(), place) !== undefined;
  }

  private placeOf({ place, person }: Unsent): Place {
    const known = person && this.desk.state().people.get(person);
    return known ? `@${known.name}` : place;
  }

  private recipientOf(row: Unsent): string {
    return roomAt(this.desk.state(), this.placeOf(row))?.id ?? row.person ?? row.place;
  }
}

function personAt({ people }: State, place: Place): Person | undefined {
  return [...people.values()].find(({ name }) => isSame(`@${name}`, place));
}
