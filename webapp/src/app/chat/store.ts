import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { NotTaken, WhoAmI } from '../me/me';
import { freshRef } from '../message/ref';
import { Leaf, Person, PersonId, Refused, RoomId, ServerMessage, Welcome } from '../message/message';
import { BROWSER } from '../outbox/browser';
import { MOST } from '../outbox/unsent';
import { whyNot } from '../socket/check';
import { SIGNED_OUT } from '../socket/come-back';
import { Listener, Socket, WORLD } from '../socket/socket';
import { onWake } from '../socket/wake';
import { Access } from './access';
import { Acting } from './acting';
import { Deed, isUnanswered } from './acts';
import { apply, lostPlaces } from './apply';
import { Kept } from './kept';
import { Leafing } from './leafing';
import { forgotten, newer, older, unreadPage } from './past';
import { isSame, LOBBY, Place } from './place';
import { ReadMarks } from './read-marks';
import { Sending } from './sending';
import { isUnconfirmed } from './stages';
import { EMPTY, heeded, Room, roomAt, State, titleOf } from './state';
import { strangers, watched } from './strangers';

/** Most people that one frame asks for. */
const ASKED_AT_ONCE = 200;
/** Who is on the screen is told at most so often (ms). */
const SETTLED = 1_000;

/** A page to turn to: before or after what is shown, where what was not read begins, the one refused, or the last. */
export type Page = 'older' | 'newer' | 'unread' | 'again' | 'newest';

/**
 * Everything the client knows, and the verbs that change it. The only writer of its state; what it hears it applies
 * with pure functions, then sends what that calls for.
 */
@Injectable({ providedIn: 'root' })
export class Store implements Listener {
  private readonly socket = inject(Socket);
  private readonly world = inject(WORLD);
  private readonly document = inject(DOCUMENT);
  private readonly kept = inject(Kept);
  private readonly whoAmI = inject(WhoAmI);

  private readonly all = signal(EMPTY);
  private readonly at = signal<Place>(LOBBY);
  private readonly isWelcome = signal(false);
  private readonly obstacle = signal<string | undefined>(undefined);
  private readonly looking = signal(true);
  private readonly turnedOut = signal(false);
  private readonly lasting = signal(true);
  private readonly parted = signal(false);
  private readonly asked = new Set<PersonId>();
  private readonly watching = new Map<RoomId, string>();
  private settling = false;
  private readonly sending = new Sending(this.world, inject(BROWSER), {
    state: this.all,
    isReady: this.isWelcome,
    show: (outbox, isLasting) => {
      this.change((state) => ({ ...state, outbox }));
      this.lasting.set(isLasting);
      this.hurry();
    },
    send: (message) => {
      this.socket.send(message);
    },
    join: (place) => {
      this.joinIfNeeded(place);
    },
    signedOut: () => {
      this.part();
    },
  });

  private readonly access: Access = {
    state: this.all,
    isReady: this.isWelcome,
    change: (by) => {
      this.change(by);
    },
    send: (message) => {
      this.socket.send(message);
    },
  };
  private readonly leafing = new Leafing(this.world.clock, this.access);
  private readonly acting = new Acting(this.world, this.access);
  private readonly marks = new ReadMarks(this.world.clock, this.access);

  readonly state = this.all.asReadonly();
  /** Where the person is. */
  readonly place = this.at.asReadonly();
  /** The room there, if there is one yet. */
  readonly room = computed(() => roomAt(this.all(), this.at()));
  /** Whether the server has said welcome on the connection that stands. */
  readonly ready = this.isWelcome.asReadonly();
  /** Why the server lets no socket in, in its words. */
  readonly whyClosed = this.obstacle.asReadonly();
  /** Whether the page is on somebody's screen. */
  readonly attentive = this.looking.asReadonly();
  /** Whether what is unsent outlasts this tab. */
  readonly isLasting = this.lasting.asReadonly();
  /** Whether the person has signed out: this page is not theirs any more. */
  readonly isGone = this.parted.asReadonly();
  /** Whether so much is unsent that nothing more can be said. */
  readonly isFull = computed(() => this.all().outbox.length >= MOST);
  /** Whether the person was in the room where they are and is not any more. */
  readonly isTurnedOut = this.turnedOut.asReadonly();

  /** Begins to talk as this person. */
  start(me: Person): void {
    this.change((state) => ({ ...state, me, people: new Map(state.people).set(me.id, me) }));
    this.looking.set(this.document.visibilityState === 'visible');
    onWake(this.document, () => {
      this.looking.set(this.document.visibilityState === 'visible');
      this.hurry();
      this.socket.wake();
    });
    this.document.defaultView?.addEventListener('pagehide', () => {
      this.marks.tell(); // there is no later
    });
    this.sending.own(me.id);
    this.hurry();
    this.socket.start(this);
  }

  /** Goes to a place; a public room is joined if it is not yet. What was read back of the one before is let go. */
  go(place: Place): void {
    const left = this.room();
    this.leafing.stop();
    this.at.set(place);
    if (left && left.id !== this.room()?.id) {
      this.forget(left.id);
    }
    this.turnedOut.set(false);
    this.joinIfNeeded(place);
  }

  /** The place where the person is has another name. */
  moveTo(place: Place): void {
    this.at.set(place);
  }

  /** Joins a public room, or asks again after a refusal. */
  join(place: Place): void {
    const joining = { place, ref: freshRef() };
    this.change((state) => ({
      ...state,
      joining: [...state.joining.filter((other) => !isSame(other.place, place)), joining],
    }));
    this.sendIfReady({ type: 'join', ref: joining.ref, recipient: place });
  }

  /** Turns an invitation down. */
  decline(id: RoomId): void {
    this.sendIfReady({ type: 'decline', ref: freshRef(), recipient: id });
  }

  /** Leaves a room. */
  leave(place: Place): void {
    this.change((state) => ({ ...state, joining: state.joining.filter((other) => !isSame(other.place, place)) }));
    this.sendIfReady({ type: 'leave', ref: freshRef(), recipient: this.recipient(place) });
  }

  /** Says something at the place where the person is, perhaps as a reply. It is shown at once and sent as soon as it can be. */
  say(content: string, thread?: number): void {
    this.sending.say(this.at(), content, thread);
  }

  /** Sends again what was refused. */
  retry(ref: string): void {
    this.sending.retry(ref);
  }

  /** Sends in other words what was refused. */
  edit(ref: string, content: string): void {
    this.sending.edit(ref, content);
  }

  /** Takes back what was refused. */
  discard(ref: string): void {
    this.sending.discard(ref);
  }

  /** Turns to another page of what was said in a room, as soon as that can be had. */
  turn(id: RoomId, to: Page): void {
    switch (to) {
      case 'older':
        this.leafing.turn(id, older);
        break;
      case 'unread':
        this.leafing.turn(id, unreadPage);
        break;
      case 'newer':
        this.leafing.turn(id, newer);
        break;
      case 'again':
        this.leafing.again(id);
        break;
      case 'newest':
        this.forget(id);
        break;
    }
  }

  /** Shows what is around a message, or from a time on, at the place where the person is. */
  seek(leaf: Leaf): void {
    this.leafing.seek(this.at(), leaf);
  }

  /** All that has come to this room has been seen. */
  look(id: RoomId): void {
    this.marks.look(id);
  }

  /** From this entry of a room on, all is to be unread again, on every device. */
  takeBack(id: RoomId, seq: number): void {
    this.marks.takeBack(id, seq);
  }

  /** Does something to a message. It is shown at once and sent as soon as it can be. */
  act(id: RoomId, target: number, deed: Deed): void {
    this.acting.act(id, target, deed);
    this.hurry();
  }

  /** An edit that was refused is not wanted any more. */
  discardAct(ref: string): void {
    this.acting.discard(ref);
  }

  /** Takes another name, as a guest. @throws NotTaken if the server refuses it */
  async rename(name: string): Promise<void> {
    const { person } = await this.whoAmI.choose(name);
    if (person) {
      this.change((state) => apply(state, { type: 'person', ...person }, this.now()));
      this.kept.write('name', person.name);
    }
  }

  /**
   * Ends being this person in this browser, whatever is unsent.
   *
   * @throws NotTaken if the server does not do it: then all is as it was
   */
  async signOut(): Promise<void> {
    this.socket.stop(); // the server closes it, which would take this page away before all is forgotten
    this.disconnected();
    try {
      await this.whoAmI.leave();
    } catch (e) {
      this.socket.start(this);
      throw e;
    }
    this.kept.forget('name');
    this.sending.forget();
    this.part();
  }

  /** Connects now instead of later. */
  reconnect(): void {
    this.socket.retry();
  }

  /** The complaint has been read. */
  dismiss(): void {
    this.change(heeded);
  }

  heard(messages: readonly ServerMessage[]): void {
    const { outbox } = this.all();
    for (const message of messages) {
      if (message.type === 'welcome') {
        this.greet(message);
      } else {
        const before = this.room();
        this.change((state) => apply(state, message, this.now()));
        if (message.type === 'left' && before && !this.room()) {
          this.turnOut(before);
        }
      }
    }
    this.mend();
    this.meet();
    this.marks.soon();
    const refusals = messages.filter((message): message is Refused => message.type === 'refused');
    this.sending.heard(outbox, refusals);
    this.acting.heard(refusals);
    this.leafing.heard(refusals);
    if (messages.some(({ type }) => type === 'presence')) {
      this.settle();
    }
  }

  lost(code: number): void {
    if (code === SIGNED_OUT) {
      this.part();
      return;
    }
    const wasWelcome = this.isWelcome();
    this.disconnected();
    if (!wasWelcome) {
      void whyNot(this.document.baseURI, this.document.location.origin).then((text) => {
        this.obstacle.set(this.isWelcome() ? undefined : text);
      });
    }
  }

  private disconnected(): void {
    this.isWelcome.set(false);
    this.asked.clear();
    this.watching.clear();
    this.marks.end();
    this.sending.end();
  }

  /** The page is not this person's any more. */
  private part(): void {
    this.parted.set(true);
    this.socket.stop();
    this.sending.close();
  }

  private greet(welcome: Welcome): void {
    const before = this.all();
    const rejoin = lostPlaces(before, welcome);
    this.obstacle.set(undefined);
    this.change((state) => apply(state, welcome, this.now()));
    this.sending.own(welcome.person.id);
    this.isWelcome.set(true);
    this.resume();
    for (const { place, refusal } of this.all().joining) {
      if (refusal === undefined) {
        this.join(place);
      }
    }
    for (const place of [...rejoin, this.at()]) {
      this.joinIfNeeded(place);
    }
    this.sending.begin(welcome.limits.rate, welcome.limits.burst);
    this.marks.begin();
    this.keepName(before.me, welcome.person);
  }

  /** A guest whom the server no longer knows gets back the name that they chose. */
  private keepName(before: Person | undefined, now: Person): void {
    if (before && before.id !== now.id && before.guest && now.guest && before.name !== now.name) {
      this.rename(before.name).catch((e: unknown) => {
        if (!(e instanceof NotTaken)) {
          throw e;
        }
        const complaint = `You are ${now.name} now. ${e.message}`;
        this.change((state) => ({ ...state, complaint }));
      });
    }
  }

  private joinIfNeeded(place: Place): void {
    const known = roomAt(this.all(), place) ?? this.all().joining.find((other) => isSame(other.place, place));
    if (this.isWelcome() && place.startsWith('#') && !known) {
      this.join(place);
    }
  }

  /** Tells the server how far each room has been heard: it answers for every room that the person is in. */
  private resume(): void {
    const { rooms, notes } = this.all();
    this.socket.send({
      type: 'resume',
      positions: [...rooms.values()].flatMap(({ id, position }) => (position ? [{ room: id, ...position }] : [])),
      ...(notes.position ? { notes: notes.position } : {}),
    });
  }

  /** Asks once for what is missing. */
  private mend(): void {
    const torn = [...this.all().rooms.values()].filter(({ hole }) => hole === 'noticed');
    if (torn.length) {
      this.change((state) => ({
        ...state,
        rooms: new Map([
          ...state.rooms,
          ...torn.map((room) => [room.id, { ...room, hole: 'asked' as const }] as const),
        ]),
      }));
      this.resume();
    }
  }

  /** Asks who the people are that nobody has named yet. */
  private meet(): void {
    const ids = strangers(this.all()).filter((id) => !this.asked.has(id));
    for (let i = 0; i < ids.length; i += ASKED_AT_ONCE) {
      this.socket.send({ type: 'person', people: ids.slice(i, i + ASKED_AT_ONCE) });
    }
    for (const id of ids) {
      this.asked.add(id);
    }
  }

  /** Whoever leaves by themselves goes elsewhere at once, and does not need to be told. */
  private turnOut(room: Room): void {
    const name = room.name ?? titleOf(this.all(), room) ?? 'this room';
    this.change((state) => ({ ...state, complaint: `You are not in ${name} any more.` }));
    this.turnedOut.set(true);
  }

  private hurry(): void {
    this.socket.hurry(this.looking() || this.all().outbox.some(isUnconfirmed) || this.all().acts.some(isUnanswered));
  }

  /** Tells who is on the screen, once things have settled. */
  private settle(): void {
    if (!this.settling) {
      this.settling = true;
      this.world.clock.after(SETTLED, () => {
        this.settling = false;
        this.watch();
      });
    }
  }

  private watch(): void {
    const room = this.room();
    const people = room ? watched(this.all(), room) : [];
    if (room && people.length && this.isWelcome() && this.watching.get(room.id) !== people.join()) {
      this.watching.set(room.id, people.join());
      this.socket.send({ type: 'presence', recipient: room.id, people });
    }
  }

  /** Lets go of what was read back of a room. */
  private forget(id: RoomId): void {
    const room = this.all().rooms.get(id);
    if (room) {
      this.change((state) => ({ ...state, rooms: new Map(state.rooms).set(id, forgotten(room)) }));
    }
  }

  private recipient(place: Place): string {
    return roomAt(this.all(), place)?.id ?? place;
  }

  private sendIfReady(message: Parameters<Socket['send']>[0]): void {
    if (this.isWelcome()) {
      this.socket.send(message);
    }
  }

  private now(): string {
    return new Date().toISOString();
  }

  private change(by: (state: State) => State): void {
    this.all.update(by);
  }
}
