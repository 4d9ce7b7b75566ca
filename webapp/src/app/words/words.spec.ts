import { english } from '../../testing/english';
import { dayName, enumerated } from './words';

describe('the name of a day', () => {
  const now = new Date(2026, 0, 1, 0, 30);

  it.each([
    [new Date(2026, 0, 1, 0, 1), 'Today'],
    [new Date(2025, 11, 31, 23, 59), 'Yesterday'],
    [new Date(2025, 11, 31, 0, 0), 'Yesterday'],
  ])('of %s, seen from New Year, is %s', (day, name) => {
    expect(dayName(day, now, english)).toBe(name);
  });

  it('has its year when that is another one', () => {
    expect(dayName(new Date(2025, 11, 30), now, english)).toContain('2025');
    expect(dayName(new Date(2026, 0, 5), new Date(2026, 2, 1), english)).not.toContain('2026');
  });
});

describe('an enumeration', () => {
  it.each([
    [['ann'], 0, 'ann'],
    [['ann', 'bob'], 0, 'ann and bob'],
    [['ann', 'bob', 'cat'], 0, 'ann, bob and cat'],
    [['ann', 'bob', 'cat', 'dan'], 0, 'ann, bob and 2 others'],
    [['ann'], 1, 'ann and 1 other'],
    [['ann', 'bob', 'cat'], 5, 'ann, bob and 6 others'],
  ])('of %j and %i more is %s', (names, unnamed, text) => {
    expect(enumerated(names, unnamed, english)).toBe(text);
  });
});
