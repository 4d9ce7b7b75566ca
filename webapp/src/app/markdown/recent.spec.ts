import { Recent } from './recent';

describe('what was made lately', () => {
  it('is not made again, unless too much else was made since', () => {
    const made: string[] = [];
    const recent = new Recent<string>(10);
    const make = (text: string) => {
      made.push(text);
      return text.toUpperCase();
    };
    for (const text of ['aaaa', 'bbbb', 'aaaa', 'cccc', 'aaaa', 'bbbb']) {
      expect(recent.of(text, make)).toBe(text.toUpperCase());
    }
    expect(made).toEqual(['aaaa', 'bbbb', 'cccc', 'bbbb']);
  });

  it('is kept for one text, however long', () => {
    const recent = new Recent<object>(1);
    const made = recent.of('long', () => ({}));
    expect(recent.of('long', () => ({}))).toBe(made);
  });
});
