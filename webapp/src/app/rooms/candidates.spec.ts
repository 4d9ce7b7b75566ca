import { ANN, BOB } from '../../testing/frames';
import { candidates, meant } from './candidates';

const CEM = { id: 'p_cem', name: 'Cem', guest: false };
const ALL = [ANN, BOB, CEM];
const places = (typed: string, chosen: Parameters<typeof candidates>[1] = []) =>
  candidates(ALL, chosen, typed).map(({ place }) => place);

describe('who may be chosen', () => {
  it('is whose name is meant, and a name that nobody has yet', () => {
    expect(places('b')).toEqual(['@bob', '@b']);
    expect(places('@cem')).toEqual(['@Cem']);
    expect(places('dora')).toEqual(['@dora']);
    expect(places(' ')).toEqual([]);
    expect(places('no name')).toEqual([]);
  });

  it('is nobody twice', () => {
    expect(places('bob', ['@Bob'])).toEqual([]);
    expect(places('dora', ['@dora'])).toEqual([]);
  });

  it('is who was named in full, if nobody was chosen', () => {
    expect(meant(ALL, ['@ann'], 'BOB')).toEqual(['@ann', '@bob']);
    expect(meant(ALL, ['@ann'], 'dora')).toEqual(['@ann', '@dora']);
    expect(meant(ALL, ['@ann'], '')).toEqual(['@ann']);
    expect(meant(ALL, ['@ann'], 'no name')).toEqual(['@ann']);
  });
});
