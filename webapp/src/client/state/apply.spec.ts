import { ANN, AT, BOB, conversation, mark, publicRoom, reset, said, welcome } from '../../testing/frames';
import { ServerMessage } from '../message/message';
import { apply, lostPlaces } from './apply';
import { EMPTY, HELD, Outgoing, Room, roomAt, State } from './state';

const hear = (state: State, ...messages: ServerMessage[]) =>
  messages.reduce((before, message) => apply(before, message, AT), state);
const LOBBY = publicRoom('lobby', 2);
const inLobby = hear(EMPTY, welcome(LOBBY), reset(LOBBY));
const lobby = (state: State): Room => roomAt(state, '#lobby')!;
const seqs = (state: State) => lobby(state).entries.map(({ seq }) => seq);
/** What every entry of bob's in the lobby has. */
const stamp = (seq: number) => ({ recipient: 'r_lobby', seq, mark: mark(seq), sender: BOB.id, at: AT });
const outgoing = (ref: string, more: Partial<Outgoing> = {}): Outgoing => ({
  ref,
  place: '#lobby',
  content: ref,
  at: AT,
  stage: { is: 'sent' },
  ...more,
});

describe('who is writing', () => {
  const writes = (people: readonly string[], several?: true) =>
    ({ type: 'typing', recipient: 'r_lobby', people, ...(several ? { several } : {}) }) as const;
  const typing = (state: State) => lobby(state).typing;

  it('is whom the server told last', () => {
    expect(typing(inLobby)).toBeUndefined();
    expect(typing(hear(inLobby, writes([BOB.id])))).toEqual({ people: [BOB.id] });
    expect(typing(hear(inLobby, writes([BOB.id]), writes([], true)))).toEqual({ people: [], several: true });
  });

  it('writes no more once it is said', () => {
    const state = hear(inLobby, writes([ANN.id, BOB.id]), said('r_lobby', 3));
    expect(typing(state)).toEqual({ people: [ANN.id] });
  });

  it('is nobody known of on another connection', () => {
    expect(typing(hear(inLobby, writes([BOB.id]), welcome(LOBBY)))).toBeUndefined();
  });
});

describe('a room', () => {
  it('hears nothing before the server has said from where on', () => {
    expect(seqs(hear(EMPTY, welcome(LOBBY), said('r_lobby', 3)))).toEqual([]);
  });

  it('takes each entry once, and in order', () => {
    const state = hear(inLobby, said('r_lobby', 3), said('r_lobby', 4), said('r_lobby', 3), said('r_lobby', 4));
    expect(seqs(state)).toEqual([3, 4]);
    expect(lobby(state).position).toEqual({ seq: 4, mark: mark(4) });
  });

  it('takes nothing beyond a gap, but notices it', () => {
    const state = hear(inLobby, said('r_lobby', 3), said('r_lobby', 5));
    expect(seqs(state)).toEqual([3]);
    expect(lobby(state).hole).toBe('noticed');
  });

  it('is whole again once the missing entry has come after it was asked for', () => {
    const torn = hear(inLobby, said('r_lobby', 5));
    const asked = { ...torn, rooms: new Map([['r_lobby', { ...lobby(torn), hole: 'asked' as const }]]) };
    expect(lobby(hear(asked, said('r_lobby', 3))).hole).toBeUndefined();
    expect(lobby(hear(asked, said('r_lobby', 6))).hole).toBe('asked');
    expect(lobby(hear(asked, reset(LOBBY))).hole).toBeUndefined();
  });

  it('counts entries of a kind that it does not know, and shows none', () => {
    const state = hear(inLobby, { type: 'unknown', recipient: 'r_lobby', seq: 3, mark: mark(3) }, said('r_lobby', 4));
    expect(seqs(state)).toEqual([4]);
    expect(lobby(state).hole).toBeUndefined();
  });

  it('forgets everything on a reset', () => {
    const again = publicRoom('lobby', 9);
    const state = hear(inLobby, said('r_lobby', 3), reset(again, 7), said('r_lobby', 8), said('r_lobby', 9));
    expect(seqs(state)).toEqual([8, 9]);
  });

  it('holds a bounded tail', () => {
    const many = Array.from({ length: HELD + 5 }, (_, i) => said('r_lobby', i + 3));
    const state = hear(inLobby, ...many);
    expect(lobby(state).entries).toHaveLength(HELD);
    expect(seqs(state).at(-1)).toBe(HELD + 7);
  });

  it('keeps what it holds over a new welcome, which the server answers with what is missing', () => {
    const state = hear(inLobby, said('r_lobby', 3), welcome(publicRoom('lobby', 4)), said('r_lobby', 4));
    expect(seqs(state)).toEqual([3, 4]);
  });

  it.each(['edit', 'delete', 'reaction', 'pin', 'settings', 'membership'] as const)(
    'notices the gap before an entry of the kind %s',
    (type) => {
      const beyond = { type, ...stamp(5), target: 3, on: true } as ServerMessage;
      expect(lobby(hear(inLobby, said('r_lobby', 3), beyond)).hole).toBe('noticed');
    },
  );

  it('has a message as it is now', () => {
    const state = hear(
      inLobby,
      { ...said('r_lobby', 3), content: 'one' },
      { ...said('r_lobby', 4), content: 'secret' },
      { type: 'edit', ...stamp(5), target: 3, content: 'two' },
      { type: 'edit', ...stamp(6), target: 3 },
      { type: 'delete', ...stamp(7), target: 4, author: BOB.id },
      { type: 'edit', ...stamp(8), target: 99, content: 'of what is not held' },
    );
    expect(lobby(state).entries).toMatchObject([{ content: 'two', edited: true }, { deleted: true }]);
    expect(JSON.stringify(state)).not.toContain('secret');
  });

  it('is what was set of it, and tells how that came', () => {
    const state = hear(
      inLobby,
      { type: 'settings', ...stamp(3), title: 'Hall', topic: 'All of it' },
      { type: 'settings', ...stamp(4), topic: '', archived: true },
    );
    expect(lobby(state)).toMatchObject({ title: 'Hall', archived: true });
    expect(lobby(state).topic).toBeUndefined();
    expect(lobby(state).happenings).toHaveLength(2);
  });

  it('belongs to who was given it, or who joins it when it is nobody’s', () => {
    const owner = (...changes: string[]) =>
      lobby(
        hear(
          inLobby,
          ...changes.map((change, i): ServerMessage => ({
            type: 'membership',
            ...stamp(i + 3),
            person: BOB.id,
            change,
          })),
        ),
      ).owner;
    expect(owner('joined')).toBe(BOB.id);
    expect(owner('owner')).toBe(BOB.id);
    expect(owner('owner', 'left')).toBeUndefined();
    expect(owner('invited')).toBeUndefined();
  });

  it('does not tell twice that somebody joined', () => {
    const state = hear(
      inLobby,
      { type: 'membership', ...stamp(3), person: BOB.id, change: 'joined' },
      { type: 'joined', recipient: 'r_lobby', person: BOB.id },
    );
    expect(lobby(state).notices).toEqual([]);
    expect(lobby(state).happenings).toHaveLength(1);
  });

  it('tells of comings and goings, but not of one’s own', () => {
    const state = hear(
      inLobby,
      { type: 'joined', recipient: 'r_lobby', person: BOB.id },
      { type: 'joined', recipient: 'r_lobby', person: ANN.id },
    );
    expect(lobby(state).notices.map(({ person, came, after }) => [person, came, after])).toEqual([[BOB.id, true, 2]]);
  });

  it('knows who is here', () => {
    const state = hear(inLobby, { type: 'presence', recipient: 'r_lobby', count: 7, here: [BOB.id] });
    expect(lobby(state)).toMatchObject({ count: 7, here: [BOB.id] });
  });
});

describe('invitations', () => {
  it('are those that the server told last', () => {
    const room = { id: 'r_h', kind: 'private', title: 'Plans', seq: 1, mark: mark(1) };
    const cat = { id: 'p_cat', name: 'cat', guest: true };
    const invited = hear(inLobby, { type: 'invitations', people: [cat], invitations: [{ room, by: cat.id }] });
    expect(invited.invitations.map(({ by }) => invited.people.get(by)?.name)).toEqual(['cat']);
    expect(hear(invited, { type: 'invitations', people: [], invitations: [] }).invitations).toEqual([]);
  });
});

describe('rooms', () => {
  it('begin with a reset, also where somebody wrote', () => {
    const state = hear(
      inLobby,
      reset(publicRoom('tea', 5), 4),
      said('r_tea', 5),
      reset(conversation(1), 0),
      said('r_ann_bob', 1),
    );
    expect(roomAt(state, '#TEA')?.entries.map(({ seq }) => seq)).toEqual([5]);
    expect(roomAt(state, '@Bob')?.entries.map(({ seq }) => seq)).toEqual([1]);
  });

  it('end when one has left them', () => {
    const state = hear(inLobby, reset(publicRoom('tea')), { type: 'left', recipient: 'r_tea', person: ANN.id });
    expect(roomAt(state, '#tea')).toBeUndefined();
  });

  it('are found under the new name of a person', () => {
    const state = hear(inLobby, reset(conversation()), {
      type: 'person',
      id: BOB.id,
      name: 'robert',
      guest: true,
    });
    expect(roomAt(state, '@robert')?.id).toBe('r_ann_bob');
  });

  it('are lost when the server has begun anew, not when they were left elsewhere', () => {
    const inTea = hear(inLobby, reset(publicRoom('tea')));
    expect(lostPlaces(inTea, welcome({ ...LOBBY, id: 'r_other' }))).toEqual(['#tea']);
    expect(lostPlaces(inTea, welcome(LOBBY))).toEqual([]);
    expect(lostPlaces(EMPTY, welcome(LOBBY))).toEqual([]);
  });
});

describe('what was said here', () => {
  const waiting = (...outbox: Outgoing[]): State => ({ ...inLobby, outbox });
  const refs = (state: State) => state.outbox.map(({ ref, stage }) => `${ref} ${stage.is}`);

  it('is confirmed when it comes back, by its ref', () => {
    const state = waiting(outgoing('mine'), outgoing('next'));
    expect(refs(hear(state, said('r_lobby', 3, ANN.id, 'mine')))).toEqual(['next sent']);
  });

  it('is not confirmed by somebody else’s ref', () => {
    expect(refs(hear(waiting(outgoing('mine')), said('r_lobby', 3, BOB.id, 'mine')))).toEqual(['mine sent']);
  });

  it('is confirmed by `stored` once its entry is there, and not before', () => {
    const stored = { type: 'stored', ref: 'mine', recipient: 'r_lobby', at: AT } as const;
    expect(refs(hear(waiting(outgoing('mine')), { ...stored, seq: 2 }))).toEqual([]);
    const early = hear(waiting(outgoing('mine')), { ...stored, seq: 4 });
    expect(refs(early)).toEqual(['mine stored']);
    expect(refs(hear(early, said('r_lobby', 3)))).toEqual(['mine stored']);
    expect(refs(hear(early, said('r_lobby', 3), said('r_lobby', 4)))).toEqual([]);
    expect(refs(hear(early, reset(publicRoom('lobby', 9))))).toEqual([]);
  });

  it('waits to be sent again after a new welcome, except what was refused', () => {
    const refused = outgoing('bad', { stage: { is: 'refused', code: 'empty', text: 'Nothing in it.' } });
    const state = waiting(outgoing('a'), refused, outgoing('b', { stage: { is: 'held', ms: 5 } }));
    expect(refs(hear(state, welcome(LOBBY)))).toEqual(['a waiting', 'bad refused', 'b waiting']);
  });

  it.each([
    ['slow_down', { is: 'held', ms: 200 }],
    ['busy', { is: 'held', ms: 200 }],
    ['storage_full', { is: 'held', ms: 200 }],
    ['too_long', { is: 'refused', code: 'too_long', text: 'Words.' }],
    ['failed', { is: 'refused', code: 'failed', text: 'Words.' }],
    ['a_code_of_the_future', { is: 'refused', code: 'a_code_of_the_future', text: 'Words.' }],
  ])('is, when the server answers %s, %j', (code, stage) => {
    const state = hear(waiting(outgoing('mine')), {
      type: 'refused',
      ref: 'mine',
      code,
      text: 'Words.',
      retryAfter: 200,
    });
    expect(state.outbox[0]?.stage).toEqual(stage);
    expect(state.complaint).toBeUndefined();
  });

  it('has nothing to do with other refusals, which are shown to everyone', () => {
    const state = hear(waiting(outgoing('mine')), { type: 'refused', code: 'malformed', text: 'Not JSON.' });
    expect(refs(state)).toEqual(['mine sent']);
    expect(state.complaint).toEqual({ is: 'refused', code: 'malformed', text: 'Not JSON.' });
  });
});
