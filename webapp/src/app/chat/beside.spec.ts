import { doorBeside } from './beside';
import { doorTo } from './doors';
import { english } from '../../testing/english';

const DOORS = (['#a', '#b', '#c', '#d'] as const).map((place) => ({
  ...doorTo(place, String, english),
  isCurrent: place === '#b',
  badge: place === '#a' ? 1 : 0,
}));

describe('the door beside the one where one is', () => {
  it('is above or below, …', () => {
    expect(doorBeside(DOORS, -1)?.place).toBe('#a');
    expect(doorBeside(DOORS, 1)?.place).toBe('#c');
  });

  it('… round the ends', () => {
    const last = DOORS.map((door) => ({ ...door, isCurrent: door.place === '#d' }));
    expect(doorBeside(last, 1)?.place).toBe('#a');
    const first = DOORS.map((door) => ({ ...door, isCurrent: door.place === '#a' }));
    expect(doorBeside(first, -1)?.place).toBe('#d');
  });

  it('… and the next one that is wanted, if any is', () => {
    expect(doorBeside(DOORS, 1, ({ badge }) => badge > 0)?.place).toBe('#a');
    expect(doorBeside(DOORS, 1, () => false)).toBeUndefined();
    expect(doorBeside([], 1)).toBeUndefined();
  });
});
