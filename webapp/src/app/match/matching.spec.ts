import { distance, searchable } from './matching';

const of = (typed: string, name: string) => distance(searchable(typed), searchable(name));

describe('what is typed', () => {
  it('is nearest to the name itself, then to how a name begins, …', () => {
    expect(of('Tea', 'tea')).toBe(0);
    expect(of('tea', 'tea-time')).toBe(1);
  });

  it('… then to the beginnings of its words, to their initials, …', () => {
    expect(of('pier', 'north-pier')).toBe(2);
    expect(of('no pi', 'north-pier')).toBe(2);
    expect(of('pi no', 'north-pier')).toBeUndefined();
    expect(of('npn', 'north-pier-notes')).toBe(3);
  });

  it('… then to what is inside it, and last to its letters with others between', () => {
    expect(of('ort', 'north-pier')).toBe(4);
    expect(of('nrpr', 'north-pier')).toBe(5);
    expect(of('rpnr', 'north-pier')).toBeUndefined();
  });

  it('needs neither capitals nor accents', () => {
    expect(of('zurich', 'Zürich')).toBe(0);
    expect(of('ZÜR', 'zurich')).toBe(1);
  });

  it('may be of any script, and of signs that are two to JavaScript', () => {
    expect(of('гав', 'гавань')).toBe(1);
    expect(of('𝒶c', '𝒶bc')).toBe(5);
  });
});
