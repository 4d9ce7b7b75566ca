import { TestBed } from '@angular/core/testing';
import { FakeLine, FakeWorld } from '../../testing/fake-line';
import {
  ANN,
  AT,
  BOB,
  conversation,
  mark,
  page,
  publicRoom,
  reading,
  reset,
  said,
  welcome,
} from '../../testing/frames';
import { ServerMessage } from 'parley-client/message/message';
import { unread } from 'parley-client/state/reading';
import { roomAt } from 'parley-client/state/state';
import { Store } from './store';
import { WORLD } from './world';

const LOBBY = publicRoom('lobby');
const TEA = publicRoom('tea');

describe('the store', () => {
  let world: FakeWorld;
  let store: Store;
  let puts: string[];

  const line = (): FakeLine => world.line;
  const stages = () => store.state().outbox.map(({ content, stage }) => `${content} ${stage.is}`);
  const contents = () =>
    line()
      .sentOf('message')
      .map(({ content }) => content);

  /** The server lets the newest line in and says these. */
  const greet = (...messages: ServerMessage[]) => {
    line().accept();
    line().says(...messages);
  };
  /** The server stores the last message that it was sent, as this entry. */
  const echo = (seq: number) => {
    const last = line().sentOf('message').at(-1)!;
    line().says({ ...said('r_lobby', seq, ANN.id, last.ref), content: last.content });
  };
  /** The connection breaks, and the next one is there. */
  const reconnect = () => {
    line().ends(1006);
    world.clock.pass(30_000);
  };

  beforeEach(() => {
    localStorage.clear();
    world = new FakeWorld();
    puts = [];
    vi.spyOn(globalThis, 'fetch').mockImplementation((url, init) => {
      puts.push(`${init?.method ?? 'GET'} ${String(url).replace(/.*\//, '')} ${String(init?.body ?? '')}`);
      return Promise.resolve(Response.json({ ok: true, person: { ...ANN, id: 'p_new' } }));
    });
    TestBed.configureTestingModule({ providers: [{ provide: WORLD, useValue: world }] });
    store = TestBed.inject(Store);
    store.start(ANN);
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('resumes with nothing at first, then with its position in each room', () => {
    greet(welcome(LOBBY), reset(LOBBY), said('r_lobby', 1));
    expect(line().sentOf('resume')).toEqual([{ type: 'resume', positions: [] }]);
    reconnect();
    greet(welcome(publicRoom('lobby', 1)));
    expect(line().sent[0]).toEqual({ type: 'resume', positions: [{ room: 'r_lobby', seq: 1, mark: mark(1) }] });
  });

  it('shows what is said at once, sends one of a room at a time, and confirms it by its ref', () => {
    store.session.say('one');
    store.session.say('two');
    expect(stages()).toEqual(['one waiting', 'two waiting']);
    greet(welcome(LOBBY), reset(LOBBY));
    expect(contents()).toEqual(['one']);
    expect(line().sentOf('message')[0]?.recipient).toBe('r_lobby');
    echo(1);
    expect(contents()).toEqual(['one', 'two']);
    echo(2);
    expect(stages()).toEqual([]);
    expect(roomAt(store.state(), '#lobby')?.entries.map(({ content }) => content)).toEqual(['one', 'two']);
  });

  it('sends what is unconfirmed again, under the same ref, and shows it once', () => {
    greet(welcome(LOBBY), reset(LOBBY));
    store.session.say('one');
    const ref = line().sentOf('message')[0]!.ref;
    reconnect();
    greet(welcome(publicRoom('lobby', 1)));
    expect(
      line()
        .sentOf('message')
        .map((message) => message.ref),
    ).toEqual([ref]);
    line().says(said('r_lobby', 1, ANN.id, ref), { type: 'stored', ref, recipient: 'r_lobby', seq: 1, at: AT });
    expect(stages()).toEqual([]);
    expect(roomAt(store.state(), '#lobby')?.entries).toHaveLength(1);
  });

  it('after a refusal for now sends again by itself, and nothing overtakes meanwhile', () => {
    greet(welcome(LOBBY), reset(LOBBY));
    store.session.say('one');
    store.session.say('two');
    const { ref } = line().sentOf('message')[0]!;
    line().says({ type: 'refused', ref, code: 'slow_down', text: 'Slower.', retryAfter: 200 });
    world.clock.pass(199);
    expect(contents()).toEqual(['one']);
    world.clock.pass(1);
    expect(contents()).toEqual(['one', 'one']);
    expect(line().sentOf('message')[1]?.ref).toBe(ref);
    echo(1);
    expect(contents()).toEqual(['one', 'one']);
    world.clock.pass(200);
    expect(contents()).toEqual(['one', 'one', 'two']);
  });

  it('keeps what was refused until somebody sends it again or takes it back', () => {
    greet(welcome(LOBBY), reset(LOBBY));
    store.session.say('one');
    const { ref } = line().sentOf('message')[0]!;
    line().says({ type: 'refused', ref, code: 'failed', text: 'No.' });
    store.session.say('two');
    expect(contents()).toEqual(['one', 'two']);
    store.session.retry(ref);
    expect(stages()).toEqual(['one waiting', 'two sent']);
    store.session.discard(ref);
    expect(stages()).toEqual(['two sent']);
  });

  it('asks once for what is missing, with the position in every room', () => {
    greet(welcome(LOBBY, TEA), reset(LOBBY), reset(TEA));
    line().says(said('r_lobby', 2), said('r_lobby', 3));
    line().says(said('r_lobby', 4));
    expect(line().sentOf('resume').slice(1)).toEqual([
      {
        type: 'resume',
        positions: [
          { room: 'r_lobby', seq: 0, mark: mark(0) },
          { room: 'r_tea', seq: 0, mark: mark(0) },
        ],
      },
    ]);
    line().says(said('r_lobby', 1), said('r_lobby', 2), said('r_lobby', 3));
    expect(roomAt(store.state(), '#lobby')?.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('joins the room that a link leads to, and what is said there waits for it', () => {
    store.session.go('#tea');
    store.session.say('kettle is on');
    greet(welcome(LOBBY), reset(LOBBY));
    expect(
      line()
        .sentOf('join')
        .map(({ recipient }) => recipient),
    ).toEqual(['#tea']);
    expect(contents()).toEqual([]);
    line().says(reset(TEA));
    expect(
      line()
        .sentOf('message')
        .map(({ recipient }) => recipient),
    ).toEqual(['r_tea']);
  });

  it('says why a room could not be joined, and does not ask again by itself', () => {
    greet(welcome(LOBBY), reset(LOBBY));
    store.session.go('#tea');
    const { ref } = line().sentOf('join')[0]!;
    line().says({ type: 'refused', ref, code: 'too_many_rooms', text: 'Leave one first.' });
    store.session.go('#tea');
    expect(line().sentOf('join')).toHaveLength(1);
    expect(store.state().joining).toEqual([
      { place: '#tea', ref, refusal: { code: 'too_many_rooms', text: 'Leave one first.' } },
    ]);
    store.session.join('#tea');
    expect(line().sentOf('join')).toHaveLength(2);
  });

  it('is back in its rooms after the server began anew, and says there what was not confirmed', () => {
    greet(welcome(LOBBY, TEA), reset(LOBBY), reset(TEA));
    store.session.go('#tea');
    store.session.say('still there?');
    reconnect();
    greet(welcome({ ...LOBBY, id: 'r_lobby2' }));
    expect(
      line()
        .sentOf('join')
        .map(({ recipient }) => recipient),
    ).toEqual(['#tea']);
    line().says(reset({ ...LOBBY, id: 'r_lobby2' }), reset({ ...TEA, id: 'r_tea2' }));
    expect(
      line()
        .sentOf('message')
        .map(({ recipient }) => recipient),
    ).toEqual(['r_tea2']);
  });

  it('gives a guest whom the server has forgotten their name back', async () => {
    greet(welcome(LOBBY), reset(LOBBY));
    reconnect();
    greet({ ...welcome({ ...LOBBY, id: 'r_2' }), person: { id: 'p_new', name: 'calm-heron', guest: true } });
    await vi.waitFor(() => {
      expect(store.state().me).toEqual({ ...ANN, id: 'p_new' });
    });
    expect(puts).toContain('PUT me {"name":"ann"}');
  });

  it('writes to a person by name until there is a room', () => {
    store.session.go('@bob');
    store.session.say('hello');
    greet(welcome(LOBBY), reset(LOBBY));
    expect(
      line()
        .sentOf('message')
        .map(({ recipient }) => recipient),
    ).toEqual(['@bob']);
    const { ref } = line().sentOf('message')[0]!;
    line().says(reset(conversation(1), 0), said('r_ann_bob', 1, ANN.id, ref));
    store.session.say('again');
    expect(line().sentOf('message').at(-1)?.recipient).toBe('r_ann_bob');
  });

  it('asks for a name that it does not know, once', () => {
    greet(welcome(LOBBY), reset(LOBBY), said('r_lobby', 1, 'p_cat'));
    line().says(said('r_lobby', 2, 'p_cat'));
    expect(line().sentOf('person')).toEqual([{ type: 'person', people: ['p_cat'] }]);
  });

  it('in a large room tells who is on the screen, once', () => {
    greet(welcome(LOBBY), reset(LOBBY), said('r_lobby', 1));
    line().says({ type: 'presence', recipient: 'r_lobby', count: 1_840, here: [] });
    world.clock.pass(1_000);
    line().says({ type: 'presence', recipient: 'r_lobby', count: 1_841, here: [BOB.id] });
    world.clock.pass(1_000);
    expect(line().sentOf('presence')).toEqual([{ type: 'presence', recipient: 'r_lobby', people: [BOB.id] }]);
  });

  it('tells the server how far a room was read, once it knows how far it had been', () => {
    const reads = () => line().sentOf('read');
    greet(welcome(LOBBY), reset(LOBBY), said('r_lobby', 1));
    store.session.look('r_lobby');
    world.clock.pass(1_000);
    expect(reads()).toEqual([]);
    line().says(reading('r_lobby', 0, { turn: 3, asOf: 1, unread: 1 }));
    expect(unread(store.room()!)).toBe(1);
    store.session.look('r_lobby');
    expect(unread(store.room()!)).toBe(0);
    line().says(said('r_lobby', 2));
    store.session.look('r_lobby');
    world.clock.pass(300);
    expect(reads()).toEqual([{ type: 'read', recipient: 'r_lobby', seq: 2, turn: 3 }]);
    line().says(reading('r_lobby', 2, { turn: 3 }));
    world.clock.pass(1_000);
    expect(reads()).toHaveLength(1);
  });

  it('tells it again on the next connection, where there was no answer, and at once when the page goes', () => {
    greet(welcome(LOBBY), reset(LOBBY), said('r_lobby', 1), reading('r_lobby', 0, { unread: 1, asOf: 1 }));
    store.session.look('r_lobby');
    window.dispatchEvent(new Event('pagehide'));
    expect(line().sentOf('read')).toHaveLength(1);
    reconnect();
    greet(welcome(publicRoom('lobby', 1)), reading('r_lobby', 0, { unread: 1, asOf: 1 }));
    world.clock.pass(300);
    expect(line().sentOf('read')).toEqual([{ type: 'read', recipient: 'r_lobby', seq: 1, turn: 0 }]);
  });

  it('asks the server to count again when something unread was deleted', () => {
    greet(welcome(LOBBY), reset(LOBBY), said('r_lobby', 1), reading('r_lobby', 0, { unread: 1, asOf: 1 }));
    line().says({ ...said('r_lobby', 2), type: 'delete', target: 1, author: BOB.id });
    world.clock.pass(300);
    expect(line().sentOf('read')).toEqual([{ type: 'read', recipient: 'r_lobby', seq: 0, turn: 0 }]);
    line().says(reading('r_lobby', 0, { asOf: 2 }));
    expect(unread(store.room()!)).toBe(0);
    world.clock.pass(1_000);
    expect(line().sentOf('read')).toHaveLength(1);
  });

  it('asks for one page of a room at a time, and again where an answer was lost', () => {
    const old = publicRoom('lobby', 90);
    const pages = () => line().sentOf('page');
    greet(welcome(old), reset(old));
    store.session.turn('r_lobby', 'older');
    store.session.turn('r_lobby', 'older');
    expect(pages()).toMatchObject([{ recipient: 'r_lobby', before: 91 }]);
    reconnect();
    expect(pages()).toEqual([]);
    greet(welcome(old));
    const { ref } = pages()[0]!;
    line().says({ type: 'refused', ref, code: 'busy', text: 'Later.', retryAfter: 500 });
    world.clock.pass(500);
    expect(pages()).toHaveLength(2);
    line().says(page(pages()[1]!.ref, 'r_lobby', [80, 90]));
    expect(store.room()?.past?.entries.map(({ seq }) => seq)).toEqual([80, 90]);
    store.session.turn('r_lobby', 'older');
    expect(pages()).toHaveLength(2);
    store.session.go('#tea');
    expect(store.state().rooms.get('r_lobby')?.past).toBeUndefined();
  });

  it('asks again for a page that was refused when somebody wants it', () => {
    const old = publicRoom('lobby', 90);
    greet(welcome(old), reset(old));
    store.session.turn('r_lobby', 'older');
    const [{ ref } = { ref: '' }] = line().sentOf('page');
    line().says({ type: 'refused', ref, code: 'failed', text: 'Ask again.' });
    expect(store.room()?.asking?.refusal?.code).toBe('failed');
    store.session.turn('r_lobby', 'again');
    expect(line().sentOf('page')).toHaveLength(2);
    expect(store.room()?.asking?.refusal).toBeUndefined();
  });

  it('does to messages one thing of a room at a time, and again under the same ref where there was no answer', () => {
    greet(welcome(LOBBY), reset(LOBBY), said('r_lobby', 1, ANN.id));
    store.session.act('r_lobby', 1, { is: 'edit', content: 'two' });
    store.session.act('r_lobby', 1, { is: 'pin', on: true });
    const [edit] = line().sentOf('edit');
    expect(edit).toMatchObject({ recipient: 'r_lobby', target: 1, content: 'two' });
    expect(line().sentOf('pin')).toEqual([]);
    reconnect();
    greet(welcome(publicRoom('lobby', 1)));
    expect(line().sentOf('edit')).toEqual([edit]);
    const ref = edit!.ref;
    line().says({ type: 'refused', ref, code: 'slow_down', text: 'Slower.', retryAfter: 200 });
    world.clock.pass(200);
    expect(line().sentOf('edit')).toEqual([edit, edit]);
    line().says({ ...said('r_lobby', 2, ANN.id, ref), type: 'edit', target: 1, content: 'two' });
    expect(line().sentOf('pin')).toMatchObject([{ target: 1, on: true }]);
    line().says({ type: 'refused', ref: line().sentOf('pin')[0]!.ref, code: 'archived', text: 'Archived.' });
    expect(store.state()).toMatchObject({
      acts: [],
      complaint: { is: 'refused', code: 'archived', text: 'Archived.' },
    });
    expect(store.room()?.entries[0]).toMatchObject({ content: 'two', edited: true });
  });

  it('replies through the outbox', () => {
    greet(welcome(LOBBY), reset(LOBBY), said('r_lobby', 1));
    store.session.say('yes', 1);
    expect(line().sentOf('message')).toMatchObject([{ content: 'yes', thread: 1 }]);
    expect(store.state().outbox).toMatchObject([{ content: 'yes', thread: 1 }]);
  });

  it('takes back to unread, and tells it again on the next connection where there was no answer', () => {
    greet(welcome(LOBBY), reset(LOBBY), said('r_lobby', 1), reading('r_lobby', 1, { turn: 2 }));
    store.session.takeBack('r_lobby', 1);
    reconnect();
    greet(welcome(publicRoom('lobby', 1)), reading('r_lobby', 1, { turn: 2 }));
    expect(line().sentOf('unread')).toEqual([{ type: 'unread', recipient: 'r_lobby', seq: 1 }]);
    line().says(reading('r_lobby', 0, { turn: 3, asOf: 1, unread: 1 }));
    expect(unread(store.room()!)).toBe(1);
    reconnect();
    greet(welcome(publicRoom('lobby', 1)));
    expect(line().sentOf('unread')).toEqual([]);
  });

  it('leads to a message as soon as there is its room', () => {
    store.session.go('#tea');
    store.session.seek({ around: 7 });
    greet(welcome(LOBBY), reset(LOBBY));
    expect(line().sentOf('page')).toEqual([]);
    line().says(reset(publicRoom('tea', 90)));
    expect(line().sentOf('page')).toMatchObject([{ recipient: 'r_tea', around: 7 }]);
  });

  it('tells whoever is turned out of the room where they are', () => {
    greet(welcome(LOBBY, TEA), reset(LOBBY), reset(TEA));
    store.session.go('#tea');
    line().says({ type: 'left', recipient: 'r_tea', person: ANN.id });
    expect(store.isTurnedOut()).toBe(true);
    expect(store.state().complaint).toMatchObject({ is: 'removed', room: { name: '#tea' } });
    store.session.go('#lobby');
    expect(store.isTurnedOut()).toBe(false);
  });

  it('turns an invitation down', () => {
    greet(welcome(LOBBY), reset(LOBBY));
    store.session.decline('r_h');
    expect(line().sentOf('decline')).toMatchObject([{ recipient: 'r_h' }]);
  });

  it('asks why, when the server lets no socket in', async () => {
    vi.mocked(fetch).mockResolvedValue(Response.json({ ok: false, code: 'origin', text: 'Set parley.origins.' }));
    line().ends(1006);
    await vi.waitFor(() => {
      expect(store.whyClosed()?.text).toBe('Set parley.origins.');
    });
    world.clock.pass(30_000);
    greet(welcome(LOBBY));
    expect(store.whyClosed()).toBeUndefined();
  });

  it('watches the line closely while something is unconfirmed, though nobody looks', () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    greet(welcome(LOBBY), reset(LOBBY));
    world.clock.pass(20_000);
    const before = line().sentOf('ping').length;
    line().says({ type: 'pong' });
    store.session.say('one');
    world.clock.pass(10_000);
    expect(world.lines.length).toBeGreaterThan(1);
    expect(before).toBeLessThan(2);
  });
});
