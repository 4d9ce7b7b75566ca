import { colouredNodes } from './coloured';
import { GRAMMARS } from './grammars';
import { Grammar, languageOf } from './languages';

const CODE = 'let a = "<b>"; // why?\n\n\tif (x) { return 1 }';

async function coloured(code: string, grammar: Grammar): Promise<HTMLElement> {
  const sheet = document.createElement('code');
  sheet.append(...(await colouredNodes(document, code, grammar)));
  return sheet;
}

describe('coloured code', () => {
  it('has its words in spans', async () => {
    const sheet = await coloured('let a = "<b>";', 'javascript');
    expect(sheet.innerHTML).toBe(
      '<span class="hljs-keyword">let</span> a = <span class="hljs-string">"&lt;b&gt;"</span>;',
    );
  });

  it.each(Object.keys(GRAMMARS) as Grammar[])('says the same as before, in %s', async (grammar) => {
    const sheet = await coloured(CODE, grammar);
    expect(sheet.textContent).toBe(CODE);
    expect([...sheet.querySelectorAll('*')].every(({ localName }) => localName === 'span')).toBe(true);
  });
});

describe('a language', () => {
  it.each([
    ['ts', 'TypeScript', 'typescript'],
    ['C++', 'C++', 'cpp'],
    ['html', 'HTML', 'xml'],
    ['toml', 'TOML', 'ini'],
  ])('called %s is %s', (called, name, grammar) => {
    expect(languageOf(called)).toEqual({ name, grammar });
  });

  it.each(['toki-pona', '__proto__', 'constructor', ''])('called %j is not known', (called) => {
    expect(languageOf(called)).toEqual({ name: called });
  });
});
