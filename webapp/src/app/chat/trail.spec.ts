import { arrived, Trail, trailOf } from './trail';

describe('a trail', () => {
  it('begins with where one is, and has each place once', () => {
    const trail = (['#tea', '#lobby', '#Tea'] as const).reduce(arrived, [] as Trail);
    expect(trail).toEqual(['#tea', '#lobby']);
    expect(arrived(trail, '#tea')).toBe(trail);
  });

  it('ends', () => {
    const trail = Array.from({ length: 50 }, (_, i) => `#r${i}` as const).reduce(arrived, [] as Trail);
    expect(trail).toHaveLength(20);
    expect(trail[0]).toBe('#r49');
  });

  it('is read from what was kept, whatever that is', () => {
    expect(trailOf(['#tea', 1])).toEqual(['#tea']);
    expect(trailOf({ 0: '#tea' })).toEqual([]);
  });
});
