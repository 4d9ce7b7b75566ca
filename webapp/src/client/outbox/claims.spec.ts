import { AT } from '../../testing/frames';
import { Place } from '../state/place';
import { Claim, claimed, LEASE, LOOK, nextLook, released, RENEWAL } from './claims';
import { Rows } from './unsent';

const NOW = 100_000;
const by = (tab: string, until = NOW + LEASE): Claim => ({ tab, until });
const rows = (...list: readonly (readonly [Place, (Claim | 'refused')?])[]): Rows =>
  list.map(([place, how], i) => ({
    order: i + 1,
    ref: `${i}`,
    place,
    content: '',
    at: AT,
    ...(how === 'refused' ? { refusal: { code: 'empty', text: '' } } : how ? { claim: how } : {}),
  }));
const claim = (before: Rows, isOpen: (place: Place) => boolean = () => true) =>
  claimed({ tab: 'me', now: NOW, isOpen })(before);
const mine = (before: Rows, isOpen?: (place: Place) => boolean) =>
  claim(before, isOpen).flatMap(({ ref, claim: its }) => (its?.tab === 'me' ? [ref] : []));

describe('a tab', () => {
  it('claims the first of each place', () => {
    expect(mine(rows(['#a'], ['#b'], ['#A'], ['@b']))).toEqual(['0', '1', '3']);
  });

  it('claims nothing behind one that another tab sees to: none overtakes', () => {
    expect(mine(rows(['#a', by('you')], ['#A'], ['#b']))).toEqual(['2']);
  });

  it('claims nothing beside its own of the same place, though it stands before it', () => {
    expect(mine(rows(['#a'], ['#a', by('me')]))).toEqual(['1']);
  });

  it('claims what stands behind one that was refused, and never that', () => {
    expect(mine(rows(['#a', 'refused'], ['#a']))).toEqual(['1']);
  });

  it('claims nothing where it can’t speak', () => {
    expect(mine(rows(['#a'], ['#b']), (place) => place === '#b')).toEqual(['1']);
  });

  it.each([
    ['has run out', NOW],
    ['is from before the clock was put back', NOW + LEASE + 1],
  ])('takes over where a claim %s', (_, until) => {
    expect(mine(rows(['#a', by('you', until)], ['#a']))).toEqual(['0']);
  });

  it('renews its own claims in time, and not more often', () => {
    const fresh = rows(['#a', by('me', NOW + LEASE - RENEWAL + 1)]);
    expect(claim(fresh)).toBe(fresh);
    expect(claim(rows(['#a', by('me', NOW + LEASE - RENEWAL)]))).toEqual(rows(['#a', by('me')]));
    expect(claim(rows(['#a', by('me', NOW + 2 * LEASE)]))).toEqual(rows(['#a', by('me')]));
  });

  it('changes nothing where there is nothing to claim', () => {
    const before = rows(['#a', by('you')], ['#b', 'refused']);
    expect(claim(before)).toBe(before);
  });

  it('gives back its own claims, and no others', () => {
    const before = rows(['#a', by('me')], ['#b', by('you')]);
    expect(released('me')(before)).toEqual(rows(['#a'], ['#b', by('you')]));
    expect(released('nobody')(before)).toBe(before);
  });

  it('looks again to renew, to take over, and now and then', () => {
    expect(nextLook(rows(['#a']), 'me', NOW)).toBe(LOOK);
    expect(nextLook(rows(['#a', by('me')], ['#b', by('you')]), 'me', NOW)).toBe(RENEWAL);
    expect(nextLook(rows(['#a', by('you', NOW + 70)], ['#b', by('you', NOW - 5)]), 'me', NOW)).toBe(70);
  });
});
