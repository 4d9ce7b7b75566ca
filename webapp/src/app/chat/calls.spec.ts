import { Place } from 'parley-client/state/place';
import { callsOf, pageTitle } from './calls';
import { Door, doorTo } from './doors';
import { english } from '../../testing/english';

const door = (place: Place, badge: number, mentions = 0): Door => ({
  ...doorTo(place, String, english),
  badge,
  mentions,
});

describe('what calls for somebody', () => {
  it('is what names them in a room, and all that is said to them alone', () => {
    expect(callsOf([door('#tea', 5, 2), door('@bob', 3, 1)])).toEqual({ toMe: 5, isMore: true });
    expect(callsOf([door('#tea', 2, 2), door('@bob', 3)])).toEqual({ toMe: 5, isMore: false });
    expect(callsOf([door('#tea', 0)])).toEqual({ toMe: 0, isMore: false });
  });

  it('stands in the title as a number, anything else as a dot', () => {
    expect(pageTitle('#tea', { toMe: 3, isMore: true })).toBe('(3) #tea – Parley');
    expect(pageTitle('#tea', { toMe: 100, isMore: false })).toBe('(99+) #tea – Parley');
    expect(pageTitle('#tea', { toMe: 0, isMore: true })).toBe('• #tea – Parley');
    expect(pageTitle('#tea', { toMe: 0, isMore: false })).toBe('#tea – Parley');
  });
});
