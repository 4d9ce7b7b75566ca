import { ANN, AT, BOB, mark, page, publicRoom, reading, reset, said, welcome } from '../../testing/frames';
import { Leaf, Page, ServerMessage } from '../message/message';
import { apply } from './apply';
import { asking, forgotten, isToldAlike, newer, older, READ_BACK, shownOf, unreadPage } from './past';
import { EMPTY, HELD, Room, State } from './state';

const ID = 'r_lobby';
const LOBBY = publicRoom('lobby', 100);
/** The lobby's tail from 91 to 100. */
const TAIL = [welcome(LOBBY), reset(LOBBY, 90), ...seqs(91, 100).map((seq) => said(ID, seq))];

function seqs(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

const hear = (state: State, ...messages: ServerMessage[]) =>
  messages.reduce((before, message) => apply(before, message, AT), state);
const lobby = (state: State): Room => state.rooms.get(ID)!;
const ask = (state: State, leaf: Leaf | undefined): State => ({
  ...state,
  rooms: new Map([[ID, asking(lobby(state), 'q', leaf!)]]),
});
/** Somebody reads the page that `leaf` asks for. */
const read = (state: State, leaf: Leaf | undefined, of: number[], more: Partial<Page> = {}): State =>
  hear(ask(state, leaf), page('q', ID, of, more));
const shown = (state: State) => shownOf(lobby(state)).entries.map(({ seq }) => seq);
const held = (state: State, seq: number) => shownOf(lobby(state)).entries.find((entry) => entry.seq === seq)!;

const tail = hear(EMPTY, ...TAIL);
const stamp = (seq: number) => ({ recipient: ID, seq, mark: mark(seq), sender: BOB.id, at: AT });

describe('reading back', () => {
  it('goes on before what is shown, to the first message', () => {
    expect(older(lobby(tail))).toEqual({ before: 91 });
    const once = read(tail, older(lobby(tail)), seqs(41, 90), { before: 41 });
    expect(shown(once)).toEqual(seqs(41, 100));
    expect(older(lobby(once))).toEqual({ before: 41 });
    const all = read(once, older(lobby(once)), seqs(1, 40));
    expect(shown(all)).toEqual(seqs(1, 100));
    expect(older(lobby(all))).toBeUndefined();
    expect([shownOf(lobby(all)).start, shownOf(lobby(once)).start]).toEqual([0, 40]);
  });

  it('has nothing before a tail that begins with the first', () => {
    const young = hear(EMPTY, welcome(publicRoom('lobby', 1)), reset(publicRoom('lobby', 1), 0), said(ID, 1));
    expect(older(lobby(young))).toBeUndefined();
  });

  it('takes no page that was not asked for', () => {
    expect(hear(tail, page('q', ID, seqs(1, 90)))).toEqual(tail);
    expect(lobby(hear(ask(tail, { before: 91 }), page('other', ID, seqs(1, 90)))).past).toBeUndefined();
  });

  it('is over after a reset, and when it is let go', () => {
    const once = read(tail, older(lobby(tail)), seqs(41, 90), { before: 41 });
    expect(shown(hear(once, reset(publicRoom('lobby', 100), 98), said(ID, 99)))).toEqual([99]);
    expect(shown({ ...once, rooms: new Map([[ID, forgotten(lobby(once))]]) })).toEqual(seqs(91, 100));
    expect(lobby(hear(ask(tail, { before: 91 }), reset(LOBBY))).asking).toBeUndefined();
  });

  it('is asked for again after a new welcome', () => {
    const state = ask(tail, { before: 91 });
    const sent = {
      ...state,
      rooms: new Map([[ID, { ...lobby(state), asking: { ...lobby(state).asking!, isSent: true } }]]),
    };
    expect(lobby(hear(sent, welcome(LOBBY))).asking).toEqual({
      ref: 'q',
      leaf: { before: 91 },
      isSent: false,
      heard: [],
    });
  });

  it('stands still at a refusal, but for one that passes', () => {
    const refused = (code: string) => hear(ask(tail, { before: 91 }), { type: 'refused', ref: 'q', code, text: 'No.' });
    expect(lobby(refused('no_such_room')).asking?.refusal).toEqual({ code: 'no_such_room', text: 'No.' });
    expect(lobby(refused('busy')).asking?.refusal).toBeUndefined();
    expect(refused('no_such_room').complaint).toBeUndefined();
  });

  it('goes on from an entry in both directions, until it reaches the tail without a hole', () => {
    const there = read(tail, { around: 30 }, seqs(20, 40), { before: 20, after: 40 });
    expect(shown(there)).toEqual(seqs(20, 40));
    expect(shownOf(lobby(there)).isApart).toBe(true);
    expect(newer(lobby(there))).toEqual({ after: 40 });
    const on = read(there, newer(lobby(there)), seqs(41, 80), { after: 80 });
    expect(shownOf(lobby(on)).isApart).toBe(true);
    const joined = read(on, newer(lobby(on)), seqs(81, 100));
    expect(shown(joined)).toEqual(seqs(20, 100));
    expect(newer(lobby(joined))).toBeUndefined();
    expect(shown(read(joined, older(lobby(joined)), seqs(1, 19)))).toEqual(seqs(1, 100));
  });

  it('has no hole where the tail has gone on meanwhile', () => {
    const apart = read(tail, { around: 30 }, seqs(20, 40), { before: 20, after: 40 });
    const later = hear(apart, ...seqs(101, 150 + HELD).map((seq) => said(ID, seq)));
    const on = read(later, newer(lobby(later)), seqs(41, 100), { asOf: 100 });
    expect(newer(lobby(on))).toEqual({ after: 100 });
    const asked = hear(ask(tail, older(lobby(tail))), ...seqs(101, 150 + HELD).map((seq) => said(ID, seq)));
    const late = hear(asked, page('q', ID, seqs(41, 90), { before: 41 }));
    expect(newer(lobby(late))).toEqual({ after: 90 });
    const whole = read(late, newer(lobby(late)), seqs(91, 190), { after: 190, asOf: 1_150 });
    expect(shown(whole)).toEqual(seqs(41, 1_150));
  });

  it('shows the tail where that holds all of a page', () => {
    const there = read(tail, { around: 97 }, seqs(94, 100), { before: 94 });
    expect(lobby(there).past).toBeUndefined();
    expect(shown(there)).toEqual(seqs(91, 100));
  });

  it('follows the tail, and holds no more than so much', () => {
    const once = read(tail, older(lobby(tail)), seqs(41, 90), { before: 41 });
    const later = hear(once, ...seqs(101, HELD + 95).map((seq) => said(ID, seq)));
    expect(shown(later)).toEqual(seqs(41, HELD + 95));
    const far = seqs(1, 40).reduce(
      (state) =>
        read(
          state,
          older(lobby(state)),
          [older(lobby(state))!].flatMap((leaf) => ('before' in leaf ? [leaf.before - 1] : [])),
          { before: Number(lobby(state).past!.before) - 1 },
        ),
      once,
    );
    expect(shown(far)[0]).toBe(1);
    const much = read(tail, { around: 2_000 }, seqs(1, READ_BACK + 50), { after: READ_BACK + 50 });
    expect(lobby(much).past?.entries.length).toBeLessThanOrEqual(READ_BACK);
  });

  it('counts what happened to the room, too, and reads again in both directions what it let go', () => {
    const joined = (seq: number) => ({ type: 'membership', ...stamp(seq), person: BOB.id, change: 'joined' }) as const;
    const start = 1_000;
    const far = hear(EMPTY, welcome(publicRoom('lobby', start)), reset(publicRoom('lobby', start), start));
    const pages = [700, 400].reduce(
      (state, from) =>
        read(state, older(lobby(state)), [], { entries: seqs(from + 1, from + 300).map(joined), before: from + 1 }),
      far,
    );
    const { past } = lobby(pages);
    expect(past?.happenings.map(({ seq }) => seq)).toEqual(seqs(401, 400 + READ_BACK));
    expect([older(lobby(pages)), newer(lobby(pages))]).toEqual([{ before: 401 }, { after: 400 + READ_BACK }]);
    const on = read(pages, newer(lobby(pages)), [], { entries: seqs(701, 800).map(joined), after: 800 });
    expect(lobby(on).past?.happenings[0]?.seq).toBe(801 - READ_BACK);
    expect(older(lobby(on))).toEqual({ before: 801 - READ_BACK });
  });
});

describe('two states of a room', () => {
  it('are told alike but for what a timeline does not tell', () => {
    const room = lobby(tail);
    expect(isToldAlike(room, asking(room, 'q', { before: 91 }))).toBe(true);
    expect(isToldAlike(room, { ...room, count: 7, seen: 99 })).toBe(true);
    expect(isToldAlike(room, { ...room, archived: true })).toBe(false);
    expect(isToldAlike(room, lobby(hear(tail, said(ID, 101))))).toBe(false);
    expect(isToldAlike(undefined, undefined)).toBe(true);
  });
});

describe('being led to a message', () => {
  const led = (leaf: Leaf, of: number[], more: Partial<Page> = {}) => read(tail, leaf, of, more);

  it('ends where that is', () => {
    expect(lobby(led({ around: 30 }, seqs(20, 40), { before: 20, after: 40 })).spot).toEqual({ seq: 30, by: 'link' });
    expect(lobby(led({ around: 97 }, seqs(94, 100), { before: 94 })).spot).toEqual({ seq: 97, by: 'link' });
  });

  it('by a day ends at the first since, or at the last', () => {
    const at = (date: string) => lobby(led({ date }, seqs(20, 40), { before: 20, after: 40 })).spot;
    expect(at('2026-11-22T00:00:00.000Z')).toEqual({ seq: 20, by: 'date' });
    expect(at('2026-11-24T00:00:00.000Z')).toEqual({ seq: 40, by: 'date' });
  });

  it('asks for a message that pages leave out by itself, and shows a reply beside what it is to', () => {
    const apart = led({ around: 30 }, [20, 29, 31, 40], { before: 20, after: 40 });
    expect(lobby(apart).asking).toMatchObject({ leaf: { thread: 30, after: 29, limit: 1 }, isSent: false });
    const { ref } = lobby(apart).asking!;
    const entries = [{ ...said(ID, 30), thread: 21 }];
    const beside = lobby(hear(apart, page(ref, ID, [], { entries })));
    expect(beside.side).toMatchObject({ of: { thread: 21 }, spot: { seq: 30, by: 'link' } });
    expect(beside.asking).toMatchObject({ leaf: { around: 21 }, isSent: false });
    const around = hear(
      { ...apart, rooms: new Map([[ID, beside]]) },
      page(beside.asking!.ref, ID, seqs(15, 29), { before: 15, after: 29 }),
    );
    expect(lobby(around).spot).toEqual({ seq: 21, by: 'reply' });
    expect(around.complaint).toBeUndefined();
    expect(hear(apart, page(ref, ID, [])).complaint).toEqual({ is: 'lost' });
  });

  it('shows a reply of the tail beside it, too', () => {
    const replied = hear(tail, { ...said(ID, 101), thread: 95 });
    const there = lobby(read(replied, { around: 101 }, seqs(98, 100), { before: 98 }));
    expect(there.side).toMatchObject({ of: { thread: 95 }, spot: { seq: 101, by: 'link' }, first: { seq: 95 } });
  });

  it('says so where it was deleted', () => {
    const entries = [{ ...said(ID, 30), deleted: true as const }];
    expect(led({ around: 30 }, [], { entries, before: 30, after: 30 }).complaint).toEqual({ is: 'deleted' });
  });

  it('is over when what was read back is let go', () => {
    expect(forgotten(lobby(led({ around: 97 }, seqs(94, 100), { before: 94 }))).spot).toBeUndefined();
  });
});

describe('a room that was not read', () => {
  it('begins with the page behind the mark, where that lies before the tail', () => {
    const marked = (seq: number, unread: number) => hear(tail, reading(ID, seq, { asOf: 100, unread, turn: 1 }));
    expect(unreadPage(lobby(marked(40, 60)))).toEqual({ after: 40 });
    expect(unreadPage(lobby(marked(95, 5)))).toBeUndefined();
    expect(unreadPage(lobby(marked(40, 0)))).toBeUndefined();
    const there = read(marked(40, 60), { after: 40 }, seqs(41, 70), { after: 70 });
    expect([shownOf(lobby(there)).start, shownOf(lobby(there)).isApart]).toEqual([40, true]);
    expect(older(lobby(there))).toEqual({ before: 41 });
    expect(unreadPage(lobby(there))).toBeUndefined();
  });
});

describe('a message of a page', () => {
  const more: Partial<Page> = {
    asOf: 102,
    before: 89,
    reactions: [{ target: 90, emoji: '👍', count: 3, people: [BOB.id], mine: true }],
    replies: [{ thread: 90, count: 2, last: 95, at: '2026-11-23T02:00:01.000Z' }],
    pins: [89],
  };
  const paged = read(tail, { before: 91 }, [89, 90], more);

  it('has its reactions, replies and pin', () => {
    expect(held(paged, 90)).toMatchObject({
      reactions: [{ emoji: '👍', people: [BOB.id, ANN.id], unnamed: 1 }],
      replies: 2,
      repliedAt: '2026-11-23T02:00:01.000Z',
    });
    expect(held(paged, 89).pinned).toBe(true);
  });

  it('knows of what is heard later and comes before its asOf', () => {
    const state = hear(
      paged,
      { type: 'edit', ...stamp(101), target: 90, content: 'old' },
      { ...said(ID, 102), thread: 90 },
      { type: 'edit', ...stamp(103), target: 90, content: 'new' },
      { ...said(ID, 104), thread: 90 },
    );
    expect(held(hear(paged, { type: 'edit', ...stamp(101), target: 90, content: 'old' }), 90).content).toBe(
      'number 90',
    );
    expect(held(state, 90)).toMatchObject({ content: 'new', edited: true, replies: 3 });
  });

  it('stays as it was heard to be after its asOf, while it was asked for', () => {
    const heard: ServerMessage[] = [
      { type: 'edit', ...stamp(101), target: 90, content: 'old' },
      { type: 'reaction', ...stamp(102), target: 89, emoji: '🎉', on: true },
      { type: 'reaction', ...stamp(103), target: 89, emoji: '👍', on: true },
      { type: 'delete', ...stamp(104), target: 90, author: BOB.id },
      { ...said(ID, 105), thread: 89 },
      { type: 'pin', ...stamp(106), target: 89, on: false },
    ];
    const state = hear(ask(tail, { before: 91 }), ...heard, page('q', ID, [89, 90], { ...more, asOf: 102 }));
    expect(held(state, 90)).toMatchObject({ deleted: true, content: '' });
    expect(held(state, 89).reactions).toEqual([{ emoji: '👍', people: [BOB.id] }]);
    expect(held(state, 89)).toMatchObject({ replies: 1 });
    expect(held(state, 89).pinned).toBeUndefined();
  });

  it('counts replies of the tail once, and none that was deleted when it was heard', () => {
    const state = hear(
      paged,
      ...[101, 102].map((seq) => said(ID, seq)),
      { ...said(ID, 103), thread: 90 },
      { ...said(ID, 104), thread: 90, deleted: true },
      { type: 'delete', ...stamp(105), target: 104, author: BOB.id, thread: 90 },
    );
    expect(held(state, 90).replies).toBe(3);
    expect(
      held(hear(state, { type: 'delete', ...stamp(106), target: 95, author: BOB.id, thread: 90 }), 90).replies,
    ).toBe(2);
  });

  it('tells what happened to the room, too', () => {
    const settings = { type: 'settings', ...stamp(50), topic: 'Tea' } as const;
    const state = hear(ask(tail, { before: 91 }), page('q', ID, [], { entries: [settings] }));
    expect(shownOf(lobby(state)).happenings).toEqual([settings]);
  });
});
