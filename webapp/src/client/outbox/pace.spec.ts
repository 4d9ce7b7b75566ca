import { FakeClock } from '../../testing/fake-clock';
import { Pace } from './pace';

describe('the pace', () => {
  let clock: FakeClock;
  let pace: Pace;
  const takes = (most: number) => Array.from({ length: most }, () => pace.take()).filter(Boolean).length;

  beforeEach(() => {
    clock = new FakeClock();
    pace = new Pace(clock);
    pace.allow(5, 20);
  });

  it('is so many at once, then so many a second', () => {
    expect(takes(30)).toBe(20);
    expect(pace.wait()).toBeCloseTo(200);
    clock.pass(199);
    expect(takes(1)).toBe(0);
    clock.pass(1);
    expect(takes(2)).toBe(1);
    clock.pass(60_000);
    expect(takes(30)).toBe(20);
  });

  it('does not begin afresh with each connection', () => {
    takes(20);
    pace.allow(5, 20);
    expect(takes(1)).toBe(0);
    pace.allow(5, 10);
    expect(takes(20)).toBe(10);
  });

  it('waits as long as the server says', () => {
    pace.slow(70);
    clock.pass(69);
    expect(takes(1)).toBe(0);
    clock.pass(1);
    expect(takes(2)).toBe(1);
  });

  it('is endless where the server has no limit', () => {
    pace.allow(0, 0);
    expect(takes(1_000)).toBe(1_000);
    expect(pace.wait()).toBe(0);
  });
});
