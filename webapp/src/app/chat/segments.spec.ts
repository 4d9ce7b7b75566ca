import { segmentsOf } from './segments';

const links = (content: string) => segmentsOf(content).flatMap((s) => (s.is === 'link' ? [s.href] : []));

describe('the segments of what was said', () => {
  it('are text and links, in order', () => {
    expect(segmentsOf('see https://example.org/tea, please')).toEqual([
      { is: 'text', text: 'see ' },
      { is: 'link', text: 'https://example.org/tea', href: 'https://example.org/tea' },
      { is: 'text', text: ', please' },
    ]);
  });

  it.each([
    '',
    'a\n\n b',
    'http://',
    'https://a.b/(c) https://d.e).',
    '<b>https://x.y</b>',
    'mailto:ann@example.org!',
    'x https://[::1',
  ])('of %j, joined again, are the same', (content) => {
    expect(
      segmentsOf(content)
        .map((s) => s.text)
        .join(''),
    ).toBe(content);
  });

  it('end an address where its sentence ends, not inside its brackets', () => {
    expect(links('(see https://en.example.org/wiki/Tea_(meal)).')).toEqual(['https://en.example.org/wiki/Tea_(meal)']);
    expect(links('https://a.example/?q=1&r=2#top…')).toEqual(['https://a.example/?q=1&r=2#top%E2%80%A6']);
  });

  it.each(['javascript:alert(1)', 'data:text/html,hi', 'file:///etc/passwd', 'JAVASCRIPT://example.org/%0Aalert(1)'])(
    'never link to %s',
    (content) => {
      expect(links(content)).toEqual([]);
    },
  );

  it('stop an address at characters that turn the direction of reading', () => {
    expect(links('https://example.org/\u202etxt.exe')).toEqual(['https://example.org/']);
  });
});
