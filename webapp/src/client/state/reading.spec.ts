import { ANN, AT, publicRoom, reading, reset, said, welcome } from '../../testing/frames';
import { ServerMessage } from '../message/message';
import { apply } from './apply';
import { isOwed, mentions, unread } from './reading';
import { EMPTY, Room } from './state';

const LOBBY = publicRoom('lobby');

/** The lobby once all this was heard. */
function lobby(...messages: ServerMessage[]): Room {
  const all = [welcome(LOBBY), reset(LOBBY), ...messages];
  return all.reduce((state, message) => apply(state, message, AT), EMPTY).rooms.get(LOBBY.id)!;
}

const edit = (seq: number, target: number, sender = 'p_bob'): ServerMessage => ({
  ...said(LOBBY.id, seq, sender),
  type: 'edit',
  target,
});

describe('what is unread', () => {
  it('is nothing until the server has counted', () => {
    expect(unread(lobby(said(LOBBY.id, 1)))).toBe(0);
  });

  it('is what the server has counted, and what others have said since', () => {
    const room = lobby(
      said(LOBBY.id, 1),
      reading(LOBBY.id, 0, { asOf: 2, unread: 2 }),
      said(LOBBY.id, 2),
      said(LOBBY.id, 3),
      said(LOBBY.id, 4, ANN.id),
      { ...said(LOBBY.id, 5), thread: 1 },
      { ...said(LOBBY.id, 6), deleted: true },
      { ...said(LOBBY.id, 7), type: 'reaction', target: 1, emoji: '👍', on: true },
    );
    expect(unread(room)).toBe(3);
  });

  it('counts once what came before the answer that counts it', () => {
    expect(unread(lobby(said(LOBBY.id, 1), said(LOBBY.id, 2), reading(LOBBY.id, 0, { asOf: 1, unread: 1 })))).toBe(2);
  });

  it('knows who is named', () => {
    const room = lobby(
      reading(LOBBY.id, 0, { unread: 1, mentions: 1 }),
      { ...said(LOBBY.id, 1), mentions: [ANN.id] },
      { ...said(LOBBY.id, 2), mentions: ['p_cat'] },
      { ...said(LOBBY.id, 3), here: true },
    );
    expect([unread(room), mentions(room)]).toEqual([4, 3]);
  });

  it('is nothing of what was read here, though the server does not know of it yet', () => {
    const before = lobby(reading(LOBBY.id, 0, { asOf: 0, unread: 3, mentions: 1 }), said(LOBBY.id, 1));
    const room = { ...before, seen: 1 };
    expect([unread(room), mentions(room), isOwed(room), isOwed(before)]).toEqual([0, 0, true, false]);
  });

  it('moves on with what was read on another device, and back with what was taken back there', () => {
    const read = lobby(said(LOBBY.id, 1), reading(LOBBY.id, 0, { asOf: 1, unread: 1 }), reading(LOBBY.id, 1));
    expect([read.seen, unread(read)]).toEqual([1, 0]);
    const back = lobby(reading(LOBBY.id, 1), reading(LOBBY.id, 0, { turn: 1, asOf: 1, unread: 1 }));
    expect([back.seen, unread(back)]).toEqual([0, 1]);
    const late = lobby(reading(LOBBY.id, 1), reading(LOBBY.id, 0));
    expect(late.seen).toBe(1);
  });

  it('is to be counted again after an edit or a delete by somebody else of what is unread', () => {
    const told = reading(LOBBY.id, 1, { asOf: 2, unread: 1 });
    const before = [said(LOBBY.id, 1), said(LOBBY.id, 2), told];
    expect(isOwed(lobby(...before, edit(3, 2)))).toBe(true);
    expect(isOwed(lobby(...before, edit(3, 1)))).toBe(false);
    expect(isOwed(lobby(...before, edit(3, 2, ANN.id)))).toBe(false);
    expect(isOwed(lobby(...before, edit(3, 2), told))).toBe(true);
    expect(isOwed(lobby(...before, edit(3, 2), reading(LOBBY.id, 1, { asOf: 3, unread: 1 })))).toBe(false);
  });

  it('is to be counted again after a new beginning', () => {
    const room = lobby(reading(LOBBY.id, 0), reset(publicRoom('lobby', 90), 40));
    expect(isOwed(room)).toBe(true);
  });

  it('stays right, and small, in a room that nobody reads', () => {
    const much = Array.from({ length: 5_000 }, (_, i) => ({
      ...said(LOBBY.id, i + 1),
      ...(i % 10 ? {} : { here: true as const }),
    }));
    const room = lobby(reading(LOBBY.id, 0), ...much);
    expect([unread(room), mentions(room)]).toEqual([5_000, 500]);
    expect(room.news.length).toBeLessThanOrEqual(2_000);
  });
});
