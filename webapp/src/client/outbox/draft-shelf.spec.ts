import { DraftShelf, StoredDrafts } from './draft-shelf';
import { nameInBrowser } from './name';

describe('what a browser keeps of drafts', () => {
  let shelf: DraftShelf;

  beforeEach(() => {
    localStorage.clear();
    shelf = new StoredDrafts(document);
    shelf.keep('p_ann', { place: '#Tea', text: 'one', isTold: false });
    shelf.keep('p_ann', { place: '@bob', text: 'two', isTold: true });
    shelf.keep('p_an', { place: '#tea', text: 'another’s', isTold: true });
  });

  it('is each person’s own, one for a place', () => {
    shelf.keep('p_ann', { place: '#tea', text: 'three', isTold: false });
    expect(
      shelf
        .all('p_ann')
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['three', 'two']);
  });

  it('is forgotten for a place, or altogether', () => {
    shelf.forget('p_ann', '#TEA');
    expect(shelf.all('p_ann').map(({ text }) => text)).toEqual(['two']);
    shelf.clear('p_ann');
    expect(shelf.all('p_ann')).toEqual([]);
    expect(shelf.all('p_an')).toHaveLength(1);
  });

  it('is nothing where something else has written', () => {
    localStorage.setItem(nameInBrowser(document, 'draft #tea', 'p_ann'), '{"text":7}');
    localStorage.setItem(nameInBrowser(document, 'draft #zoo', 'p_ann'), '{');
    expect(shelf.all('p_ann').map(({ text }) => text)).toEqual(['two']);
  });
});
