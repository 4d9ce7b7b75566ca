import { ANN, AT, BOB, mark, page, publicRoom, reset, said, welcome } from '../../testing/frames';
import { Page, ServerMessage } from '../message/message';
import { apply } from './apply';
import { Topic } from './place';
import { besideOf, sideAsking, sided, unsided, wantedLeaf } from './side';
import { EMPTY, HELD, Room, State } from './state';

const ID = 'r_lobby';
const LOBBY = publicRoom('lobby', 100);
const reply = (seq: number, thread: number) => ({ ...said(ID, seq), thread });
/** The lobby's tail from 91 to 100, in which 95 has a reply. */
const TAIL = [
  welcome(LOBBY),
  reset(LOBBY, 90),
  ...[91, 92, 93, 94, 95].map((seq) => said(ID, seq)),
  reply(96, 95),
  reply(97, 40),
  ...[98, 99, 100].map((seq) => said(ID, seq)),
];
const stamp = (seq: number) => ({ recipient: ID, seq, mark: mark(seq), sender: BOB.id, at: AT });

const hear = (state: State, ...messages: ServerMessage[]) =>
  messages.reduce((before, message) => apply(before, message, AT), state);
const lobby = (state: State): Room => state.rooms.get(ID)!;
const changed = (state: State, by: (room: Room) => Room): State => ({
  ...state,
  rooms: new Map([[ID, by(lobby(state))]]),
});
const open = (of: Topic, led?: number) => changed(hear(EMPTY, ...TAIL), (room) => sided(room, of, led));
/** The server answers what is wanted. */
const answer = (state: State, of: number[], more: Partial<Page> = {}) =>
  hear(
    changed(state, (room) => sideAsking(room, 'q', wantedLeaf(room)!)),
    page('q', ID, of, more),
  );
const beside = (state: State) => besideOf(lobby(state)).map(({ seq }) => seq);
const wanted = (state: State) => wantedLeaf(lobby(state));

describe('a thread beside the room', () => {
  it('that begins in the tail is there as a whole, at once', () => {
    const state = open({ thread: 95 });
    expect(beside(state)).toEqual([95, 96]);
    expect(lobby(state).side?.before).toBeUndefined();
    expect(wanted(state)).toBeUndefined();
  });

  it('asks for its first message, then for what comes before the tail', () => {
    const first = open({ thread: 40 });
    expect(wanted(first)).toEqual({ thread: 40, after: 39, limit: 1 });
    const begun = answer(first, [40], { after: 40 });
    expect(wanted(begun)).toEqual({ thread: 40, before: 91 });
    const replies = [50, 60].map((seq) => reply(seq, 40));
    const read = answer(begun, [], { entries: replies, before: 50 });
    expect(beside(read)).toEqual([40, 50, 60, 97]);
    expect([lobby(read).side?.before, wanted(read)]).toEqual([50, undefined]);
  });

  it('goes on by itself up to where a link leads', () => {
    const begun = answer(open({ thread: 40 }, 45), [40], { after: 40 });
    const read = answer(begun, [], { entries: [reply(60, 40)], before: 60 });
    expect(wanted(read)).toEqual({ thread: 40, before: 60 });
    const whole = answer(read, [], { entries: [said(ID, 40), reply(45, 40)] });
    expect(wanted(whole)).toBeUndefined();
    expect(beside(whole)).toEqual([40, 45, 60, 97]);
  });

  it('is that of the message to which a reply is, where a link calls it by the reply', () => {
    const state = answer(open({ thread: 50 }), [], { entries: [reply(50, 40)] });
    expect(lobby(state).side).toMatchObject({ of: { thread: 40 }, spot: { seq: 50 } });
  });

  it('is lost where there is no such message', () => {
    const state = answer(open({ thread: 39 }), []);
    expect(lobby(state).side?.isLost).toBe(true);
    expect(wanted(state)).toBeUndefined();
  });

  it('hears on, and what is done to its messages', () => {
    const begun = answer(open({ thread: 40 }), [40], { asOf: 100, after: 40 });
    const read = answer(begun, [], { entries: [reply(50, 40)], asOf: 100 });
    const heard = hear(
      read,
      reply(101, 40),
      reply(102, 95),
      { type: 'edit', ...stamp(103), target: 50, content: 'new' },
      { type: 'reaction', ...stamp(104), target: 40, emoji: '👍', on: true },
      { type: 'delete', ...stamp(105), target: 97, author: BOB.id, thread: 40 },
    );
    expect(beside(heard)).toEqual([40, 50, 97, 101]);
    expect(besideOf(lobby(heard))).toMatchObject([
      { reactions: [{ emoji: '👍' }] },
      { content: 'new' },
      { deleted: true },
      {},
    ]);
  });

  it('knows what was heard while its page was under way', () => {
    const begun = answer(open({ thread: 40 }), [40], { after: 40 });
    const asked = changed(begun, (room) => sideAsking(room, 'q', wantedLeaf(room)!));
    const edit = { type: 'edit', ...stamp(101), target: 50, content: 'new' } as const;
    const state = hear(asked, edit, page('q', ID, [], { asOf: 100, entries: [reply(50, 40)] }));
    expect(besideOf(lobby(state))[1]).toMatchObject({ seq: 50, content: 'new' });
  });

  it('keeps what the tail lets go', () => {
    const more = Array.from({ length: HELD }, (_, i) => said(ID, 101 + i));
    const state = hear(open({ thread: 95 }), ...more);
    expect(lobby(state).entries[0]?.seq).toBeGreaterThan(96);
    expect(beside(state)).toEqual([95, 96]);
  });

  it('is asked for anew when the connection is, and when the room is reset', () => {
    const asked = changed(open({ thread: 40 }), (room) => {
      const asking = sideAsking(room, 'q', wantedLeaf(room)!);
      return { ...asking, side: { ...asking.side!, asking: { ...asking.side!.asking!, isSent: true } } };
    });
    expect(lobby(hear(asked, welcome(LOBBY))).side?.asking).toMatchObject({ ref: 'q', isSent: false });
    const anew = hear(asked, reset(LOBBY, 95));
    expect(lobby(anew).side).toMatchObject({ of: { thread: 40 }, entries: [], before: 96 });
    expect(lobby(anew).side?.asking).toBeUndefined();
  });

  it('has its page refused for good, or for now', () => {
    const asked = changed(open({ thread: 40 }), (room) => sideAsking(room, 'q', wantedLeaf(room)!));
    const refused = (code: string) => hear(asked, { type: 'refused', ref: 'q', code, text: 'No.' });
    expect(lobby(refused('failed')).side?.asking?.refusal).toEqual({ code: 'failed', text: 'No.' });
    expect(lobby(refused('busy')).side?.asking?.refusal).toBeUndefined();
    expect(refused('failed').complaint).toBeUndefined();
  });

  it('is over when nobody wants it any more', () => {
    expect(unsided(lobby(open('pins'))).side).toBeUndefined();
    expect(besideOf(unsided(lobby(open('pins'))))).toEqual([]);
  });
});

describe('what is pinned', () => {
  const pin = (seq: number, target: number, on = true) => ({ type: 'pin', ...stamp(seq), target, on }) as const;
  const read = answer(open('pins'), [20, 30], { pins: [20, 30], asOf: 100 });

  it('is what pages tell, and what the tail holds', () => {
    expect(wanted(open('pins'))).toEqual({ pinned: true, before: 91 });
    expect(beside(hear(read, pin(101, 95)))).toEqual([20, 30, 95]);
    expect(wanted(read)).toBeUndefined();
  });

  it('goes when it is unpinned or deleted', () => {
    const state = hear(read, pin(101, 20, false), {
      type: 'delete',
      ...stamp(102),
      sender: ANN.id,
      target: 30,
      author: ANN.id,
    });
    expect(beside(state)).toEqual([]);
  });

  it('comes back when it is pinned again', () => {
    expect(beside(hear(read, pin(101, 20, false), pin(102, 20)))).toEqual([20, 30]);
  });

  it('is read afresh when something is pinned that is not held', () => {
    const state = hear(read, pin(101, 10));
    expect(beside(state)).toEqual([]);
    expect(wanted(state)).toEqual({ pinned: true, before: 91 });
  });
});
