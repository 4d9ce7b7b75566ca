import { Sight } from './excerpt';

/** The rows that are drawn where they belong. */
const ROWS = ':scope > [data-seat]:not(.away)';

/** The elements that match, and of these the first that does not end above this height of the screen. */
export function firstBelow(elements: ArrayLike<Element>, y: number): Element | undefined {
  return elements[countWhile(elements, (element) => element.getBoundingClientRect().bottom <= y)];
}

/** How many elements at the beginning are so; none is behind the first that is not. */
function countWhile(elements: ArrayLike<Element>, isSo: (element: Element) => boolean): number {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element && isSo(element)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** What somebody sees of a timeline; nothing, where there is nothing. */
export function sightOf(view: Element): Sight | undefined {
  const rows = view.querySelectorAll(ROWS);
  const { top, bottom } = view.getBoundingClientRect();
  const first = firstBelow(rows, top) ?? rows[rows.length - 1];
  const last = rows[countWhile(rows, (row) => row.getBoundingClientRect().top < bottom) - 1] ?? first;
  return first && last ? { from: seatOf(first), to: seatOf(last) } : undefined;
}

function seatOf(row: Element): number {
  return Number(row.getAttribute('data-seat'));
}
