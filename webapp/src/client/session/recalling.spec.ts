import { FakeBrowser } from '../../testing/fake-browser';
import { FakeWorld } from '../../testing/fake-line';
import { ANN, BOB, mark, publicRoom, reading, reset, said, welcome } from '../../testing/frames';
import { SIGNED_OUT } from '../socket/come-back';
import { Session } from './session';

const LOBBY = publicRoom('lobby');
const TEA = publicRoom('tea', 2);

describe('a browser that remembers the rooms', () => {
  let world: FakeWorld;
  let browser: FakeBrowser;

  beforeEach(() => {
    world = new FakeWorld();
    browser = new FakeBrowser();
  });

  /** Opens a tab as ann. */
  function open(): Session {
    const session = new Session(world, browser.open());
    session.start(ANN);
    browser.settle();
    return session;
  }

  /** Lets pass what a tab waits before it keeps what has changed. */
  function rest(): void {
    world.clock.pass(1_000);
    browser.settle();
  }

  const kept = () => browser.memory.get(ANN.id);
  const contents = (session: Session, id = 'r_tea') =>
    session.state
      .get()
      .rooms.get(id)
      ?.entries.map(({ content }) => content);
  const greet = (...messages: Parameters<FakeWorld['line']['says']>) => {
    world.line.accept();
    world.line.says(...messages);
  };
  const two = [said('r_tea', 1), said('r_tea', 2)] as const;

  /** A tab has heard the tea room, and is gone. */
  function was(): void {
    open();
    greet(welcome(LOBBY, TEA), reset(LOBBY), reset(TEA, 0), ...two, reading('r_tea', 2));
    rest();
    world = new FakeWorld();
  }

  it('shows them before there is a server, and asks the server only for what is missing', () => {
    was();
    const session = open();
    expect(contents(session)).toEqual(['number 1', 'number 2']);
    expect(session.state.get().people.get(BOB.id)).toEqual(BOB);
    greet(welcome(LOBBY, publicRoom('tea', 3)));
    expect(world.line.sentOf('resume')[0]?.positions).toContainEqual({ room: 'r_tea', seq: 2, mark: mark(2) });
    world.line.says(said('r_tea', 3));
    expect(contents(session)).toEqual(['number 1', 'number 2', 'number 3']);
    rest();
    expect(kept()?.rooms.find(({ id }) => id === 'r_tea')?.position.seq).toBe(3);
  });

  it('forgets a room that the server has begin anew, even if it ends earlier', () => {
    was();
    const session = open();
    greet(welcome(LOBBY, publicRoom('tea', 1)), reset(publicRoom('tea', 1), 0), {
      ...said('r_tea', 1),
      content: 'another',
    });
    expect(contents(session)).toEqual(['another']);
    rest();
    expect(kept()?.rooms.find(({ id }) => id === 'r_tea')).toMatchObject({
      position: { seq: 1 },
      entries: [{ content: 'another' }],
    });
  });

  it('has a room begin anew that went on by very much', () => {
    was();
    open();
    greet(welcome(LOBBY, publicRoom('tea', 2_000)));
    expect(world.line.sentOf('resume')[0]?.positions.map(({ room }) => room)).toEqual(['r_lobby']);
  });

  it('forgets a room that the person is not in any more', () => {
    was();
    open();
    expect(kept()?.rooms.map(({ id }) => id)).toContain('r_tea');
    greet(welcome(LOBBY));
    rest();
    expect(kept()?.rooms.map(({ id }) => id)).toEqual(['r_lobby']);
  });

  it('forgets a room when the person leaves it', () => {
    open();
    greet(welcome(LOBBY, TEA), reset(LOBBY), reset(TEA, 0), ...two);
    rest();
    world.line.says({ type: 'left', recipient: 'r_tea', person: ANN.id });
    rest();
    expect(kept()?.rooms.map(({ id }) => id)).toEqual(['r_lobby']);
  });

  it('keeps how far was read without a connection, and tells it later', () => {
    open();
    greet(welcome(LOBBY, TEA), reset(LOBBY), reset(TEA, 0), ...two, reading('r_tea', 0, { unread: 2, asOf: 2 }));
    rest();
    world = new FakeWorld();
    const offline = open();
    offline.look('r_tea');
    offline.hide();
    browser.settle();
    world = new FakeWorld();
    open();
    greet(welcome(LOBBY, TEA), reading('r_tea', 0, { unread: 2, asOf: 2 }));
    world.clock.pass(300);
    expect(world.line.sentOf('read')).toEqual([{ type: 'read', recipient: 'r_tea', seq: 2, turn: 0 }]);
  });

  it('keeps what was just heard when the page goes', () => {
    const session = open();
    greet(welcome(LOBBY, TEA), reset(LOBBY), reset(TEA, 0), ...two);
    session.hide();
    browser.settle();
    expect(kept()?.rooms).toHaveLength(2);
  });

  it.each(['here', 'elsewhere'])('keeps nothing of who has signed out %s', (where) => {
    was();
    const session = open();
    greet(welcome(LOBBY, TEA));
    if (where === 'here') {
      session.forgetAll();
    } else {
      world.line.ends(SIGNED_OUT);
    }
    rest();
    expect(kept()).toBeUndefined();
  });

  it('keeps nothing of another person who was here', () => {
    was();
    open();
    greet({ ...welcome(LOBBY), person: BOB });
    rest();
    expect(kept()).toBeUndefined();
    expect(browser.memory.get(BOB.id)?.self.me).toEqual(BOB);
  });

  it('is not waited for when it does not answer', () => {
    const session = new Session(world, browser.open());
    session.start(ANN);
    expect(world.lines).toHaveLength(0);
    world.clock.pass(800);
    expect(world.lines).toHaveLength(1);
    browser.settle();
    expect(world.lines).toHaveLength(1);
  });

  it('shows in each of two tabs what either has heard', () => {
    was();
    const [first, second] = [open(), open()];
    expect(contents(first)).toEqual(contents(second));
    const [one, other] = world.lines;
    one?.accept();
    one?.says(welcome(LOBBY, publicRoom('tea', 3)), said('r_tea', 3));
    rest();
    other?.accept();
    other?.says(welcome(LOBBY, publicRoom('tea', 3)));
    rest();
    expect(kept()?.rooms.find(({ id }) => id === 'r_tea')?.position.seq).toBe(3);
  });
});
