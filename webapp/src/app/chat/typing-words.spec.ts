import { ANN, AT, BOB, publicRoom, reset, welcome } from '../../testing/frames';
import { apply } from 'parley-client/state/apply';
import { EMPTY } from 'parley-client/state/state';
import { english } from '../../testing/english';
import { typingWords } from './typing-words';

const TEA = publicRoom('tea');
const person = (name: string) => ({ type: 'person', id: `p_${name}`, name, guest: true }) as const;
const state = [welcome(TEA), reset(TEA), person('cem'), person('dov'), person('eli')].reduce(
  (before, it) => apply(before, it, AT),
  EMPTY,
);
const words = (people: readonly string[], several?: true) => {
  const told = { type: 'typing', recipient: TEA.id, people, ...(several ? { several } : {}) } as const;
  const now = apply(state, told, AT);
  return typingWords(now, now.rooms.get(TEA.id), english);
};

describe('who is writing', () => {
  it('is named, up to three, and never oneself', () => {
    expect(words([])).toBe('');
    expect(words([ANN.id])).toBe('');
    expect(words([BOB.id, ANN.id])).toBe('bob is writing…');
    expect(words([BOB.id, 'p_cem'])).toBe('bob and cem are writing…');
    expect(words([BOB.id, 'p_cem', 'p_dov'])).toBe('bob, cem and dov are writing…');
    expect(words([BOB.id, 'p_cem', 'p_dov', 'p_eli'])).toBe('Several people are writing…');
    expect(words([], true)).toBe('Several people are writing…');
  });

  it('is nobody where there is no room', () => {
    expect(typingWords(state, undefined, english)).toBe('');
  });
});
