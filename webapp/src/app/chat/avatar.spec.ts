import { hueOf, initialsOf } from './avatar';

describe('an avatar', () => {
  it.each([
    ['ann', 'AN'],
    ['x', 'X'],
    ['mary-ann', 'MA'],
    ['d.e.f', 'DE'],
    ['ünal', 'ÜN'],
    ['茶', '茶'],
    ['...', ''],
  ])('of %s says %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('has one of ten colours, always the same for one person, and most of them in use', () => {
    const hues = Array.from({ length: 200 }, (_, i) => hueOf(`p_${i}`));
    expect(Math.min(...hues)).toBe(0);
    expect(Math.max(...hues)).toBe(9);
    expect(hueOf('p_7')).toBe(hues[7]);
    expect(new Set(hues).size).toBe(10);
  });
});
