import { ANN, AT, BOB, publicRoom, reading, reset, welcome } from '../../testing/frames';
import { ServerMessage } from '../message/message';
import { apply } from './apply';
import { EMPTY, Room } from './state';
import { isFollowed, owedThreads, threadRead, unreadThreads } from './threads';

const ID = 'r_lobby';
const LOBBY = publicRoom('lobby', 10);
const followed = (seq: number, unread: number) =>
  reading(ID, 10, { threads: [{ thread: 4, seq, unread }] }) satisfies ServerMessage;
const room = (...more: ServerMessage[]): Room =>
  [welcome(LOBBY), reset(LOBBY, 10), followed(5, 2), ...more]
    .reduce((state, it) => apply(state, it, AT), EMPTY)
    .rooms.get(ID)!;

describe('a thread that one follows', () => {
  it('is unread as the server counts', () => {
    expect(unreadThreads(room())).toEqual([{ thread: 4, seq: 5, unread: 2 }]);
    expect(unreadThreads(room(reading(ID, 10)))).toEqual([]);
  });

  it('is read once it was read here, until something is said in it', () => {
    const read = threadRead(room(), 4);
    expect(unreadThreads(read)).toEqual([]);
    const later = { ...read, entries: [...read.entries, { seq: 11, sender: BOB.id, content: '', at: AT, thread: 4 }] };
    expect(unreadThreads(later)).toHaveLength(1);
  });

  it('is to be told of as read, until the server knows', () => {
    expect(owedThreads(room())).toEqual([]);
    expect(owedThreads(threadRead(room(), 4))).toEqual([{ thread: 4, seq: 10 }]);
    expect(owedThreads(threadRead(room(followed(10, 1)), 4))).toEqual([]);
  });
});

describe('whether somebody follows a thread', () => {
  const by = (sender: string, more = {}) => ({ seq: 1, sender, content: 'x', at: AT, ...more });

  it('is so for who spoke or was named in it', () => {
    expect(isFollowed([by(BOB.id)], ANN.id)).toBe(false);
    expect(isFollowed([by(BOB.id), by(ANN.id)], ANN.id)).toBe(true);
    expect(isFollowed([by(BOB.id, { mentions: [ANN.id] })], ANN.id)).toBe(true);
    expect(isFollowed([by(BOB.id, { here: true })], ANN.id)).toBe(true);
  });
});
