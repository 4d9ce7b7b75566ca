import { Place } from 'parley-client/state/place';
import { Door, doorTo } from './doors';
import { sectionsOf } from './sections';

const door = (place: Place, isFavourite = false): Door => {
  const plain = doorTo(place, String);
  return { ...plain, preferences: { ...plain.preferences, isFavourite } };
};
const listed = (...doors: Door[]) =>
  sectionsOf(doors).map((section) => `${section.title}: ${section.doors.map(({ place }) => place).join(' ')}`);

describe('the sections', () => {
  it('have favourites first, of whatever kind, and each door once', () => {
    expect(listed(door('#lobby'), door('#art', true), door('@bob', true), door('@cat'), door('r_plans'))).toEqual([
      'Favourites: #art @bob',
      'Rooms: #lobby r_plans',
      'People: @cat',
    ]);
  });

  it('are left out where they are empty', () => {
    expect(listed(door('#lobby'))).toEqual(['Rooms: #lobby']);
  });
});
