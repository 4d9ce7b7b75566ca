import { isInCode, isInFence } from './code';

/** Asks about the text with a `|` at the cursor. */
const at = (ask: typeof isInCode, marked: string) => ask(marked.replace('|', ''), marked.indexOf('|'));

describe('code', () => {
  it('goes on in a fence until that is closed', () => {
    expect(at(isInFence, '```|')).toBe(true);
    expect(at(isInFence, 'so:\n```ts\nlet a;\n  |')).toBe(true);
    expect(at(isInFence, '```\nlet a;\n```|')).toBe(false);
    expect(at(isInFence, 'not ``` here|')).toBe(false);
  });

  it('stands between backticks of a line', () => {
    expect(at(isInCode, 'type `npm |')).toBe(true);
    expect(at(isInCode, 'type `npm` |')).toBe(false);
    expect(at(isInCode, 'an odd `\n|')).toBe(false);
    expect(at(isInCode, '|`')).toBe(false);
  });
});
