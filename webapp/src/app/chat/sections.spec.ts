import { Place } from 'parley-client/state/place';
import { Door, doorTo } from './doors';
import { sectionsOf } from './sections';
import { english } from '../../testing/english';

const door = (place: Place, isFavourite = false): Door => {
  const plain = doorTo(place, String, english);
  return { ...plain, preferences: { ...plain.preferences, isFavourite } };
};
const listed = (...doors: Door[]) =>
  sectionsOf(doors).map((section) => `${section.of}: ${section.doors.map(({ place }) => place).join(' ')}`);

describe('the sections', () => {
  it('have favourites first, of whatever kind, and each door once', () => {
    expect(listed(door('#lobby'), door('#art', true), door('@bob', true), door('@cat'), door('r_plans'))).toEqual([
      'favourites: #art @bob',
      'rooms: #lobby r_plans',
      'people: @cat',
    ]);
  });

  it('are left out where they are empty', () => {
    expect(listed(door('#lobby'))).toEqual(['rooms: #lobby']);
  });
});
