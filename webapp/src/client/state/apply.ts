import {
  AnyEntry,
  Joined,
  Left,
  Named,
  Page,
  Person,
  PersonId,
  Presence,
  ReadingState,
  Refused,
  Reset,
  RoomInfo,
  Said,
  ServerMessage,
  Stored,
  Typing,
  Welcome,
} from '../message/message';
import { heardActs, refusedActs, storedActs, unansweredActs } from './acts';
import { held } from './amend';
import { confirmed, stageOf, staged, unanswered, unheard, without } from './stages';
import { isSame, Place } from './place';
import { NO_NOTES, noted } from './notes';
import { amendedPeeks } from './peeks';
import { amendedRoom, bounded, forgotten, turned, unturned } from './past';
import { counted, tallied } from './reading';
import { happened, traits } from './settle';
import { sidedAfresh, sideTurned, sideUnsent, sideUnturned } from './side';
import { lossOf } from './spot';
import { EMPTY, Room, State } from './state';

/** Most comings and goings held of a room. */
const NOTICES = 50;

/** What the client knows once it has heard this. `at` is when, as an RFC 3339 text. */
export function apply(state: State, message: ServerMessage, at: string): State {
  switch (message.type) {
    case 'welcome':
      return welcomed(state, message);
    case 'reset':
      return reset(state, message);
    case 'message':
      return entered(confirm(state, message), message);
    case 'edit':
    case 'delete':
    case 'reaction':
    case 'pin':
    case 'settings':
    case 'membership':
    case 'unknown':
      return entered(state, message);
    case 'invitations':
      return { ...state, people: known(state, message.people), invitations: message.invitations };
    case 'state':
      return read(state, message);
    case 'notes':
      return { ...state, notes: noted(state.notes, message) };
    case 'page':
      return leafed(state, message);
    case 'stored':
      return stored(state, message);
    case 'typing':
      return written(state, message);
    case 'rooms':
    case 'members':
    case 'mentions':
      return state; // whoever asked has the answer
    case 'joined':
      return noticed(state, message, true, at);
    case 'left':
      return message.person === state.me?.id ? gone(state, message) : noticed(state, message, false, at);
    case 'person':
      return named(state, message);
    case 'presence':
      return present(state, message);
    case 'refused':
      return refused(state, message);
    case 'ping':
    case 'pong':
      return state;
  }
}

/**
 * The public rooms that were held and are not any more because the server started anew: its lobby is another one.
 * A room that only is not among the person's any more was left on another device, and stays left.
 */
export function lostPlaces(state: State, { rooms }: Welcome): readonly Place[] {
  const known = new Set(rooms.map(({ id }) => id));
  const held = [...state.rooms.values()];
  const anew = held.some(({ id, name }) => name === '#lobby' && !known.has(id));
  return anew
    ? held.flatMap(({ name }) =>
        name && !rooms.some((room) => room.name && isSame(room.name as Place, name)) ? [name] : [],
      )
    : [];
}

function welcomed(state: State, welcome: Welcome): State {
  const rooms = welcome.rooms.map((info) => told(state.rooms.get(info.id), info));
  return {
    ...EMPTY,
    me: welcome.person,
    limits: welcome.limits,
    people: known(state, [...welcome.people, welcome.person]),
    rooms: new Map(rooms.map((room) => [room.id, room])),
    joining: state.joining.filter(
      ({ place }) => !rooms.some(({ id, name }) => id === place || (name && isSame(name, place))),
    ),
    invitations: welcome.invitations,
    outbox: unanswered(state.outbox),
    notes: state.me?.id === welcome.person.id ? state.notes : NO_NOTES,
    drafts: state.me?.id === welcome.person.id ? state.drafts : EMPTY.drafts,
    acts: state.me?.id === welcome.person.id ? unansweredActs(state.acts) : [],
  };
}

function known(state: State, people: readonly Person[]): State['people'] {
  return new Map([...state.people, ...people.map((person) => [person.id, person] as const)]);
}

/** What is held of a room, with what the server now tells of it. Until the server counts, what was there counts as seen. */
function told(before: Room | undefined, info: RoomInfo): Room {
  const { position, from, entries, notices, happenings, past, asking, count, here, seen, reading, news, readThreads } =
    before ?? {
      position: undefined,
      from: info.seq,
      entries: [],
      notices: [],
      happenings: [],
      past: undefined,
      asking: undefined,
      count: 0,
      here: [],
      seen: info.seq,
      reading: undefined,
      news: [],
      readThreads: new Map(),
    };
  return {
    id: info.id,
    kind: info.kind,
    ...(info.name === undefined ? {} : { name: info.name as Place }),
    ...traits(info),
    people: info.people ?? [],
    ...(position ? { position } : {}),
    end: info.seq,
    from,
    entries,
    notices,
    happenings,
    ...(past ? { past } : {}),
    ...(before ? sideUnsent(before) : {}),
    ...(asking ? { asking: { ...asking, isSent: false, heard: [] } } : {}),
    count,
    here,
    seen,
    ...(reading ? { reading } : {}),
    news,
    readThreads,
    ...(before?.isRecalled ? { isRecalled: true } : {}),
  };
}

function reset(state: State, { room: info, seq, mark }: Reset): State {
  const before = state.rooms.get(info.id);
  const isNew = !before && (info.kind === 'direct' || info.kind === 'group');
  const room: Room = {
    ...forgotten(told(before, info)),
    position: { seq, mark },
    from: seq,
    entries: [],
    notices: [],
    happenings: [],
    seen: isNew ? seq : Math.min(before?.seen ?? info.seq, info.seq),
    news: [],
    ...(before?.reading ? { stale: true } : {}),
  };
  return {
    ...state,
    rooms: new Map(state.rooms).set(room.id, sidedAfresh(room)),
    joining: state.joining.filter(({ place }) => place !== room.id && (!room.name || !isSame(place, room.name))),
    outbox: unheard(state.outbox, room),
  };
}

function read(state: State, { rooms }: ReadingState): State {
  return rooms.reduce((before, reading) => {
    const room = before.rooms.get(reading.room);
    return room ? withRoom(before, counted(room, reading)) : before;
  }, state);
}

function stored(state: State, answer: Stored): State {
  const heard = state.rooms.get(answer.recipient)?.position?.seq ?? 0;
  return { ...state, outbox: confirmed(state, answer), acts: storedActs(state.acts, answer, heard) };
}

function leafed(state: State, page: Page): State {
  const before = state.rooms.get(page.recipient);
  if (!before) {
    return state;
  }
  const room = sideTurned(turned(before, page, state.me?.id), page, state.me?.id);
  const complaint = room.spot === before.spot ? undefined : lossOf(room);
  return { ...withRoom(state, room), ...(complaint ? { complaint } : {}) };
}

function confirm(state: State, { sender, ref }: Said): State {
  return ref !== undefined && sender === state.me?.id ? { ...state, outbox: without(state.outbox, ref) } : state;
}

/** An entry counts once, and only when it is the next; another one further on shows that some are missing. */
function entered(state: State, entry: AnyEntry): State {
  const room = state.rooms.get(entry.recipient);
  if (!room?.position || entry.seq <= room.position.seq) {
    return state;
  }
  if (entry.seq > room.position.seq + 1) {
    return withRoom(state, { ...room, hole: room.hole ?? 'noticed' });
  }
  const { hole, ...whole } = room;
  const heard = tallied(
    withEntry(
      { ...whole, ...(hole === 'noticed' ? { hole } : {}), position: { seq: entry.seq, mark: entry.mark } },
      entry,
    ),
    entry,
    state.me?.id,
  );
  const own = entry.type !== 'unknown' && entry.sender === state.me?.id ? entry.ref : undefined;
  return {
    ...withRoom(state, heard),
    outbox: unheard(state.outbox, heard),
    acts: heardActs(state.acts, entry, own),
    peeks: amendedPeeks(state.peeks, entry),
  };
}

function withEntry(room: Room, entry: AnyEntry): Room {
  switch (entry.type) {
    case 'message':
      return bounded(said(room, entry));
    case 'edit':
    case 'delete':
    case 'reaction':
    case 'pin':
      return amendedRoom(room, entry);
    case 'settings':
    case 'membership':
      return bounded(happened(room, entry));
    case 'unknown':
      return room;
  }
}

/** A reply is counted in its thread, too; one that is deleted already is not. */
function said(room: Room, entry: Said): Room {
  const counted = entry.thread === undefined || entry.deleted ? room : amendedRoom(room, entry);
  return { ...rested(counted, entry.sender), entries: [...counted.entries, held(entry)] };
}

/** What somebody was writing has come. */
function rested(room: Room, sender: PersonId): Room {
  const { typing } = room;
  return typing ? { ...room, typing: { ...typing, people: typing.people.filter((id) => id !== sender) } } : room;
}

function written(state: State, { recipient, people, several }: Typing): State {
  const room = state.rooms.get(recipient);
  return room ? withRoom(state, { ...room, typing: { people, ...(several ? { several } : {}) } }) : state;
}

function noticed(state: State, { recipient, person }: Joined | Left, came: boolean, at: string): State {
  const room = state.rooms.get(recipient);
  if (!room?.position || person === state.me?.id || isMembership(room, person)) {
    return state;
  }
  const id = (room.notices.at(-1)?.id ?? 0) + 1;
  const notice = { id, after: room.position.seq, person, came, at };
  return withRoom(state, { ...room, notices: [...room.notices, notice].slice(-NOTICES) });
}

/** Whether the coming or going of somebody was just told as their joining or leaving of the room. */
function isMembership({ happenings }: Room, person: PersonId): boolean {
  const last = happenings.at(-1);
  return last?.type === 'membership' && last.person === person;
}

function gone(state: State, { recipient }: Left): State {
  const rooms = new Map(state.rooms);
  rooms.delete(recipient);
  return { ...state, rooms };
}

function named(state: State, { id, name, guest }: Named): State {
  const person = { id, name, guest };
  return {
    ...state,
    ...(state.me?.id === id ? { me: person } : {}),
    people: new Map(state.people).set(id, person),
  };
}

function present(state: State, { recipient, count, here }: Presence): State {
  const room = state.rooms.get(recipient);
  return room ? withRoom(state, { ...room, count, here }) : state;
}

function refused(state: State, refusal: Refused): State {
  const { ref, code, text } = refusal;
  if (ref && state.outbox.some((outgoing) => outgoing.ref === ref)) {
    return { ...state, outbox: staged(state.outbox, ref, stageOf(refusal)) };
  }
  const act = state.acts.find((other) => other.ref === ref);
  if (act) {
    const acts = refusedActs(state.acts, act.ref, refusal);
    return { ...state, acts, ...(acts.length < state.acts.length ? { complaint: { is: 'refused', code, text } } : {}) };
  }
  const asked = [...state.rooms.values()].find(({ asking }) => ref && asking?.ref === ref);
  if (asked) {
    return withRoom(state, unturned(asked, refusal));
  }
  const beside = [...state.rooms.values()].find(({ side }) => ref && side?.asking?.ref === ref);
  if (beside) {
    return withRoom(state, sideUnturned(beside, refusal));
  }
  if (ref && state.joining.some((joining) => joining.ref === ref)) {
    return {
      ...state,
      joining: state.joining.map((joining) =>
        joining.ref === ref ? { ...joining, refusal: { code, text } } : joining,
      ),
    };
  }
  return { ...state, complaint: { is: 'refused', code, text } };
}

function withRoom(state: State, room: Room): State {
  return { ...state, rooms: new Map(state.rooms).set(room.id, room) };
}
