import { Grips, keyAt } from './grips';

describe('what somebody has hold of', () => {
  let view: HTMLElement;
  const words = (key: string) => view.querySelector(`[data-key="${key}"] span`)!;

  beforeEach(() => {
    view = document.body.appendChild(document.createElement('div'));
    view.innerHTML = ['a', 'b', 'c'].map((key) => `<p data-key="${key}"><span>words</span></p>`).join('');
  });

  afterEach(() => {
    document.getSelection()?.removeAllRanges();
    view.remove();
  });

  it('is the line where the keyboard is', () => {
    const grips = new Grips();
    grips.focus(words('b'), document);
    expect(grips.all()).toEqual([{ from: 'b', to: 'b' }]);
    grips.focus(document.body, document);
    expect(grips.all()).toEqual([]);
    expect([keyAt(words('a')), keyAt(view), keyAt(null)]).toEqual(['a', undefined, undefined]);
  });

  it('is what is selected, from line to line, as far as it is here', () => {
    const grips = new Grips();
    const selection = document.getSelection()!;
    const select = (from: Node, to: Node) => {
      selection.setBaseAndExtent(from, 0, to, 1);
      grips.select(selection, view);
      return grips.all();
    };
    expect(select(words('a').firstChild!, words('c').firstChild!)).toEqual([{ from: 'a', to: 'c' }]);
    expect(select(words('b').firstChild!, words('b').firstChild!)).toEqual([{ from: 'b', to: 'b' }]);
    const outside = document.body.appendChild(document.createElement('p'));
    outside.textContent = 'outside';
    expect(select(words('c').firstChild!, outside.firstChild!)).toEqual([{ from: 'c', to: 'c' }]);
    selection.collapseToStart();
    grips.select(selection, view);
    expect(grips.all()).toEqual([]);
    outside.remove();
  });
});
