import { Emoji } from '../compose/emoji';
import { AllWords } from '../words/words';
import { isToned, toned, untoned } from './tones';

/** So many stand in a row: eight that a finger can tell apart are as wide as a phone. */
export const COLUMNS = 8;

/** An emoji to choose. */
export interface Sign {
  readonly emoji: string;
  /** What it is called. */
  readonly name: string;
}

/** What a shelf is called in the catalogue of words. */
type Title = { [K in keyof Emojis]: Emojis[K] extends string ? K : never }[keyof Emojis];
type Emojis = AllWords['emoji'];

/** Emoji that belong together, in rows. */
export interface Shelf {
  readonly key: string;
  readonly title: Title;
  /** How many rows there are before its own. */
  readonly first: number;
  readonly rows: readonly (readonly Sign[])[];
}

/** What each category is called, and by which of its emoji it is shown. */
export const CATEGORIES: readonly { readonly key: string; readonly title: Title; readonly sign: string }[] = [
  { key: 'Smileys & Emotion', title: 'smileys', sign: '😀' },
  { key: 'People & Body', title: 'people', sign: '👋' },
  { key: 'Animals & Nature', title: 'animals', sign: '🐻' },
  { key: 'Food & Drink', title: 'food', sign: '🍎' },
  { key: 'Travel & Places', title: 'travel', sign: '🚲' },
  { key: 'Activities', title: 'activities', sign: '⚽' },
  { key: 'Objects', title: 'objects', sign: '💡' },
  { key: 'Symbols', title: 'symbols', sign: '❤️' },
  { key: 'Flags', title: 'flags', sign: '🏳️' },
];

/** All emoji by their category, in a tone of skin; before them those that were used last. */
export function shelvesOf(all: readonly Emoji[], recent: readonly string[], tone: number): readonly Shelf[] {
  const names = new Map(all.map(({ emoji, description }) => [emoji, description]));
  const last = recent.map((emoji) => ({ emoji, name: names.get(untoned(emoji)) ?? emoji }));
  return stacked([
    ...(last.length ? [{ key: RECENT_SHELF, title: 'last' as const, rows: rowsOf(last) }] : []),
    ...CATEGORIES.map(({ key, title }) => ({
      key,
      title,
      rows: rowsOf(all.filter(({ category }) => category === key).map((emoji) => signOf(emoji, tone))),
    })),
  ]);
}

/** The emoji that were found, on one shelf. */
export function found(emoji: readonly Emoji[], tone: number): readonly Shelf[] {
  const rows = rowsOf(emoji.map((one) => signOf(one, tone)));
  return emoji.length ? stacked([{ key: FOUND_SHELF, title: 'found', rows }]) : [];
}

function stacked(shelves: readonly Omit<Shelf, 'first'>[]): readonly Shelf[] {
  let first = 0;
  return shelves.map((shelf) => {
    const here = first;
    first += shelf.rows.length;
    return { ...shelf, first: here };
  });
}

/** The shelf of those that were used last, … */
export const RECENT_SHELF = 'recent';
/** … and of those that were found. */
export const FOUND_SHELF = 'found';

function signOf(emoji: Emoji, tone: number): Sign {
  return { emoji: inTone(emoji, tone), name: emoji.description };
}

function inTone(emoji: Emoji, tone: number): string {
  return tone > 0 && isToned(emoji) ? toned(emoji.emoji, tone) : emoji.emoji;
}

function rowsOf(signs: readonly Sign[]): readonly (readonly Sign[])[] {
  return Array.from({ length: Math.ceil(signs.length / COLUMNS) }, (_, i) =>
    signs.slice(i * COLUMNS, (i + 1) * COLUMNS),
  );
}
