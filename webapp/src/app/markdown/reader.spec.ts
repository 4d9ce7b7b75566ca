import { partsOf } from './parts';
import { isPlain } from './reader';

describe('a text that means just what it says', () => {
  it.each(['hello', 'Coffee first.', 'Already? I thought it was 9:40…', 'one\ntwo', 'wow 🎉!', 'don’t (really)'])(
    'is %s',
    (text) => {
      expect(isPlain(text)).toBe(true);
    },
  );

  it.each([
    '*a*',
    '# a',
    '- a',
    '1. a',
    'a `b`',
    'https://a.example',
    'www.a.example',
    'ann@a.example',
    'a|b',
    'a\n\nb',
    ' a',
  ])('is not %s', (text) => {
    expect(isPlain(text)).toBe(false);
  });

  it('is read as just that, whatever it is', () => {
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const signs = [...'abWw1 9 ,;:!?\'"“”’()…%€.–—- \n🎉é\u0301'];
    let plain = 0;
    for (let i = 0; i < 20_000; i++) {
      const text = Array.from({ length: 1 + random(12) }, () => signs[random(signs.length)] ?? '').join('');
      if (isPlain(text)) {
        plain++;
        expect(partsOf(text)).toEqual([{ is: 'paragraph', spans: [{ is: 'text', text }] }]);
      }
    }
    expect(plain).toBeGreaterThan(1_000);
  });
});
