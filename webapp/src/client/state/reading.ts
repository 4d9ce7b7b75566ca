import { AnyEntry, PersonId, Reading } from '../message/message';
import { News, Room } from './state';

/** So many messages that came since the server has counted are held one by one; older ones are only counted. */
const NEWS = 1_000;

type Counted = Pick<Room, 'reading' | 'seen' | 'news'>;

/** How many messages of others have not been read, replies and deleted ones left out; 0 until the server has counted. */
export function unread(room: Counted): number {
  return count(
    room,
    (reading) => reading.unread,
    () => true,
  );
}

/** How many of them name this person, or everyone. */
export function mentions(room: Counted): number {
  return count(
    room,
    (reading) => reading.mentions,
    ({ toMe }) => toMe,
  );
}

/** What was read here and the server does not know of yet is not unread: one always reads to the end. */
function count(
  { reading, seen, news }: Counted,
  of: (reading: Reading) => number,
  which: (one: News) => boolean,
): number {
  return reading
    ? (seen > reading.seq ? 0 : of(reading)) + news.filter((one) => one.seq > seen && which(one)).length
    : 0;
}

/** The room with what the server has counted. What was taken back elsewhere is unread here, too. */
export function counted(room: Room, reading: Reading): Room {
  const isSameTurn = room.reading?.turn === reading.turn;
  const { stale, ...rest } = heardOf(room);
  const waits = stale && reading.asOf < (room.position?.seq ?? 0);
  return {
    ...rest,
    ...(waits ? { stale } : {}),
    reading,
    seen: isSameTurn ? Math.max(room.seen, reading.seq) : reading.seq,
    news: room.news.filter(({ seq }) => seq > reading.asOf),
  };
}

/** It is not only remembered any more. */
function heardOf(room: Room): Room {
  const rest: { -readonly [K in keyof Room]: Room[K] } = { ...room };
  delete rest.isRecalled;
  return rest;
}

/** The room once this has been heard in it: what is edited or deleted may have been counted. */
export function tallied(room: Room, entry: AnyEntry, me: PersonId | undefined): Room {
  switch (entry.type) {
    case 'message':
      return entry.sender === me || entry.thread !== undefined || entry.deleted || isCounted(room, entry.seq)
        ? room
        : added(room, { seq: entry.seq, toMe: !!entry.here || (!!me && !!entry.mentions?.includes(me)) });
    case 'edit':
    case 'delete':
      return entry.sender === me || entry.target <= room.seen ? room : { ...room, stale: true };
    default:
      return room;
  }
}

function isCounted({ reading }: Room, seq: number): boolean {
  return !!reading && seq <= reading.asOf;
}

function added(room: Room, one: News): Room {
  const news = [...room.news, one];
  return news.length > 2 * NEWS ? folded({ ...room, news }) : { ...room, news };
}

function folded(room: Room): Room {
  const old = room.news.slice(0, -NEWS);
  const last = old.at(-1);
  return room.reading && last && room.seen <= room.reading.seq
    ? {
        ...room,
        reading: {
          ...room.reading,
          asOf: last.seq,
          unread: unread({ ...room, news: old }),
          mentions: mentions({ ...room, news: old }),
        },
        news: room.news.slice(-NEWS),
      }
    : { ...room, news: room.news.slice(-NEWS) };
}

/** Whether the server is to be told how far this room was read, or asked to count again. */
export function isOwed({ reading, seen, stale }: Pick<Room, 'reading' | 'seen' | 'stale'>): boolean {
  return !!reading && (seen > reading.seq || !!stale);
}
