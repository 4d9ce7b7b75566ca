import { AT, page, publicRoom, reading, reset, said, welcome } from '../../testing/frames';
import { ServerMessage } from '../message/message';
import { apply } from './apply';
import { asking, shownOf, unreadPage } from './past';
import { unread } from './reading';
import { EMPTY, HELD, Room, State } from './state';
import { HELD_ASIDE, HELD_IN_ALL, thrifty } from './thrift';

const NAMES = Array.from({ length: 7 }, (_, i) => `room${i}`);
const HERE = 'r_room0';
const THERE = 'r_room1';

const hear = (state: State, ...messages: ServerMessage[]) =>
  messages.reduce((before, message) => apply(before, message, AT), state);
const room = (state: State, id: string): Room => state.rooms.get(id)!;
const seqs = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** In each room so many messages were heard, of which the first ten were read. */
const heard = (count: number) =>
  hear(
    EMPTY,
    welcome(...NAMES.map((name) => publicRoom(name))),
    ...NAMES.flatMap((name) => [
      reset(publicRoom(name)),
      reading(`r_${name}`, 10, { asOf: 0 }),
      ...seqs(1, count).map((seq) => said(`r_${name}`, seq)),
    ]),
  );

describe('of all rooms together', () => {
  const full = heard(HELD);

  it('as much is held as there are messages, while those are few', () => {
    const few = heard(HELD_IN_ALL / NAMES.length - 1);
    expect(thrifty(few, HERE)).toBe(few);
  });

  it('no more is held than some of each, but where somebody is', () => {
    const less = thrifty(full, HERE);
    expect(NAMES.map((name) => room(less, `r_${name}`).entries.length)).toEqual([
      HELD,
      ...NAMES.slice(1).map(() => HELD_ASIDE),
    ]);
    expect(room(less, HERE)).toBe(room(full, HERE));
    expect(room(less, THERE).entries.map(({ seq }) => seq)).toEqual(seqs(HELD - HELD_ASIDE + 1, HELD));
  });

  it('some of each is held, however many rooms there are', () => {
    const names = seqs(0, HELD_IN_ALL / 50).map((i) => `many${i}`);
    const many = hear(
      EMPTY,
      welcome(...names.map((name) => publicRoom(name))),
      ...names.flatMap((name) => [
        reset(publicRoom(name)),
        ...seqs(1, HELD_ASIDE).map((seq) => said(`r_${name}`, seq)),
      ]),
    );
    expect(thrifty(many, HERE)).toBe(many);
  });

  it('what is let go changes nothing of how far a room was heard and read, and what is unread', () => {
    const [before, after] = [room(full, THERE), room(thrifty(full, HERE), THERE)];
    expect(after).toEqual({ ...before, entries: before.entries.slice(-HELD_ASIDE), from: HELD - HELD_ASIDE });
    expect([unread(after), after.seen]).toEqual([HELD - 10, 10]);
  });

  it('what is let go is read again from where one had not read, and without a hole', () => {
    const less = thrifty(full, HERE);
    const leaf = unreadPage(room(less, THERE));
    expect(leaf).toEqual({ after: 10 });
    const asked = { ...less, rooms: new Map(less.rooms).set(THERE, asking(room(less, THERE), 'q', leaf!)) };
    const read = hear(asked, page('q', THERE, seqs(11, 60), { after: 60, asOf: HELD }));
    expect(shownOf(room(read, THERE)).entries.map(({ seq }) => seq)).toEqual(seqs(11, 60));
    expect(shownOf(room(read, THERE)).isApart).toBe(true);
  });
});
