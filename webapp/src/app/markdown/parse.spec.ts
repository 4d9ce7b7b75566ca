import { treeOf } from './parse';
import { Span, Tree } from './tree';

const text = (words: string) => ({ is: 'text', text: words }) as const;
const paragraph = (...spans: Span[]) => ({ is: 'paragraph', spans }) as const;
const link = (href: string, words = href) => ({ is: 'link', href, spans: [text(words)] }) as const;

/** How deep a tree is. */
function depth(tree: Tree): number {
  return Math.max(0, ...tree.map((part) => (part.is === 'quote' ? 1 + depth(part.parts) : 0)));
}

describe('what somebody wrote', () => {
  it('has emphasis, code and links within its lines, which stay lines', () => {
    expect(treeOf('*a* **b** ~~c~~ `d`\n[e](https://e.example/)')).toEqual([
      paragraph(
        { is: 'emphasis', spans: [text('a')] },
        text(' '),
        { is: 'strong', spans: [text('b')] },
        text(' '),
        { is: 'deleted', spans: [text('c')] },
        text(' '),
        { is: 'code', text: 'd' },
        text('\n'),
        link('https://e.example/', 'e'),
      ),
    ]);
  });

  it('has headings, quotes and rules', () => {
    expect(treeOf('# a\n> b\n\n---')).toEqual([
      { is: 'heading', spans: [text('a')] },
      { is: 'quote', parts: [paragraph(text('b'))] },
      { is: 'rule' },
    ]);
  });

  it('has lists within lists, with numbers and tasks', () => {
    expect(treeOf('3. a\n   - [x] b\n   - [ ] c')).toEqual([
      {
        is: 'list',
        first: 3,
        items: [
          {
            parts: [
              paragraph(text('a')),
              {
                is: 'list',
                items: [
                  { isDone: true, parts: [paragraph(text('b'))] },
                  { isDone: false, parts: [paragraph(text('c'))] },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('has tasks between which are empty lines', () => {
    const items = [
      { isDone: true, parts: [paragraph(text('a'))] },
      { isDone: false, parts: [paragraph(text('b'))] },
    ];
    expect(treeOf('- [x] a\n\n- [ ] b')).toEqual([{ is: 'list', items }]);
  });

  it('has tables', () => {
    expect(treeOf('a | b\n-|-:\n1 | `2`')).toEqual([
      {
        is: 'table',
        head: [{ spans: [text('a')] }, { align: 'right', spans: [text('b')] }],
        rows: [[{ spans: [text('1')] }, { align: 'right', spans: [{ is: 'code', text: '2' }] }]],
      },
    ]);
  });

  it('has code as it was written, in a language', () => {
    expect(treeOf('``` ts {1}\n  a  *b*\n\n<i>\n```\n\n    c')).toEqual([
      { is: 'source', language: { name: 'TypeScript', grammar: 'typescript' }, text: '  a  *b*\n\n<i>' },
      { is: 'source', language: { name: '' }, text: 'c' },
    ]);
  });

  it('keeps white space that means nothing', () => {
    expect(treeOf('one  two\n   three')).toEqual([paragraph(text('one  two\n   three'))]);
  });

  it.each([
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '<!-- hidden -->',
    '<img src=x onerror=alert(1)>',
    '&lt; &#60;',
  ])('is text where it is %s', (html) => {
    expect(treeOf(html)).toEqual([paragraph(text(html))]);
  });

  it('may be Markdown within HTML', () => {
    expect(treeOf('<div>*a*</div>')).toEqual([
      paragraph(text('<div>'), { is: 'emphasis', spans: [text('a')] }, text('</div>')),
    ]);
  });

  it('has addresses that are links by themselves', () => {
    expect(treeOf('see https://example.org/a_b_c, or ann@example.org.')).toEqual([
      paragraph(
        text('see '),
        link('https://example.org/a_b_c'),
        text(', or '),
        link('mailto:ann@example.org', 'ann@example.org'),
        text('.'),
      ),
    ]);
  });

  it('has links where pictures are, also within links', () => {
    expect(treeOf('![a cat](https://a.example/cat.png)')).toEqual([
      paragraph(link('https://a.example/cat.png', 'a cat')),
    ]);
    expect(treeOf('![](https://a.example/cat.png)')).toEqual([paragraph(link('https://a.example/cat.png'))]);
    expect(treeOf('[![a cat](https://a.example/cat.png)](https://b.example/)')).toEqual([
      paragraph(link('https://b.example/', 'a cat')),
    ]);
  });

  it.each(['[a](javascript:alert(1))', '![a](data:text/html,b)', '<javascript:alert(1)>', '[a](/r/tea)', 'ftp://a.b/'])(
    'stays as it was written where it leads nowhere: %s',
    (written) => {
      expect(treeOf(written)).toEqual([paragraph(text(written))]);
    },
  );

  it.each(['#', '[a]: https://example.org/', '\n'])('is never nothing: %j', (written) => {
    expect(treeOf(written)).toEqual([paragraph(text(written))]);
  });

  it('is nothing where nothing was written', () => {
    expect(treeOf('')).toEqual([]);
  });

  it('is nested no deeper than a screen can show', () => {
    expect(depth(treeOf('>'.repeat(8_000)))).toBeLessThan(20);
    expect(treeOf('[a]('.repeat(2_000))).toHaveLength(1);
  });

  it('is text where it is too long to be read', () => {
    const long = '*a* '.repeat(10_000);
    expect(treeOf(long)).toEqual([paragraph(text(long))]);
  });

  it('is read once', () => {
    expect(treeOf('as *before*')).toBe(treeOf('as *before*'));
  });
});

describe('reading', () => {
  /** The time (ms) that something takes, the shortest of a few tries. */
  function time(act: (turn: number) => void): number {
    const tries = [0, 1, 2, 3, 4].map((turn) => {
      const before = performance.now();
      act(turn);
      return performance.now() - before;
    });
    return Math.min(...tries);
  }

  it('is fast', () => {
    const read = (turn: number) => {
      for (let i = 0; i < 1_000; i++) {
        treeOf(`hello **${turn}**, number \`${i}\``);
      }
    };
    expect(time(read)).toBeLessThan(100);
  });

  it.each(['*_a', '![[', '__a', '[a](', '`a``', '<', '~~a', 'a@', '&a', '\\', '|', 'https://', '[a]: /x\n', '- '])(
    'takes no time to speak of where somebody writes nothing but %j',
    (sign) => {
      expect(time((turn) => treeOf(`${turn}${sign.repeat(8_000 / sign.length)}`))).toBeLessThan(1_000);
    },
  );
});
