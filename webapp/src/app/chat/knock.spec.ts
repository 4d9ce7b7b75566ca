import { Said } from 'parley-client/message/message';
import { apply } from 'parley-client/state/apply';
import { EMPTY } from 'parley-client/state/state';
import { ANN, AT, BOB, publicRoom, reset, said, welcome } from '../../testing/frames';
import { knockOf, knockWords } from './knock';
import { Level, usual } from './preferences';
import { english } from '../../testing/english';

const TEA = publicRoom('tea');
const heard = (...messages: Said[]) =>
  [welcome(TEA), reset(TEA), ...messages].reduce((state, message) => apply(state, message, AT), EMPTY);
const plain = said('r_tea', 1);
const toMe = { ...said('r_tea', 2), mentions: [ANN.id] };
const knock = (level: Level, isMuted = false, since = 0, ...messages: Said[]) =>
  knockOf(heard(...messages).rooms.get('r_tea')!, since, { ...usual('public'), level, isMuted }, ANN.id)?.entry.seq;

describe('a knock', () => {
  it('is the last message that one wants to be told of', () => {
    const last = said('r_tea', 3);
    expect(knock('all', false, 0, plain, toMe, last)).toBe(3);
    expect(knock('mentions', false, 0, plain, toMe, last)).toBe(2);
    expect(knock('nothing', false, 0, plain, toMe, last)).toBeUndefined();
  });

  it('is only what is for one where the room is muted', () => {
    expect(knock('all', true, 0, plain)).toBeUndefined();
    expect(knock('all', true, 0, plain, { ...said('r_tea', 2), here: true })).toBe(2);
    expect(knock('nothing', true, 0, plain, toMe)).toBeUndefined();
  });

  it('is never what was there before, one’s own, or deleted', () => {
    expect(knock('all', false, 1, plain)).toBeUndefined();
    expect(knock('all', false, 0, said('r_tea', 1, ANN.id))).toBeUndefined();
    expect(knock('all', false, 0, { ...plain, deleted: true })).toBeUndefined();
  });

  it('is a reply where one follows its thread, and no other', () => {
    const [own, other] = [said('r_tea', 1, ANN.id), said('r_tea', 2)];
    const [toOwn, toOther] = [
      { ...said('r_tea', 3), thread: 1 },
      { ...said('r_tea', 4), thread: 2 },
    ];
    expect(knock('mentions', false, 2, own, other, toOwn, toOther)).toBe(3);
    expect(knock('all', false, 3, own, other, toOwn, toOther)).toBeUndefined();
    expect(knock('nothing', false, 2, own, other, toOwn)).toBeUndefined();
  });

  it('tells who says what, and where', () => {
    const state = heard({ ...plain, content: 'x'.repeat(1_000) });
    const room = state.rooms.get('r_tea')!;
    const words = knockWords(state, { room, entry: room.entries[0]! }, english);
    expect(words.title).toBe(`${BOB.name} in #tea`);
    expect(words.body).toHaveLength(241);
  });
});
