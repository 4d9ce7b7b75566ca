import { HOSTILE } from '../../testing/hostile';
import { drawn } from './draw';
import { treeOf } from './parse';
import { english } from '../../testing/english';

/** Everything that may stand in a message, and what it may say of itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'target', 'rel', 'title'],
  blockquote: [],
  button: ['type', 'aria-live'],
  code: [],
  del: [],
  div: ['class', 'tabindex'],
  em: [],
  hr: [],
  li: ['class'],
  ol: ['start', 'style'],
  p: ['class'],
  pre: ['tabindex'],
  span: ['class', 'role', 'aria-label'],
  strong: [],
  table: [],
  tbody: [],
  td: ['class'],
  th: ['class'],
  thead: [],
  tr: [],
  ul: [],
};

const coloured: string[] = [];
const copied: string[] = [];

function draw(content: string): HTMLElement {
  const sheet = document.createElement('div');
  sheet.append(
    ...drawn(treeOf(content), {
      words: english.code,
      document,
      colour: (_, grammar) => coloured.push(grammar),
      copy: (text) => {
        copied.push(text);
        return Promise.resolve(true);
      },
    }),
  );
  return sheet;
}

describe('a drawing', () => {
  it.each([
    ['*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
    ['a\n b\n\nc', '<p>a\n b</p>\n<p>c</p>'],
    ['## a', '<p class="heading">a</p>'],
    ['> a', '<blockquote><p>a</p></blockquote>'],
    ['- a', '<ul><li><p>a</p></li></ul>'],
    ['9. a\n10. b', '<ol start="9" style="--digits: 2;"><li><p>a</p></li><li><p>b</p></li></ol>'],
    [
      '- [x] a',
      '<ul><li class="task"><span class="check done" role="img" aria-label="Done:"></span><p>a</p></li></ul>',
    ],
    ['---', '<hr>'],
    [
      'a|b\n-|-:\n1|2',
      '<div class="table-box" tabindex="0"><table><thead><tr><th>a</th><th class="right">b</th></tr></thead>' +
        '<tbody><tr><td>1</td><td class="right">2</td></tr></tbody></table></div>',
    ],
    [
      '[a](https://b.example)',
      '<p><a href="https://b.example/" target="_blank" rel="noopener noreferrer" title="https://b.example/">a</a></p>',
    ],
    ['<b>a</b>', '<p>&lt;b&gt;a&lt;/b&gt;</p>'],
  ])('of %j is %s', (content, html) => {
    expect(draw(content).innerHTML).toBe(html);
  });

  it('of code says its language, has it coloured, and copies it', async () => {
    const sheet = draw('```TS\nlet a;\n```');
    expect(sheet.querySelector('.language')?.textContent).toBe('TypeScript');
    expect(sheet.querySelector('pre')?.textContent).toBe('let a;');
    expect(coloured).toEqual(['typescript']);
    const button = sheet.querySelector('button')!;
    button.click();
    await Promise.resolve();
    expect(copied).toEqual(['let a;']);
    expect(button.textContent).toBe('Copied');
  });

  it('of code in a language that is not known says what it was called', () => {
    expect(draw('```toki-pona\na\n```').querySelector('.language')?.textContent).toBe('toki-pona');
    expect(draw('    a').querySelector('.language')?.textContent).toBe('');
  });

  it('of the worst that anybody may write has nothing in it but what is known', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(300);
    for (const content of HOSTILE) {
      const sheet = draw(content);
      expect(sheet.textContent, content).not.toBe('');
      for (const element of sheet.querySelectorAll('*')) {
        const allowed = ALLOWED[element.localName];
        expect(allowed, `<${element.localName}> of ${content}`).toBeDefined();
        expect(allowed, content).toEqual(expect.arrayContaining(element.getAttributeNames()));
        if (element instanceof HTMLAnchorElement) {
          expect(['http:', 'https:', 'mailto:'], content).toContain(element.protocol);
        }
      }
    }
  });
});
