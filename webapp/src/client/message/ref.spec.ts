import { freshRef } from './ref';

describe('a fresh ref', () => {
  it('has only the characters of a ref', () => {
    for (let i = 0; i < 200; i++) {
      expect(freshRef()).toMatch(/^[A-Za-z0-9_-]{16}$/);
    }
  });

  it('is never the same', () => {
    expect(new Set(Array.from({ length: 200 }, freshRef)).size).toBe(200);
  });

  it('needs no secure context', () => {
    const uuid = vi.spyOn(crypto, 'randomUUID');
    freshRef();
    expect(uuid).not.toHaveBeenCalled();
  });
});
