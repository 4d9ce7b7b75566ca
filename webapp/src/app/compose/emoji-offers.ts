import { best, rankBy } from '../match/best';
import { folded, INSIDE } from '../match/matching';
import { Emoji, EMOJI } from './emoji';
import { MOST, Offer } from './offers';

/** Behind every name comes what Unicode calls it, … */
const DESCRIBED = INSIDE + 1;
/** … and last what only has to do with what is looked for. */
const LAST = 2 * DESCRIBED;
/** No emoji has a longer name. */
const LONGEST = 100;

/**
 * The emoji whose name goes with what was written, the shortest first; then those that are described so, and last those that
 * only have to do with it.
 */
export function emojiNamed(query: string, most: number): readonly Emoji[] {
  const [nameRank, start] = [rankBy(query), folded(query)];
  const rank = ({ names, description, tags }: Emoji) => {
    const ranks = names.flatMap((name) => {
      const its = nameRank(name);
      return its === undefined ? [] : [its + name.length / LONGEST];
    });
    const described = nameRank(description);
    const isAkin = tags.some((tag) => tag.startsWith(start));
    const akin = described === undefined ? (isAkin ? LAST : undefined) : DESCRIBED + described;
    return ranks.length ? Math.min(...ranks) : akin;
  };
  return best(EMOJI, rank, most);
}

/** What of them is offered. */
export function emojiFor(query: string): readonly Offer[] {
  const rank = rankBy(query);
  return emojiNamed(query, MOST).map(({ emoji, names }) => ({
    text: emoji,
    label: `:${names.find((name) => rank(name) !== undefined) ?? names[0] ?? ''}:`,
    emoji,
  }));
}
