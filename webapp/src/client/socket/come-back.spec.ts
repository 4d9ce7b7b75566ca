import { ABUSE, BASE, CAP, comeBackDelay, reasonOf, SIGNED_OUT } from './come-back';

const NEARLY_ONE = 1 - Number.EPSILON;

describe('the delay before coming back', () => {
  it('doubles its bound with each failure, up to the cap', () => {
    const bounds = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((failures) => comeBackDelay(1006, failures, NEARLY_ONE));
    expect(bounds.map((ms) => Math.round(ms ?? -1))).toEqual([BASE, 1_000, 2_000, 4_000, 8_000, 16_000, CAP, CAP, CAP]);
  });

  it('is spread over the whole range, so that clients do not come back together', () => {
    expect(comeBackDelay(1006, 5, 0)).toBe(0);
    expect(comeBackDelay(1006, 5, 0.5)).toBe(4_000);
  });

  it('is up to five seconds after a server that goes away', () => {
    expect(comeBackDelay(1001, 0, 0)).toBe(0);
    expect(comeBackDelay(1001, 0, 0.5)).toBe(2_500);
    expect(comeBackDelay(1012, 0, 0.5)).toBe(2_500);
  });

  it.each([1003, 1007, 1009, SIGNED_OUT])('has no end after %i: the same would only happen again', (code) => {
    expect(comeBackDelay(code, 0, 0.5)).toBeUndefined();
  });

  it.each([4000, 4001, 4002])('is nothing after %i, but not twice in a row', (code) => {
    expect(comeBackDelay(code, 0, 0.5)).toBe(0);
    expect(comeBackDelay(code, 1, 0.5)).toBe(BASE / 2);
  });

  it('is between one and five seconds after a failed connection', () => {
    expect(comeBackDelay(4003, 0, 0)).toBe(1_000);
    expect(comeBackDelay(4003, 0, 0.5)).toBe(3_000);
  });

  it('is a whole minute after abuse', () => {
    expect(comeBackDelay(ABUSE, 0, 0.9)).toBe(60_000);
  });
});

describe('the reason why nobody is connected', () => {
  it.each([1001, 1012])('is still the restart (%i), after a try that nobody answered', (code) => {
    expect(reasonOf(1006, code)).toBe(code);
    expect(reasonOf(ABUSE, code)).toBe(ABUSE);
  });

  it('is what the try was closed with otherwise', () => {
    expect(reasonOf(1006, 4000)).toBe(1006);
    expect(reasonOf(1006, undefined)).toBe(1006);
  });
});
