import { enumerate } from './words';

describe('an enumeration', () => {
  it.each([
    [['ann'], 'ann'],
    [['ann', 'bob'], 'ann and bob'],
    [['ann', 'bob', 'cat'], 'ann, bob and cat'],
    [['ann', 'bob', 'cat', 'dan'], 'ann, bob and 2 others'],
  ])('of %j is %s', (names, text) => {
    expect(enumerate(names)).toBe(text);
  });
});
