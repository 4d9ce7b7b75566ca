import { Place } from 'parley-client/state/place';
import { Door, doorTo } from './doors';
import { found, goalsOf, SHOWN, unknown } from './finding';
import { english } from '../../testing/english';

const door = (place: Place, more: Partial<Door> = {}): Door => ({ ...doorTo(place, String, english), ...more });
const DOORS = [
  door('#lobby', { isCurrent: true }),
  door('#harbour'),
  door('#tea'),
  door('#teapots', { badge: 3 }),
  door('@tess'),
  door('@bob', { badge: 1 }),
];
const places = (doors: readonly Door[]) => doors.map(({ place }) => place);

describe('finding', () => {
  const goals = goalsOf(DOORS, ['#lobby', '#tea', '@tess']);

  it('begins with who calls for one, then where one was, what is new, the others, and where one is', () => {
    expect(places(found(goals, ''))).toEqual(['@bob', '#tea', '@tess', '#teapots', '#harbour', '#lobby']);
  });

  it('prefers what is near to what is recent or new', () => {
    expect(places(found(goals, 'te'))).toEqual(['#tea', '@tess', '#teapots']);
    expect(places(found(goals, 'teapots'))).toEqual(['#teapots']);
    expect(places(found(goals, 'hr'))).toEqual(['#harbour']);
  });

  it('looks for rooms with a #, and for people with an @', () => {
    expect(places(found(goals, '#te'))).toEqual(['#tea', '#teapots']);
    expect(places(found(goals, '@'))).toEqual(['@bob', '@tess']);
  });

  it('offers to open what nobody knows yet', () => {
    expect(unknown(goals, '#te', found(goals, '#te'))).toEqual(['#te']);
    expect(unknown(goals, '@TESS', found(goals, '@TESS'))).toEqual([]);
    expect(unknown(goals, 'te', found(goals, 'te'))).toEqual([]);
    expect(unknown(goals, 'zzz', [])).toEqual(['#zzz', '@zzz']);
    expect(unknown(goals, '#no such name', [])).toEqual([]);
  });

  it('looks at each of 2,000 rooms once for each key, and prepares none of them again', () => {
    let looks = 0;
    const many = goalsOf(
      Array.from({ length: 2_000 }, (_, i) => door(`#room-${i}`)),
      [],
    ).map(({ name, door }) => ({
      door,
      get name() {
        looks++;
        return name;
      },
    }));
    expect(found(many, 'r1')).toHaveLength(SHOWN);
    expect(looks).toBe(2_000);
  });
});
