import { computed, DOCUMENT, inject, Injectable } from '@angular/core';
import { Leaf, Person, RoomId, Settings } from 'parley-client/message/message';
import { MOST } from 'parley-client/outbox/unsent';
import { Page, Session } from 'parley-client/session/session';
import { whyNot } from 'parley-client/socket/check';
import { onWake } from 'parley-client/socket/wake';
import { Deed } from 'parley-client/state/acts';
import { draftAt } from 'parley-client/state/drafts';
import { Place } from 'parley-client/state/place';
import { roomAt } from 'parley-client/state/state';
import { NotTaken, WhoAmI } from '../me/me';
import { Kept } from './kept';
import { signalOf } from './watched';
import { BROWSER, WORLD } from './world';

/** The session of the page, in Angular's terms: its cells are signals, and it is told of what the page goes through. */
@Injectable({ providedIn: 'root' })
export class Store {
  private readonly document = inject(DOCUMENT);
  private readonly kept = inject(Kept);
  private readonly whoAmI = inject(WhoAmI);
  private readonly session = new Session(inject(WORLD), inject(BROWSER), {
    whyClosed: () => whyNot(this.document.baseURI, this.document.location.origin),
    nameLost: (name, now) => {
      this.keepName(name, now);
    },
  });

  readonly state = signalOf(this.session.state);
  /** Where the person is. */
  readonly place = signalOf(this.session.place);
  /** The room there, if there is one yet. */
  readonly room = computed(() => roomAt(this.state(), this.place()));
  /** What is begun there, and not said yet. */
  readonly draft = computed(() => draftAt(this.state(), this.place()));
  /** How things stand with the connection. */
  readonly link = signalOf(this.session.link);
  /** Whether the server has said welcome on the connection that stands. */
  readonly ready = signalOf(this.session.ready);
  /** Why the server lets no socket in, in its words. */
  readonly whyClosed = signalOf(this.session.whyClosed);
  /** Whether the page is on somebody's screen. */
  readonly attentive = signalOf(this.session.attentive);
  /** Whether what is unsent outlasts this tab. */
  readonly isLasting = signalOf(this.session.isLasting);
  /** Whether the person has signed out: this page is not theirs any more. */
  readonly isGone = signalOf(this.session.isGone);
  /** Whether the person was in the room where they are and is not any more. */
  readonly isTurnedOut = signalOf(this.session.isTurnedOut);
  /** Whether so much is unsent that nothing more can be said. */
  readonly isFull = computed(() => this.state().outbox.length >= MOST);

  /** Begins to talk as this person. */
  start(me: Person): void {
    const isLooking = () => this.document.visibilityState === 'visible';
    onWake(this.document, () => {
      this.session.wake(isLooking());
    });
    this.document.defaultView?.addEventListener('pagehide', () => {
      this.session.hide(); // there is no later
    });
    this.session.start(me);
    this.session.wake(isLooking());
  }

  /** Goes to a place; a public room is joined if it is not yet. What was read back of the one before is let go. */
  go(place: Place): void {
    this.session.go(place);
  }

  /** The place where the person is has another name. */
  moveTo(place: Place): void {
    this.session.moveTo(place);
  }

  /** Joins a public room, or asks again after a refusal. */
  join(place: Place): void {
    this.session.join(place);
  }

  /** Turns an invitation down. */
  decline(id: RoomId): void {
    this.session.decline(id);
  }

  /** Leaves a room. */
  leave(place: Place): void {
    this.session.leave(place);
  }

  /** This stands where one writes now, and is not said yet. */
  write(text: string): void {
    this.session.write(text);
  }

  /** One writes no more for now. */
  rest(): void {
    this.session.rest();
  }

  /** Says something at the place where the person is, perhaps as a reply. It is shown at once and sent as soon as it can be. */
  say(content: string, thread?: number): void {
    this.session.say(content, thread);
  }

  /** Says something at another place. */
  tell(place: Place, content: string): void {
    this.session.tell(place, content);
  }

  /** Sets something of a room. */
  set(id: RoomId, settings: Settings): void {
    this.session.set(id, settings);
  }

  /** Asks a person into a room. */
  invite(id: RoomId, person: Place): void {
    this.session.invite(id, person);
  }

  /** Sends again what was refused. */
  retry(ref: string): void {
    this.session.retry(ref);
  }

  /** Sends in other words what was refused. */
  edit(ref: string, content: string): void {
    this.session.edit(ref, content);
  }

  /** Takes back what was refused. */
  discard(ref: string): void {
    this.session.discard(ref);
  }

  /** Turns to another page of what was said in a room, as soon as that can be had. */
  turn(id: RoomId, to: Page): void {
    this.session.turn(id, to);
  }

  /** Shows what is around a message, or from a time on, at the place where the person is. */
  seek(leaf: Leaf): void {
    this.session.seek(leaf);
  }

  /** All that has come to this room has been seen. */
  look(id: RoomId): void {
    this.session.look(id);
  }

  /** From this entry of a room on, all is to be unread again, on every device. */
  takeBack(id: RoomId, seq: number): void {
    this.session.takeBack(id, seq);
  }

  /** Has one of the person's notes say this on all of their devices; without a value, has it gone. */
  note(key: string, value?: string): void {
    this.session.note(key, value);
  }

  /** Does something to a message. It is shown at once and sent as soon as it can be. */
  act(id: RoomId, target: number, deed: Deed): void {
    this.session.act(id, target, deed);
  }

  /** An edit that was refused is not wanted any more. */
  discardAct(ref: string): void {
    this.session.discardAct(ref);
  }

  /** Connects now instead of later. */
  reconnect(): void {
    this.session.reconnect();
  }

  /** The complaint has been read. */
  dismiss(): void {
    this.session.dismiss();
  }

  /** Takes another name, as a guest. @throws NotTaken if the server refuses it */
  async rename(name: string): Promise<void> {
    const { person } = await this.whoAmI.choose(name);
    if (person) {
      this.session.becomes(person);
      this.kept.write('name', person.name);
    }
  }

  /** A guest whom the server no longer knows gets back the name that they chose. */
  private keepName(name: string, now: Person): void {
    this.rename(name).catch((e: unknown) => {
      if (!(e instanceof NotTaken)) {
        throw e;
      }
      this.session.complain(`You are ${now.name} now. ${e.message}`);
    });
  }

  /**
   * Ends being this person in this browser, whatever is unsent.
   *
   * @throws NotTaken if the server does not do it: then all is as it was
   */
  async signOut(): Promise<void> {
    this.session.paused(); // the server closes it, which would take this page away before all is forgotten
    try {
      await this.whoAmI.leave();
    } catch (e) {
      this.session.resumed();
      throw e;
    }
    this.kept.forget('name');
    this.session.forgetAll();
  }
}
