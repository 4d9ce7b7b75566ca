import { distance, INSIDE, searchable } from './matching';

/** Tells how well a name goes with what is looked for: 0 is all of it, less well is more; nothing, if it is not in the name. */
export function rankBy(query: string): (name: string) => number | undefined {
  const asked = searchable(query);
  return (name) => {
    const rank = distance(asked, searchable(name));
    return rank !== undefined && rank <= INSIDE ? rank : undefined;
  };
}

/** Of those that match, the best first; of those that match alike the ones that came first. */
export function best<T>(all: readonly T[], rank: (one: T) => number | undefined, most: number): readonly T[] {
  return all
    .flatMap((one) => {
      const its = rank(one);
      return its === undefined ? [] : [{ one, its }];
    })
    .sort((a, b) => a.its - b.its)
    .slice(0, most)
    .map(({ one }) => one);
}
