import { ANN, BOB, conversation, publicRoom, reading, reset, said, welcome } from '../../testing/frames';
import { ServerMessage } from '../message/message';
import { apply } from '../state/apply';
import { unread } from '../state/reading';
import { EMPTY, Room, State } from '../state/state';
import {
  copyOf,
  isKeptAlike,
  isNewer,
  MOST_CHARACTERS,
  MOST_ENTRIES,
  MOST_ROOMS,
  recalled,
  selfOf,
  worthKeeping,
} from './copy';

const heard = (...messages: ServerMessage[]): State =>
  messages.reduce((state, message) => apply(state, message, ''), EMPTY);
const room = (state: State, name = 'tea'): Room => state.rooms.get(`r_${name}`)!;
const seqs = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
/** The state of a page that was ended and opened anew. */
const reopened = (state: State): State => {
  const rooms = [...state.rooms.values()];
  const kept = { self: selfOf(state, rooms)!, rooms: rooms.flatMap((one) => copyOf(one) ?? []) };
  return recalled({ ...EMPTY, me: ANN }, structuredClone(kept));
};

describe('what is kept of a room', () => {
  const tea = publicRoom('tea', 3);
  const before = heard(
    welcome(tea, conversation()),
    reset(tea, 0),
    ...seqs(3).map((seq) => said('r_tea', seq)),
    reading('r_tea', 1, { unread: 2, asOf: 3 }),
  );

  it('is what was said, up to the position that goes on being heard from', () => {
    const after = room(reopened(before));
    expect(after.entries).toEqual(room(before).entries);
    expect(after.position).toEqual(room(before).position);
    expect(unread(after)).toBe(2);
    expect(after.name).toBe('#tea');
  });

  it('is nothing, before the room was heard', () => {
    expect(copyOf(room(before, 'ann_bob'))).toBeUndefined();
  });

  it('comes with the names of those who spoke', () => {
    expect(reopened(before).people.get(BOB.id)).toEqual(BOB);
  });

  it('is told as remembered until the server has counted what is unread', () => {
    const open = reopened(before);
    const again = apply(open, welcome(publicRoom('tea', 4)), '');
    expect([room(open).isRecalled, room(again).isRecalled]).toEqual([true, true]);
    const counted = apply(again, reading('r_tea', 1, { unread: 3, asOf: 4 }), '');
    expect(room(counted).isRecalled).toBeUndefined();
  });

  it('loses what was deleted meanwhile, as soon as that is told', () => {
    const again = apply(reopened(before), welcome(publicRoom('tea', 4)), '');
    const { seq, mark, at } = said('r_tea', 4);
    const gone = apply(
      again,
      { type: 'delete', recipient: 'r_tea', seq, mark, sender: BOB.id, target: 2, author: BOB.id, at },
      '',
    );
    expect(room(gone).entries.map(({ content, deleted }) => deleted ?? content)).toEqual([
      'number 1',
      true,
      'number 3',
    ]);
  });

  it('is the newest only, and says behind which entry it begins', () => {
    const many = seqs(MOST_ENTRIES + 5);
    const long = heard(
      welcome(tea),
      reset(publicRoom('tea', many.length), 0),
      ...many.map((seq) => said('r_tea', seq)),
    );
    const copy = copyOf(room(long))!;
    expect(copy.entries.map(({ seq }) => seq)).toEqual(many.slice(5));
    expect(copy.from).toBe(5);
  });

  it('is fewer messages where they are long', () => {
    const content = 'x'.repeat(MOST_CHARACTERS / 4);
    const wordy = heard(
      welcome(tea),
      reset(publicRoom('tea', 9), 0),
      ...seqs(9).map((seq) => ({ ...said('r_tea', seq), content })),
    );
    expect(copyOf(room(wordy))).toMatchObject({ from: 5, entries: [{ seq: 6 }, { seq: 7 }, { seq: 8 }, { seq: 9 }] });
  });

  it('does not change with who is there', () => {
    const crowd = apply(before, { type: 'presence', recipient: 'r_tea', count: 2, here: [BOB.id] }, '');
    expect(isKeptAlike(room(crowd), room(before))).toBe(true);
    expect(isKeptAlike(room(apply(before, said('r_tea', 4), '')), room(before))).toBe(false);
  });
});

describe('which rooms are kept', () => {
  it('are those with the newest messages, and that where somebody is', () => {
    const names = seqs(MOST_ROOMS + 2).map((i) => `room${i}`);
    const rooms = names.map((name) => publicRoom(name, 1));
    const state = heard(
      welcome(...rooms),
      ...rooms.flatMap((info, i) => [
        reset(info, 0),
        { ...said(info.id, 1), at: `2026-11-23T02:00:00.${String(100 + i)}Z` },
      ]),
    );
    const ids = worthKeeping(state.rooms.values(), 'r_room1').map(({ id }) => id);
    expect(ids).toHaveLength(MOST_ROOMS);
    expect(ids).toContain('r_room1');
    expect(ids).not.toContain('r_room2');
    expect(ids).toContain(`r_room${MOST_ROOMS + 2}`);
  });
});

describe('of two tabs that keep the same room', () => {
  const tea = (seq: number) => copyOf(room(heard(welcome(publicRoom('tea', seq)), reset(publicRoom('tea', seq)))))!;
  const isReady = true;

  it('the one wins that has heard more', () => {
    expect(isNewer(tea(5), tea(4), { isReady, isAfresh: false })).toBe(true);
    expect(isNewer(tea(4), tea(5), { isReady, isAfresh: false })).toBe(false);
  });

  it('the one wins that had to begin anew', () => {
    expect(isNewer(tea(4), tea(5), { isReady, isAfresh: true })).toBe(true);
  });

  it('none brings a room back that may have been left, while it can’t ask', () => {
    expect(isNewer(tea(4), undefined, { isReady: false, isAfresh: false })).toBe(false);
    expect(isNewer(tea(4), undefined, { isReady, isAfresh: false })).toBe(true);
  });
});
