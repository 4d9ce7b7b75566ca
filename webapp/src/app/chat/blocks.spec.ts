import { Entry, Outgoing, Room } from 'parley-client/state/state';
import { Block, blocksOf, TOGETHER } from './blocks';
import { english } from '../../testing/english';

const ANN = { id: 'p_ann', name: 'ann', guest: true };
const BOB = { id: 'p_bob', name: 'bob', guest: false };
const people = new Map([ANN, BOB].map((person) => [person.id, person]));
const NOON = new Date(2026, 10, 23, 12).getTime();

const entry = (seq: number, sender: string, ms: number): Entry => ({
  seq,
  sender,
  content: `number ${seq}`,
  at: new Date(NOON + ms).toISOString(),
  ref: `ref-${seq}`,
});
const room = (entries: readonly Entry[], more: Partial<Room> = {}): Room => ({
  id: 'r_1',
  kind: 'public',
  people: [],
  end: 0,
  from: 0,
  entries,
  notices: [],
  happenings: [],
  count: 0,
  here: [],
  seen: 0,
  news: [],
  readThreads: new Map(),
  ...more,
});
const outgoing = (ref: string, ms: number): Outgoing => ({
  ref,
  place: '#lobby',
  content: ref,
  at: new Date(NOON + ms).toISOString(),
  stage: { is: 'waiting' },
});

/** A short form of the blocks, to read. */
const shape = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.is === 'said' ? `${block.sender.name} ${block.lines.length}` : block.is));

describe('a timeline', () => {
  it('groups messages by sender', () => {
    const entries = [
      entry(1, 'p_ann', 0),
      entry(2, 'p_ann', 1_000),
      entry(3, 'p_bob', 2_000),
      entry(4, 'p_ann', 3_000),
    ];
    const blocks = blocksOf({ words: english, room: room(entries), outbox: [], people, me: ANN });
    expect(shape(blocks)).toEqual(['day', 'ann 2', 'bob 1', 'ann 1']);
    expect(blocks.map((block) => block.is === 'said' && block.mine)).toEqual([false, true, false, true]);
  });

  it('groups messages by time', () => {
    const entries = [entry(1, 'p_ann', 0), entry(2, 'p_ann', TOGETHER), entry(3, 'p_ann', 2 * TOGETHER + 1)];
    expect(shape(blocksOf({ words: english, room: room(entries), outbox: [], people }))).toEqual([
      'day',
      'ann 2',
      'ann 1',
    ]);
  });

  it('separates days, even where one person goes on talking', () => {
    const midnight = 12 * 3_600_000;
    const entries = [entry(1, 'p_ann', midnight - 1_000), entry(2, 'p_ann', midnight + 1_000)];
    expect(shape(blocksOf({ words: english, room: room(entries), outbox: [], people }))).toEqual([
      'day',
      'ann 1',
      'day',
      'ann 1',
    ]);
  });

  it('ends with what is on its way, in the group of its sender', () => {
    const blocks = blocksOf({
      words: english,
      room: room([entry(1, 'p_ann', 0)]),
      outbox: [outgoing('new-1', 1_000), outgoing('new-2', 2_000)],
      people,
      me: ANN,
    });
    expect(shape(blocks)).toEqual(['day', 'ann 3']);
    const said = blocks[1];
    expect(said?.is === 'said' && said.lines.map((line) => line.stage?.is)).toEqual([undefined, 'waiting', 'waiting']);
  });

  it('shows what is on its way where there is no room yet', () => {
    expect(shape(blocksOf({ words: english, outbox: [outgoing('first', 0)], people, me: ANN }))).toEqual([
      'day',
      'ann 1',
    ]);
  });

  it('marks what is new since somebody looked, from the first message of another', () => {
    const entries = [
      entry(1, 'p_bob', 0),
      entry(2, 'p_ann', 1_000),
      entry(3, 'p_bob', 2_000),
      entry(4, 'p_bob', 3_000),
    ];
    const sources = { room: room(entries), outbox: [], people, me: ANN };
    expect(shape(blocksOf({ words: english, ...sources, seenBefore: 1 }))).toEqual([
      'day',
      'bob 1',
      'ann 1',
      'new',
      'bob 2',
    ]);
    expect(shape(blocksOf({ words: english, ...sources, seenBefore: 4 }))).not.toContain('new');
    expect(shape(blocksOf({ ...sources, words: english }))).not.toContain('new');
  });

  it('tells of comings and goings in one notice, where they happened', () => {
    const notices = [
      { id: 1, after: 0, person: 'p_bob', came: true, at: '' },
      { id: 2, after: 1, person: 'p_ann', came: true, at: '' },
      { id: 3, after: 1, person: 'p_bob', came: false, at: '' },
    ];
    const blocks = blocksOf({ words: english, room: room([entry(1, 'p_bob', 0)], { notices }), outbox: [], people });
    expect(shape(blocks)).toEqual(['notice', 'day', 'bob 1', 'notice']);
    expect(blocks.at(-1)).toMatchObject({ came: ['ann'], left: ['bob'] });
  });

  it('says nothing of somebody who left and came back meanwhile', () => {
    const notices = [false, true].map((came, id) => ({ id, after: 0, person: 'p_bob', came, at: '' }));
    expect(blocksOf({ words: english, room: room([], { notices }), outbox: [], people })).toEqual([]);
  });

  it('shows what became of a message', () => {
    const first = { ...entry(1, 'p_bob', 0), edited: true as const, pinned: true as const, mentions: ['p_ann'] };
    const liked = { ...entry(2, 'p_ann', 1_000), reactions: [{ emoji: '👍', people: ['p_bob', 'p_ann'] }] };
    const lost = { ...entry(3, 'p_ann', 2_000), deleted: true as const, content: '' };
    const blocks = blocksOf({ words: english, room: room([first, liked, lost]), outbox: [], people, me: ANN });
    expect(blocks.flatMap((block) => (block.is === 'said' ? block.lines : []))).toMatchObject([
      { isEdited: true, isPinned: true, isToMe: true },
      { reactions: [{ emoji: '👍', count: 2, isMine: true, names: ['bob', 'you'], who: 'bob and you' }] },
      { isDeleted: true },
    ]);
  });

  it('leaves replies out, and tells of them at the message that they are to', () => {
    const at = new Date(NOON + 60_000).toISOString();
    const first = { ...entry(1, 'p_bob', 0), replies: 2, repliedAt: at };
    const reply = { ...entry(2, 'p_bob', 60_000), thread: 1 };
    const other = entry(3, 'p_bob', 61_000);
    const threads = new Map([
      [1, { unread: 1, isStuck: false }],
      [3, { unread: 0, isStuck: true }],
    ]);
    const blocks = blocksOf({
      words: english,
      room: room([first, reply, other]),
      outbox: [],
      threads,
      people,
      me: ANN,
    });
    expect(blocks.flatMap((block) => (block.is === 'said' ? block.lines : []))).toMatchObject([
      { seq: 1, replies: { count: 2, at: new Date(at), unread: 1, isStuck: false } },
      { seq: 3, replies: { count: 0, unread: 0, isStuck: true } },
    ]);
    const plain = blocksOf({ words: english, room: room([first]), outbox: [], people, me: ANN }).at(-1);
    expect(plain?.is === 'said' && plain.lines[0]?.replies).toBeUndefined();
  });

  it('tells what happened to the room where it happened', () => {
    const happenings = [
      {
        type: 'membership',
        recipient: 'r_1',
        seq: 2,
        mark: '',
        sender: 'p_bob',
        at: new Date(NOON).toISOString(),
        person: 'p_bob',
        change: 'joined',
      },
    ] as const;
    const entries = [entry(1, 'p_ann', 0), entry(3, 'p_bob', 1_000)];
    const blocks = blocksOf({ words: english, room: room(entries, { happenings }), outbox: [], people });
    expect(shape(blocks)).toEqual(['day', 'ann 1', 'happening', 'bob 1']);
    expect(shape(blocksOf({ words: english, room: room([], { happenings }), outbox: [], people }))).toEqual([
      'day',
      'happening',
    ]);
  });

  it('has no two blocks or lines with one key', () => {
    const entries = Array.from({ length: 20 }, (_, i) => entry(i + 1, i % 3 ? 'p_ann' : 'p_bob', i * 7_200_000));
    const blocks = blocksOf({
      words: english,
      room: room(entries),
      outbox: [outgoing('x', 0)],
      people,
      me: ANN,
      seenBefore: 4,
    });
    const keys = [
      ...blocks.map((block) => block.key),
      ...blocks.flatMap((block) => (block.is === 'said' ? block.lines.slice(1).map((line) => line.key) : [])),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
