import { around, drawn, Excerpt, following, Grip, isSameExcerpt, spanOf } from './excerpt';
import { Row } from './rows';

/** Rows that stand at these seqs. */
const rowsAt = (seqs: readonly number[]): readonly Row[] =>
  seqs.map((seq, i) => ({
    is: 'notice',
    key: `${seq} ${seqs.indexOf(seq) === i ? '' : i}`.trim(),
    seq,
    came: [],
    left: [],
  }));
const upTo = (last: number, first = 1) => rowsAt(Array.from({ length: last - first + 1 }, (_, i) => first + i));
const rows = upTo(200);

const seqs = (all: readonly Row[], excerpt: Excerpt) => {
  const [start, end] = spanOf(all, excerpt);
  return [all[start]?.seq, all[end - 1]?.seq];
};

describe('an excerpt', () => {
  it('is the end of a timeline, or from one seq to another, whatever comes before and behind', () => {
    expect(seqs(rows, { last: 10 })).toEqual([191, 200]);
    expect(seqs(rows, { from: 20, to: 30 })).toEqual([20, 30]);
    expect(seqs(upTo(300, -100), { from: 20, to: 30 })).toEqual([20, 30]);
    expect(spanOf(rowsAt([1, 2, 2, 2, 3]), { from: 2, to: 2 })).toEqual([1, 4]);
  });

  it('is the tail where nothing of it is there any more', () => {
    expect(seqs(rows, { from: 900, to: 950 })).toEqual([161, 200]);
    expect(spanOf([], { from: 1, to: 9 })).toEqual([0, 0]);
  });

  it('is around a seq', () => {
    expect(around(rows, 100)).toEqual({ from: 88, to: 112 });
    expect(around(rows, 3)).toEqual({ from: 1, to: 15 });
    expect(around(rows, 199)).toEqual({ from: 187, to: 200 });
  });

  it('is the same as another one that has the same ends', () => {
    expect(isSameExcerpt({ last: 4 }, { last: 4 })).toBe(true);
    expect(isSameExcerpt({ from: 1, to: 2 }, { from: 1, to: 2 })).toBe(true);
    expect(isSameExcerpt({ from: 1, to: 2 }, { from: 1, to: 3 })).toBe(false);
    expect(isSameExcerpt({ last: 4 }, { from: 1, to: 4 })).toBe(false);
  });
});

describe('what is drawn for somebody who reads', () => {
  const seen = { from: 81, to: 100 };

  it('stays as long as there is enough around', () => {
    const before = { from: 62, to: 119 };
    expect(following(rows, seen, before, false)).toEqual(before);
  });

  it('goes with them, by as much on both sides as they see', () => {
    expect(following(rows, seen, { from: 75, to: 120 }, false)).toEqual({ from: 61, to: 120 });
    expect(following(rows, seen, { from: 61, to: 102 }, false)).toEqual({ from: 61, to: 120 });
    expect(following(rows, { from: 1, to: 10 }, { from: 1, to: 12 }, false)).toEqual({ from: 1, to: 22 });
  });

  it('is not more than that for long', () => {
    expect(following(rows, seen, { from: 1, to: 200 }, false)).toEqual({ from: 61, to: 120 });
  });

  it('follows the end for whoever stands there, and for nobody else', () => {
    const end = { from: 181, to: 200 };
    expect(following(rows, end, { last: 40 }, true)).toEqual({ last: 40 });
    expect(following(rows, end, { last: 25 }, true)).toEqual({ last: 40 });
    expect(following(rows, end, { last: 100 }, true)).toEqual({ last: 40 });
    expect(following(rows, end, { last: 40 }, false)).toEqual({ from: 161, to: 200 });
  });
});

describe('what somebody has hold of', () => {
  const excerpt = { from: 100, to: 102 };
  const shape = (all: readonly Row[]) => all.map(({ key, isAway }) => (isAway ? `(${key})` : key));
  const one = (key: string) => [{ from: key, to: key }];

  /** Draws a part of what was said, before and after which there is more. */
  const draw = (some: readonly Row[], grips: readonly Grip[], before: readonly Row[]) =>
    drawn({ rows: some, excerpt, grips, isWhole: false, isApart: true }, before);

  it('stays drawn, away from the rest', () => {
    expect(shape(draw(rows, [], []))).toEqual(['100', '101', '102']);
    expect(shape(draw(rows, one('101'), []))).toEqual(['100', '101', '102']);
    expect(shape(draw(rows, one('40'), []))).toEqual(['(40)', '100', '101', '102']);
    expect(shape(draw(rows, one('140'), []))).toEqual(['100', '101', '102', '(140)']);
    const two = [{ from: '98', to: '101' }, ...one('98')];
    expect(shape(draw(rows, two, []))).toEqual(['(98)', '(99)', '100', '101', '102']);
  });

  it('stays as it was where the room has let go of it', () => {
    const before = draw(rows, one('40'), []);
    const later = draw(upTo(400, 90), one('40'), before);
    expect(shape(later)).toEqual(['(40)', '100', '101', '102']);
    expect(shape(draw(upTo(400, 95), one('40'), later))).toEqual(['(40)', '100', '101', '102']);
    expect(shape(draw(upTo(400, 90), [], later))).toEqual(['100', '101', '102']);
  });

  it('is gone when it is taken away among what is there', () => {
    const before = draw(rows, one('40'), []);
    const without = rows.filter(({ key }) => key !== '40');
    expect(shape(draw(without, one('40'), before))).toEqual(['100', '101', '102']);
  });

  it('is gone when it is taken away from an end behind which there is nothing', () => {
    const before = draw(rows, one('1'), []);
    const [all, fewer] = [{ isWhole: true, isApart: false }, rows.slice(1)];
    expect(shape(before)).toEqual(['(1)', '100', '101', '102']);
    expect(shape(drawn({ rows: fewer, excerpt, grips: one('1'), ...all }, before))).toEqual(['100', '101', '102']);
    expect(shape(drawn({ rows: [], excerpt, grips: one('1'), ...all }, before))).toEqual([]);
  });
});
