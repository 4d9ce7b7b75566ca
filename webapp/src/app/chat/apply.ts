import {
  Joined,
  Left,
  Named,
  Presence,
  Refused,
  Reset,
  RoomInfo,
  Said,
  ServerMessage,
  UnknownEntry,
  Welcome,
} from '../message/message';
import { confirmed, readdressed, stageOf, staged, unanswered, unheard, without } from './outbox';
import { isSame, Place } from './place';
import { EMPTY, HELD, Room, State } from './state';

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
    case 'unknown':
      return entered(state, message);
    case 'stored':
      return { ...state, outbox: confirmed(state, message) };
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
    people: new Map([
      ...state.people,
      ...[...welcome.people, welcome.person].map((person) => [person.id, person] as const),
    ]),
    rooms: new Map(rooms.map((room) => [room.id, room])),
    joining: state.joining.filter(({ place }) => !rooms.some(({ name }) => name && isSame(name, place))),
    outbox: unanswered(state.outbox),
  };
}

/** What is held of a room, with what the server now tells of it. What was there before it was known counts as seen. */
function told(held: Room | undefined, info: RoomInfo): Room {
  const { position, entries, notices, count, here, seen } = held ?? {
    position: undefined,
    entries: [],
    notices: [],
    count: 0,
    here: [],
    seen: info.seq,
  };
  return {
    id: info.id,
    kind: info.kind,
    ...(info.name === undefined ? {} : { name: info.name as Place }),
    people: info.people ?? [],
    ...(position ? { position } : {}),
    end: info.seq,
    entries,
    notices,
    count,
    here,
    seen,
  };
}

function reset(state: State, { room: info, seq, mark }: Reset): State {
  const held = state.rooms.get(info.id);
  const isNew = !held && info.kind === 'direct';
  const room: Room = {
    ...told(held, info),
    position: { seq, mark },
    entries: [],
    notices: [],
    seen: isNew ? seq : Math.min(held?.seen ?? info.seq, info.seq),
  };
  return {
    ...state,
    rooms: new Map(state.rooms).set(room.id, room),
    joining: state.joining.filter(({ place }) => !room.name || !isSame(place, room.name)),
    outbox: unheard(state.outbox, room),
  };
}

function confirm(state: State, { sender, ref }: Said): State {
  return sender === state.me?.id ? { ...state, outbox: without(state.outbox, ref) } : state;
}

/** An entry counts once, and only when it is the next; another one further on shows that some are missing. */
function entered(state: State, entry: Said | UnknownEntry): State {
  const room = state.rooms.get(entry.recipient);
  if (!room?.position || entry.seq <= room.position.seq) {
    return state;
  }
  if (entry.seq > room.position.seq + 1) {
    return withRoom(state, { ...room, hole: room.hole ?? 'noticed' });
  }
  const { hole, ...whole } = room;
  const heard: Room = {
    ...whole,
    ...(hole === 'noticed' ? { hole } : {}),
    position: { seq: entry.seq, mark: entry.mark },
    entries: entry.type === 'message' ? [...room.entries, held(entry)].slice(-HELD) : room.entries,
  };
  return { ...withRoom(state, heard), outbox: unheard(state.outbox, heard) };
}

function held({ seq, sender, content, at, ref }: Said) {
  return { seq, sender, content, at, ref };
}

function noticed(state: State, { recipient, person }: Joined | Left, came: boolean, at: string): State {
  const room = state.rooms.get(recipient);
  if (!room?.position || person === state.me?.id) {
    return state;
  }
  const id = (room.notices.at(-1)?.id ?? 0) + 1;
  const notice = { id, after: room.position.seq, person, came, at };
  return withRoom(state, { ...room, notices: [...room.notices, notice].slice(-NOTICES) });
}

function gone(state: State, { recipient }: Left): State {
  const rooms = new Map(state.rooms);
  rooms.delete(recipient);
  return { ...state, rooms };
}

function named(state: State, { id, name, guest }: Named): State {
  const before = state.people.get(id);
  const person = { id, name, guest };
  return {
    ...state,
    ...(state.me?.id === id ? { me: person } : {}),
    people: new Map(state.people).set(id, person),
    outbox:
      before && before.name !== name ? readdressed(state.outbox, before.name, name, id, state.me?.id) : state.outbox,
  };
}

function present(state: State, { recipient, count, here }: Presence): State {
  const room = state.rooms.get(recipient);
  return room ? withRoom(state, { ...room, count, here }) : state;
}

function refused(state: State, refusal: Refused): State {
  const { ref, text } = refusal;
  if (ref && state.outbox.some((outgoing) => outgoing.ref === ref)) {
    return { ...state, outbox: staged(state.outbox, ref, stageOf(refusal)) };
  }
  if (ref && state.joining.some((joining) => joining.ref === ref)) {
    return {
      ...state,
      joining: state.joining.map((joining) => (joining.ref === ref ? { ...joining, refusal: text } : joining)),
    };
  }
  return { ...state, complaint: text };
}

function withRoom(state: State, room: Room): State {
  return { ...state, rooms: new Map(state.rooms).set(room.id, room) };
}
