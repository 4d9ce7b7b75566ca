import { hashBeside, hashOf, isSame, nameTyped, Place, placeOf, seqOf, topicOf } from './place';

describe('a place', () => {
  it.each<[Place, string]>([
    ['#tea', '#/r/tea'],
    ['@bob', '#/p/bob'],
    ['#näh-stube', '#/r/n%C3%A4h-stube'],
    ['r_h5k2m9q4w7x1z8b3', '#/i/h5k2m9q4w7x1z8b3'],
    ['#茶', '#/r/%E8%8C%B6'],
  ])('%s has the link %s, and back', (place, hash) => {
    expect(hashOf(place)).toBe(hash);
    expect(placeOf(hash)).toBe(place);
  });

  it.each(['', '#', '#/', '#/r/', '#/x/tea', '#/r/tea/more', '#/r/tea/0', '#/r/tea/1/2', '#/r/%E0%A4%A', 'tea'])(
    '%j names none',
    (hash) => {
      expect(placeOf(hash)).toBeUndefined();
    },
  );

  it('may be linked with a message there', () => {
    expect(hashOf('#tea', 42)).toBe('#/r/tea/42');
    expect([placeOf('#/r/tea/42'), seqOf('#/r/tea/42'), seqOf('#/r/tea')]).toEqual(['#tea', 42, undefined]);
  });

  it('may be linked with what can be read beside it', () => {
    expect([hashBeside('#tea', { thread: 42 }), hashBeside('@bob', 'pins')]).toEqual([
      '#/r/tea/42/replies',
      '#/p/bob/pins',
    ]);
    expect([placeOf('#/r/tea/42/replies'), topicOf('#/r/tea/42/replies')]).toEqual(['#tea', { thread: 42 }]);
    expect(seqOf('#/r/tea/42/replies')).toBeUndefined();
    expect([topicOf('#/p/bob/pins'), topicOf('#/r/tea/42'), topicOf('#/r/tea')]).toEqual([
      'pins',
      undefined,
      undefined,
    ]);
  });

  it('is the same without regard to case, but a room is no person', () => {
    expect(isSame('#Tea', '#tea')).toBe(true);
    expect(isSame('#tea', '@tea')).toBe(false);
  });

  it('is found under what people type', () => {
    expect(nameTyped(' #tea ')).toBe('tea');
    expect(nameTyped('@bob')).toBe('bob');
    expect(nameTyped('ﬁne')).toBe('fine');
  });
});
