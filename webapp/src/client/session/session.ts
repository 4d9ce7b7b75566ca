import { Cell, Watched } from '../cell';
import { Leaf, Person, Reason, Refused, RoomId, ServerMessage, Settings, Welcome } from '../message/message';
import { Browser } from '../outbox/browser';
import { SIGNED_OUT } from '../socket/come-back';
import { Listener, Socket, World } from '../socket/socket';
import { Deed, isUnanswered } from '../state/acts';
import { apply, lostPlaces } from '../state/apply';
import { forgotten, newer, older, unreadPage } from '../state/past';
import { peeked } from '../state/peeks';
import { threadPlace } from '../state/drafts';
import { LOBBY, Place, Topic } from '../state/place';
import { isUnconfirmed } from '../state/stages';
import { Complaint, EMPTY, heeded, Room, roomAt, State } from '../state/state';
import { thrifty } from '../state/thrift';
import { Access } from './access';
import { Acting } from './acting';
import { Answer, Asking, Question } from './asking';
import { Company } from './company';
import { Drafting } from './drafting';
import { Leafing } from './leafing';
import { Noting } from './noting';
import { Obstacle } from './obstacle';
import { ReadMarks } from './read-marks';
import { Recalling } from './recalling';
import { Resuming } from './resuming';
import { Rooming } from './rooming';
import { Hold, Sending } from './sending';
import { Siding } from './siding';
import { Typing } from './typing';

/** What a session asks of those around it. */
export interface Host {
  /** Why the server lets no socket in, if that can be found out. */
  whyClosed?(): Promise<Reason | undefined>;
  /** The guest that one was is forgotten, with this name: the new one may want it. */
  nameLost?(name: string, now: Person): void;
}

/** A page to turn to: before or after what is shown, where what was not read begins, the one refused, or the last. */
export type Page = 'older' | 'newer' | 'unread' | 'again' | 'newest';

/**
 * Everything that one client of the server knows, and the verbs that change it. The only writer of its state; what it
 * hears it applies with pure functions, then sends what that calls for. Single-threaded.
 */
export class Session implements Listener {
  private readonly socket: Socket;
  private readonly all = new Cell<State>(EMPTY);
  private readonly at = new Cell<Place>(LOBBY);
  private readonly isWelcome = new Cell(false);
  private readonly looking = new Cell(true);
  private readonly turnedOut = new Cell(false);
  private readonly lasting = new Cell(true);
  private readonly parted = new Cell(false);
  private readonly holding = new Cell<Hold | undefined>(undefined);
  private readonly sending: Sending;
  private readonly rooming: Rooming;
  private readonly resuming: Resuming;
  private readonly leafing: Leafing;
  private readonly siding: Siding;
  private readonly acting: Acting;
  private readonly marks: ReadMarks;
  private readonly drafting: Drafting;
  private readonly noting: Noting;
  private readonly company: Company;
  private readonly recalling: Recalling;
  private readonly asking: Asking;
  private readonly typing: Typing;
  private readonly obstacle: Obstacle;

  readonly state: Watched<State> = this.all;
  /** Where the person is. */
  readonly place: Watched<Place> = this.at;
  /** Whether the server has said welcome on the connection that stands. */
  readonly ready: Watched<boolean> = this.isWelcome;
  /** Why the server lets no socket in. */
  readonly whyClosed: Obstacle['why'];
  /** Whether what it shows is on somebody's screen. */
  readonly attentive: Watched<boolean> = this.looking;
  /** Whether what is unsent outlasts this program, or tab. */
  readonly isLasting: Watched<boolean> = this.lasting;
  /** Why what is unsent waits, though there is a connection. */
  readonly hold: Watched<Hold | undefined> = this.holding;
  /** Whether the person has signed out: this session is not theirs any more. */
  readonly isGone: Watched<boolean> = this.parted;
  /** Whether the person was in the room where they are and is not any more. */
  readonly isTurnedOut: Watched<boolean> = this.turnedOut;
  /** How things stand with the connection. */
  readonly link: Socket['link'];

  constructor(
    world: World,
    browser: Browser,
    private readonly host: Host = {},
  ) {
    this.socket = new Socket(world);
    this.link = this.socket.link;
    this.obstacle = new Obstacle({
      why: () => host.whyClosed?.() ?? Promise.resolve(undefined),
      isReady: this.isWelcome.get,
      soon: () => {
        this.socket.soon();
      },
    });
    this.whyClosed = this.obstacle.why;
    this.sending = new Sending(world, browser, {
      state: this.all.get,
      isReady: this.isWelcome.get,
      show: (outbox, isLasting) => {
        this.change((state) => ({ ...state, outbox }));
        this.lasting.set(isLasting);
        this.hurry();
      },
      hold: (hold) => {
        this.holding.set(hold);
      },
      send: (message) => {
        this.socket.send(message);
      },
      join: (place) => {
        this.rooming.joinIfNeeded(place);
      },
      signedOut: () => {
        this.part();
      },
    });
    const access: Access = {
      state: this.all.get,
      isReady: this.isWelcome.get,
      change: (by) => {
        this.change(by);
      },
      send: (message) => {
        this.socket.send(message);
      },
    };
    this.rooming = new Rooming(access);
    this.resuming = new Resuming(access);
    this.leafing = new Leafing(world.clock, access);
    this.siding = new Siding(world.clock, access, () => this.room());
    this.acting = new Acting(world, access);
    this.marks = new ReadMarks(world.clock, access);
    this.drafting = new Drafting(world.clock, access, browser.drafts);
    this.noting = new Noting(access);
    this.company = new Company(world.clock, access, () => this.room());
    this.recalling = new Recalling(world.clock, browser, access, () => this.room());
    this.all.watch(() => {
      this.recalling.soon();
    });
    this.asking = new Asking(access);
    this.typing = new Typing(world.clock, access, () => this.room());
  }

  /** The room where the person is, if there is one yet. */
  room(): Room | undefined {
    return roomAt(this.all.get(), this.at.get());
  }

  /**
   * Begins to talk, as whoever the server takes it for; as this person even before it says so, with what the browser
   * remembers of their rooms; calls `shown` once that is there, or there is nothing that could be.
   */
  start(me?: Person, shown: () => void = () => undefined): void {
    this.hurry();
    if (!me) {
      this.socket.start(this);
      shown();
      return;
    }
    this.change((state) => ({ ...state, me, people: new Map(state.people).set(me.id, me) }));
    this.sending.own(me.id);
    this.drafting.own(me.id);
    this.recalling.begin(me.id, () => {
      if (!this.parted.get()) {
        this.socket.start(this);
        shown();
      }
    });
  }

  /** Somebody looks at it, or not any more; or it may just have slept. */
  wake(isLooking: boolean): void {
    this.looking.set(isLooking);
    this.drafting.tell();
    if (!isLooking) {
      this.recalling.keep(); // from now on it may be ended without a word
    }
    this.hurry();
    this.socket.wake();
  }

  /** It may end at any moment: tells at once what it has put off. */
  hide(): void {
    this.marks.tell();
    this.drafting.tell();
    this.recalling.keep();
  }

  /** Goes to a place; a public room is joined if it is not yet. What was read back of the one before is let go. */
  go(place: Place): void {
    const left = this.room();
    this.leafing.stop();
    this.drafting.tell();
    this.at.set(place);
    if (left && left.id !== this.room()?.id) {
      this.forget(left.id);
      this.siding.close(left.id);
    }
    this.turnedOut.set(false);
    this.rooming.joinIfNeeded(place);
  }

  /** The place where the person is has another name. */
  moveTo(place: Place): void {
    this.drafting.move(this.at.get(), place);
    this.at.set(place);
  }

  /** Joins a public room, or asks again after a refusal. */
  join(place: Place): void {
    this.rooming.join(place);
  }

  /** Turns an invitation down. */
  decline(id: RoomId): void {
    this.rooming.decline(id);
  }

  /** Leaves a room. */
  leave(place: Place): void {
    this.rooming.leave(place);
  }

  /** This stands where the person writes now, or in a thread there, and is not said yet. */
  write(text: string, thread?: number): void {
    const room = this.room();
    if (thread === undefined) {
      this.typing.write(text);
      this.drafting.write(this.at.get(), text);
    } else if (room) {
      this.drafting.write(threadPlace(room.id, thread), text);
    }
  }

  /** The person writes no more for now. */
  rest(): void {
    this.drafting.tell();
  }

  /** Says something at the place where the person is, perhaps as a reply. It is shown at once and sent as soon as it can be. */
  say(content: string, thread?: number): void {
    this.typing.rest();
    this.sending.say(this.at.get(), content, thread);
  }

  /** Says something at another place. */
  tell(place: Place, content: string): void {
    this.sending.say(place, content);
  }

  /** Sets something of a room. */
  set(id: RoomId, settings: Settings): void {
    this.rooming.set(id, settings);
  }

  /** Asks a person into a room. */
  invite(id: RoomId, person: Place): void {
    this.rooming.invite(id, person);
  }

  /** Asks the server for something once, and tells what came of it. */
  ask(question: Question, isAnswer?: (message: ServerMessage) => boolean): Promise<Answer> {
    return this.asking.ask(question, isAnswer);
  }

  /** Has messages of a room read that may not be held, for an excerpt; whether they were. */
  async peek(room: RoomId, leaf: Leaf, limit: number): Promise<boolean> {
    const answer = await this.ask({ type: 'page', recipient: room, ...leaf, limit });
    const page = answer.is === 'answered' && answer.by.type === 'page' ? answer.by : undefined;
    if (page) {
      this.change((state) => ({ ...state, peeks: peeked(state.peeks, page) }));
    }
    return !!page;
  }

  /** Nobody looks at excerpts any more. */
  unpeek(): void {
    this.change((state) => ({ ...state, peeks: EMPTY.peeks }));
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
    this.leafing.seek(this.at.get(), leaf);
  }

  /** Reads a thread, or what is pinned, beside the room where the person is; nothing, to have done with that. */
  openBeside(topic: Topic | undefined): void {
    this.siding.open(topic);
  }

  /** Reads on in what is beside a room: the page before what is shown, or the one refused. */
  turnBeside(id: RoomId, to: 'older' | 'again'): void {
    if (to === 'older') {
      this.siding.turn(id);
    } else {
      this.siding.again(id);
    }
  }

  /** All that has come to this thread of a room has been seen. */
  lookAt(id: RoomId, thread: number): void {
    this.marks.lookAt(id, thread);
  }

  /** All that has come to this room has been seen. */
  look(id: RoomId): void {
    this.marks.look(id);
  }

  /** All that has come to this room and to its threads counts as read. */
  lookAtAll(id: RoomId): void {
    this.marks.lookAtAll(id);
  }

  /** From this entry of a room on, all is to be unread again, on every device. */
  takeBack(id: RoomId, seq: number): void {
    this.marks.takeBack(id, seq);
  }

  /** Has one of the person's notes say this on all of their devices; without a value, has it gone. */
  note(key: string, value?: string): void {
    this.noting.write(key, value);
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

  /** The person has another name now, or is another guest. */
  becomes(person: Person): void {
    this.change((state) => apply(state, { type: 'person', ...person }, this.now()));
  }

  /** Says something that belongs to nothing on the screen, until it has been read. */
  complain(complaint: Complaint): void {
    this.change((state) => ({ ...state, complaint }));
  }

  /** Ends the connection, and makes none before `connect`. */
  disconnect(): void {
    this.socket.stop();
    this.disconnected();
  }

  /** Connects again. */
  connect(): void {
    this.socket.start(this);
  }

  /** Ends for good: what is unsent is forgotten, in the person's other tabs too, and what is begun. */
  forgetAll(): void {
    this.sending.forget();
    this.drafting.forget();
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
    const { outbox } = this.all.get();
    for (const message of messages) {
      if (message.type === 'welcome') {
        this.greet(message);
      } else {
        const before = this.room();
        if (message.type !== 'refused' || !this.asking.isAwaited(message)) {
          this.change((state) => apply(state, message, this.now()));
        }
        if (message.type === 'left' && before && !this.room()) {
          this.turnOut(before);
        }
      }
    }
    this.resuming.mend();
    this.change((state) => thrifty(state, this.room()?.id));
    this.recalling.heard(messages);
    this.company.heard(messages);
    this.asking.heard(messages);
    this.marks.soon();
    this.drafting.heard(messages);
    const refusals = messages.filter((message): message is Refused => message.type === 'refused');
    this.sending.heard(outbox, refusals);
    this.acting.heard(refusals);
    this.noting.heard(refusals);
    this.leafing.heard(refusals);
    this.siding.heard(refusals);
  }

  lost(code: number): void {
    if (code === SIGNED_OUT) {
      this.part();
      return;
    }
    const wasWelcome = this.isWelcome.get();
    this.disconnected();
    if (!wasWelcome) {
      void this.obstacle.look();
    }
  }

  private disconnected(): void {
    this.isWelcome.set(false);
    this.company.end();
    this.asking.end();
    this.marks.end();
    this.drafting.end();
    this.noting.end();
    this.sending.end();
  }

  /** The page is not this person's any more. */
  private part(): void {
    this.parted.set(true);
    this.socket.stop();
    this.sending.close();
    this.drafting.close();
    this.recalling.discard();
  }

  private greet(welcome: Welcome): void {
    const before = this.all.get();
    const rejoin = lostPlaces(before, welcome);
    this.obstacle.gone();
    this.change((state) => apply(state, welcome, this.now()));
    this.sending.own(welcome.person.id);
    this.drafting.own(welcome.person.id);
    this.recalling.own(welcome.person.id);
    this.isWelcome.set(true);
    this.resuming.resume();
    this.rooming.begin([...rejoin, this.at.get()]);
    this.sending.begin(welcome.limits.rate, welcome.limits.burst);
    this.marks.begin();
    this.drafting.begin();
    this.noting.tell();
    this.keepName(before.me, welcome.person);
  }

  /** A guest whom the server no longer knows may get back the name that they chose. */
  private keepName(before: Person | undefined, now: Person): void {
    if (before && before.id !== now.id && before.guest && now.guest && before.name !== now.name) {
      this.host.nameLost?.(before.name, now);
    }
  }

  /** Whoever leaves by themselves goes elsewhere at once, and does not need to be told. */
  private turnOut(room: Room): void {
    this.complain({ is: 'removed', room });
    this.turnedOut.set(true);
  }

  private hurry(): void {
    this.socket.hurry(
      this.looking.get() || this.all.get().outbox.some(isUnconfirmed) || this.all.get().acts.some(isUnanswered),
    );
  }

  /** Lets go of what was read back of a room. */
  private forget(id: RoomId): void {
    const room = this.all.get().rooms.get(id);
    if (room) {
      this.change((state) => ({ ...state, rooms: new Map(state.rooms).set(id, forgotten(room)) }));
    }
  }

  private now(): string {
    return new Date().toISOString();
  }

  private change(by: (state: State) => State): void {
    this.all.set(by(this.all.get()));
  }
}
