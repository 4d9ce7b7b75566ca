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

/** By what name the catalogue of words has what a shelf is called. */
type Word = { [K in keyof Emojis]: Emojis[K] extends string ? K : never }[keyof Emojis];
type Emojis = AllWords['emoji'];

/** The shelf of those that were used last, … */
export const LAST = 'last' as const;
/** … and of those that were found. */
export const FOUND = 'found' as const;

/** Emoji that belong together, in rows. */
export interface Shelf {
  readonly word: Word;
  /** How many rows there are before its own. */
  readonly first: number;
  readonly rows: readonly (readonly Sign[])[];
}

/** The categories in the order of the table of emoji, and by which of its emoji each is shown. */
export const CATEGORIES: readonly { readonly word: Word; readonly sign: string }[] = [
  { word: 'smileys', sign: '😀' },
  { word: 'people', sign: '👋' },
  { word: 'animals', sign: '🐻' },
  { word: 'food', sign: '🍎' },
  { word: 'travel', sign: '🚲' },
  { word: 'activities', sign: '⚽' },
  { word: 'objects', sign: '💡' },
  { word: 'symbols', sign: '♻️' },
  { word: 'flags', sign: '🏳️' },
];

/** All emoji by their category, in a tone of skin; before them those that were used last. */
export function shelvesOf(all: readonly Emoji[], recent: readonly string[], tone: number): readonly Shelf[] {
  const names = new Map(all.map(({ emoji, description }) => [emoji, description]));
  const last = recent.map((emoji) => ({ emoji, name: names.get(untoned(emoji)) ?? emoji }));
  const kinds = [...new Set(all.map(({ category }) => category))];
  return stacked([
    ...(last.length ? [{ word: LAST, rows: rowsOf(last) }] : []),
    ...CATEGORIES.map(({ word }, i) => ({
      word,
      rows: rowsOf(all.filter(({ category }) => category === kinds[i]).map((emoji) => signOf(emoji, tone))),
    })),
  ]);
}

/** The emoji that were found, on one shelf. */
export function found(emoji: readonly Emoji[], tone: number): readonly Shelf[] {
  const rows = rowsOf(emoji.map((one) => signOf(one, tone)));
  return emoji.length ? stacked([{ word: FOUND, rows }]) : [];
}

function stacked(shelves: readonly Omit<Shelf, 'first'>[]): readonly Shelf[] {
  let first = 0;
  return shelves.map((shelf) => {
    const here = first;
    first += shelf.rows.length;
    return { ...shelf, first: here };
  });
}

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
