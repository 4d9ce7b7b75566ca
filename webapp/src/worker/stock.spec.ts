import { outdated, stockName, stocksOf, VERSIONS } from './stock';

const ROOT = 'https://chat.test/';
const FOLDER = 'https://chat.test/a/b/';

describe('what is kept of the files', () => {
  it('is told apart from that of other pages of the same host', () => {
    const names = [
      'theirs',
      stockName(FOLDER, 'one'),
      stockName(ROOT, 'two'),
      'parley / files',
      stockName(ROOT, 'three'),
    ];
    expect(stocksOf(ROOT, names)).toEqual([stockName(ROOT, 'two'), stockName(ROOT, 'three')]);
    expect(stocksOf(FOLDER, names)).toEqual([stockName(FOLDER, 'one')]);
  });

  it('is that of some versions: what an open page may still load', () => {
    const versions = ['a', 'b', 'c', 'd', 'e', 'f'].map((version) => stockName(ROOT, version));
    expect(outdated(ROOT, ['theirs', ...versions], 'f')).toEqual(versions.slice(0, versions.length - VERSIONS));
  });

  it('is always that of the version that runs, even where an old one has come back', () => {
    const versions = ['a', 'b', 'c', 'd', 'e', 'f'].map((version) => stockName(ROOT, version));
    expect(outdated(ROOT, versions, 'a')).toEqual(['b', 'c'].map((version) => stockName(ROOT, version)));
  });
});
