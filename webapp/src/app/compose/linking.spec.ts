import { linked } from './linking';

/** What becomes of the words between two `|` when this is pasted over them. */
const pasted = (marked: string, clipboard: string) =>
  linked(marked.replaceAll('|', ''), marked.indexOf('|'), marked.lastIndexOf('|') - 1, clipboard);

describe('an address that is pasted over words', () => {
  it('makes them a link', () => {
    expect(pasted('see |the plan|.', ' https://example.org/a?b=1\n')).toBe('[the plan](https://example.org/a?b=1)');
    expect(pasted('|plan [2]|', 'https://example.org/a_(b)')).toBe('[plan \\[2\\]](https://example.org/a_%28b%29)');
  });

  it('takes their place where they are an address, too, or code, or nothing', () => {
    expect(pasted('|https://example.com|', 'https://example.org')).toBeUndefined();
    expect(pasted('`|code|`', 'https://example.org')).toBeUndefined();
    expect(pasted('see ||', 'https://example.org')).toBeUndefined();
    expect(pasted('|one\ntwo|', 'https://example.org')).toBeUndefined();
  });

  it('is no link if it is none', () => {
    expect(pasted('|words|', 'javascript:alert(1)')).toBeUndefined();
    expect(pasted('|words|', 'https://a b')).toBeUndefined();
    expect(pasted('|words|', 'other words')).toBeUndefined();
  });
});
