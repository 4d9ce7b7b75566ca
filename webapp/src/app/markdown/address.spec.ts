import { addressAt, hrefOf } from './address';

describe('an address', () => {
  it.each([
    ['https://example.org/tea, please', 'https://example.org/tea'],
    ['https://en.example.org/wiki/Tea_(meal)).', 'https://en.example.org/wiki/Tea_(meal)'],
    ['https://a.example/?q=1&r=2#top…', 'https://a.example/?q=1&r=2#top…'],
    ['https://a.b/{c}[d]}].', 'https://a.b/{c}[d]'],
    ['mailto:ann@example.org!', 'mailto:ann@example.org'],
    ['www.example.org**', 'www.example.org'],
    ['HTTPS://EXAMPLE.ORG', 'HTTPS://EXAMPLE.ORG'],
  ])('in %j ends where its sentence does: %j', (text, address) => {
    expect(addressAt(text)?.text).toBe(address);
  });

  it('without a scheme is one of the web', () => {
    expect(addressAt('www.example.org')?.href).toBe('http://www.example.org/');
  });

  it('stops at characters that turn the direction of reading', () => {
    expect(addressAt('https://example.org/\u202etxt.exe')?.href).toBe('https://example.org/');
  });

  it.each(['', 'http://', 'www.', 'https://[::1', 'ftp://example.org', 'see https://example.org'])(
    'is not what %j begins with',
    (text) => {
      expect(addressAt(text)).toBeUndefined();
    },
  );

  it('of very many brackets takes no time', () => {
    expect(addressAt(`https://a.b/${')'.repeat(100_000)}`)?.text).toBe('https://a.b/');
  });
});

describe('a link', () => {
  it('leads where the browser would go', () => {
    expect(hrefOf('HTTP://Example.org/%7e')).toBe('http://example.org/%7e');
    expect(hrefOf('mailto:ann@example.org?subject=tea')).toBe('mailto:ann@example.org?subject=tea');
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT://example.org/%0Aalert(1)',
    'java\tscript:alert(1)',
    'data:text/html,hi',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'ftp://example.org',
    '//example.org',
    '/r/tea',
    '#/r/tea',
    'tea',
    '',
  ])('never leads to %j', (address) => {
    expect(hrefOf(address)).toBeUndefined();
  });
});
