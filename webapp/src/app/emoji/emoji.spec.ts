import { EMOJI } from '../compose/emoji';
import { moved } from './moving';
import { recentOf, used } from './recent';
import { CATEGORIES, COLUMNS, found, shelvesOf } from './shelves';
import { isToned, toned, toneOf, untoned } from './tones';

describe('a tone of skin', () => {
  it('is put on those that have one', () => {
    expect(toned('👍', 3)).toBe('👍🏽');
    expect(toned('☝️', 1)).toBe('☝🏻');
    expect(toned('👩‍🚒', 5)).toBe('👩🏿‍🚒');
    expect(toned('🧑‍🤝‍🧑', 2)).toBe('🧑🏼‍🤝‍🧑🏼');
    expect(toned('👍', 0)).toBe('👍');
    expect(untoned('👩🏿‍🚒')).toBe('👩‍🚒');
  });

  it('is on no family, and on nothing that has no skin', () => {
    const is = (emoji: string) => isToned(EMOJI.find((one) => one.emoji === emoji)!);
    expect(['👍', '👩‍🚒', '🧑‍🤝‍🧑', '👨‍👩‍👦', '🎉'].map(is)).toEqual([true, true, true, false, false]);
  });

  it('is what a note tells, if it is one', () => {
    expect([toneOf('3'), toneOf(undefined), toneOf('7'), toneOf('x')]).toEqual([3, 0, 0, 0]);
  });
});

describe('the emoji that were used last', () => {
  it('come in that order, each once, and not too many', () => {
    expect(used(undefined, '🎉')).toBe('🎉');
    expect(used('👍 🎉 😂', '😂')).toBe('😂 👍 🎉');
    const many = EMOJI.slice(0, 40).reduce<string | undefined>((note, { emoji }) => used(note, emoji), undefined);
    expect(recentOf(many)).toHaveLength(16);
    expect(recentOf(undefined)).toEqual([]);
  });
});

describe('the shelves', () => {
  it('hold every emoji once, in full rows', () => {
    const shelves = shelvesOf(EMOJI, [], 0);
    expect(shelves.map(({ word }) => word)).toEqual(CATEGORIES.map(({ word }) => word));
    shelves.forEach(({ rows }, i) => {
      expect(rows.flat().map(({ emoji }) => emoji)).toContain(CATEGORIES[i]?.sign);
    });
    const all = shelves.flatMap(({ rows }) => rows.flat());
    expect(new Set(all.map(({ emoji }) => emoji)).size).toBe(EMOJI.length);
    expect(shelves.every(({ rows }) => rows.slice(0, -1).every((row) => row.length === COLUMNS))).toBe(true);
  });

  it('begin with those that were used last, by their names in whatever tone', () => {
    const [first] = shelvesOf(EMOJI, ['👍🏽'], 0);
    expect(first).toMatchObject({ word: 'last', rows: [[{ emoji: '👍🏽', name: 'thumbs up' }]] });
  });

  it('are in the tone that was chosen', () => {
    const wave = EMOJI.filter(({ emoji }) => emoji === '👋');
    expect(found(wave, 5)[0]?.rows[0]?.[0]?.emoji).toBe('👋🏿');
    expect(found([], 5)).toEqual([]);
  });
});

describe('the keys of a grid', () => {
  const go = (row: number, column: number, key: string, isRightToLeft = false) =>
    moved([3, 3, 2], { row, column }, key, isRightToLeft);

  it('lead from cell to cell, and over the ends of rows', () => {
    expect(go(0, 0, 'ArrowRight')).toEqual({ row: 0, column: 1 });
    expect(go(0, 2, 'ArrowRight')).toEqual({ row: 1, column: 0 });
    expect(go(1, 0, 'ArrowLeft')).toEqual({ row: 0, column: 2 });
    expect(go(0, 0, 'ArrowLeft')).toBeUndefined();
    expect(go(2, 1, 'ArrowRight')).toBeUndefined();
  });

  it('keep the column, as far as the row is long', () => {
    expect(go(0, 1, 'ArrowDown')).toEqual({ row: 1, column: 1 });
    expect(go(1, 2, 'ArrowDown')).toEqual({ row: 2, column: 1 });
    expect(go(0, 0, 'ArrowUp')).toBeUndefined();
    expect(go(0, 0, 'PageDown')).toEqual({ row: 2, column: 0 });
    expect(go(2, 0, 'PageUp')).toEqual({ row: 0, column: 0 });
  });

  it('lead to the ends of a row', () => {
    expect([go(0, 1, 'Home'), go(0, 1, 'End')]).toEqual([
      { row: 0, column: 0 },
      { row: 0, column: 2 },
    ]);
    expect(go(0, 0, 'x')).toBeUndefined();
  });

  it('are the other way round where one reads from the right', () => {
    expect(go(0, 1, 'ArrowRight', true)).toEqual({ row: 0, column: 0 });
    expect(go(0, 1, 'ArrowLeft', true)).toEqual({ row: 0, column: 2 });
  });
});
