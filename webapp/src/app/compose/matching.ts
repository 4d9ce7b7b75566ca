/** A text as it is compared: without regard to case and accents. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How well a name goes with what is looked for: 0 is all of it, less well is more; nothing, if not at all. */
export function rankOf(name: string, query: string): number | undefined {
  const [all, part] = [folded(name), folded(query)];
  if (all === part) {
    return 0;
  }
  if (all.startsWith(part)) {
    return 1;
  }
  if (all.split(/[-_. ]/).some((word) => word.startsWith(part))) {
    return 2;
  }
  return all.includes(part) ? 3 : undefined;
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
