import { onWake } from './wake';

describe('waking', () => {
  it.each([
    ['online', window],
    ['offline', window],
    ['pageshow', window],
    ['resume', document],
    ['visibilitychange', document],
  ])('is noticed by %s, until it is of no interest', (event, target) => {
    let woken = 0;
    const stop = onWake(document, () => woken++);
    target.dispatchEvent(new Event(event));
    expect(woken).toBe(1);
    stop();
    target.dispatchEvent(new Event(event));
    expect(woken).toBe(1);
  });
});
