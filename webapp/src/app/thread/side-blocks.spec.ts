import { Entry, Room } from 'parley-client/state/state';
import { english } from '../../testing/english';
import { Block } from '../chat/blocks';
import { pinBlocks, threadBlocks } from './side-blocks';

const ANN = { id: 'p_ann', name: 'ann', guest: true };
const people = new Map([[ANN.id, ANN]]);
const entry = (seq: number, more: Partial<Entry> = {}): Entry => ({
  seq,
  sender: ANN.id,
  content: `number ${seq}`,
  at: new Date(2026, 10, 23, 12, 0, seq).toISOString(),
  ...more,
});
const room = (of: { thread: number } | 'pins', ...entries: Entry[]): Room => ({
  id: 'r_1',
  kind: 'public',
  people: [],
  end: 0,
  from: 0,
  entries,
  notices: [],
  happenings: [],
  side: { of, entries: [] },
  count: 0,
  here: [],
  seen: 0,
  news: [],
  readThreads: new Map(),
});

describe('a thread', () => {
  const sources = { words: english, outbox: [], people, me: ANN };
  const shapeOf = (blocks: readonly Block[]) =>
    blocks.map((block) => (block.is === 'said' ? block.lines.map(({ seq }) => seq) : block.is));
  const shape = (...entries: Entry[]) => shapeOf(threadBlocks(room({ thread: 1 }, ...entries), 1, sources));

  it('is its first message, then the replies, though one person said all of them', () => {
    const replies = [entry(2, { thread: 1 }), entry(4, { thread: 1 })];
    expect(shape(entry(1), ...replies, entry(3), entry(5, { thread: 3 }))).toEqual(['day', [1], 'replies', [2, 4]]);
  });

  it('does not tell the day of its first message once more before what is new', () => {
    const others = room({ thread: 1 }, entry(1), entry(2, { thread: 1, sender: 'p_bob' }));
    const blocks = threadBlocks(others, 1, { ...sources, seenBefore: 1 });
    expect(shapeOf(blocks)).toEqual(['day', [1], 'replies', 'new', [2]]);
  });

  it('tells another day of the replies', () => {
    const later = new Date(2026, 10, 24, 12).toISOString();
    expect(shape(entry(1), entry(2, { thread: 1, at: later }))).toEqual(['day', [1], 'replies', 'day', [2]]);
  });

  it('has no replies before there is one', () => {
    expect(shape(entry(1))).toEqual(['day', [1]]);
  });
});

describe('what is pinned', () => {
  it('leads to where it was said', () => {
    const blocks = pinBlocks(
      room('pins', entry(1), entry(2, { pinned: true })),
      { words: english, people, me: ANN },
      (seq) => `#/r/tea/${seq}`,
    );
    expect(blocks.flatMap((block) => (block.is === 'said' ? block.lines : []))).toMatchObject([
      { seq: 2, isPinned: true, link: '#/r/tea/2' },
    ]);
  });
});
