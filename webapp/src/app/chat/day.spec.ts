import { dayName } from './day';

describe('the name of a day', () => {
  const now = new Date(2026, 0, 1, 0, 30);

  it.each([
    [new Date(2026, 0, 1, 0, 1), 'Today'],
    [new Date(2025, 11, 31, 23, 59), 'Yesterday'],
    [new Date(2025, 11, 31, 0, 0), 'Yesterday'],
  ])('of %s, seen from New Year, is %s', (day, name) => {
    expect(dayName(day, now)).toBe(name);
  });

  it('has its year when that is another one', () => {
    expect(dayName(new Date(2025, 11, 30), now)).toContain('2025');
    expect(dayName(new Date(2026, 0, 5), new Date(2026, 2, 1))).not.toContain('2026');
  });
});
