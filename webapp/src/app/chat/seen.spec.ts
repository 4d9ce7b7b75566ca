import { AT, publicRoom, reset, welcome } from '../../testing/frames';
import { apply } from './apply';
import { seenIn, withSeen } from './seen';
import { EMPTY } from './state';

const welcomed = apply(EMPTY, welcome(publicRoom('lobby', 9), publicRoom('tea', 5)), AT);

describe('what was seen', () => {
  it('is kept and read again', () => {
    const state = withSeen(welcomed, { r_lobby: 4 });
    expect(seenIn(state)).toEqual({ r_lobby: 4, r_tea: 5 });
    expect(seenIn(withSeen(welcomed, seenIn(state)))).toEqual(seenIn(state));
  });

  it('is what this page knows better, in a room that it has heard', () => {
    const heard = apply(welcomed, reset(publicRoom('lobby', 9)), AT);
    expect(seenIn(withSeen(heard, { r_lobby: 4 }))['r_lobby']).toBe(9);
  });

  it.each([null, 3, 'text', { r_lobby: 'four' }, []])('is not taken from %j', (kept) => {
    expect(seenIn(withSeen(welcomed, kept))).toEqual({ r_lobby: 9, r_tea: 5 });
  });
});
