import { FakeWorld } from '../../testing/fake-line';
import { ServerMessage } from '../message/message';
import { ABUSE, CROWDED } from './come-back';
import { Socket, socketUrl } from './socket';

describe('the socket', () => {
  let world: FakeWorld;
  let socket: Socket;
  let heard: ServerMessage[];
  let lost: number[];

  beforeEach(() => {
    world = new FakeWorld();
    socket = new Socket(world);
    heard = [];
    lost = [];
    socket.start({ heard: (messages) => heard.push(...messages), lost: (code) => lost.push(code) });
  });

  /** Lets the delay before the next connection pass, and says how long it was. */
  function waitOutTheDelay(): number {
    const link = socket.link.get();
    const delay = link.is === 'waiting' ? link.until - world.clock.now() : -1;
    world.clock.pass(delay);
    return delay;
  }

  it('says how things stand', () => {
    expect(socket.link.get()).toEqual({ is: 'connecting', failures: 0 });
    world.line.accept();
    expect(socket.link.get()).toEqual({ is: 'open' });
    world.line.ends(1006);
    expect(socket.link.get()).toEqual({ is: 'waiting', failures: 1, until: world.clock.now() + 250, code: 1006 });
    socket.stop();
    expect(socket.link.get()).toEqual({ is: 'idle' });
    expect(world.clock.waiting).toBe(0);
  });

  it('hands on what it hears, in order, and answers pings itself', () => {
    world.line.accept();
    const left: ServerMessage = { type: 'left', recipient: 'r_1', person: 'p_1' };
    const joined: ServerMessage = { type: 'joined', recipient: 'r_1', person: 'p_1' };
    world.line.says(left, { type: 'ping' }, joined, { type: 'pong' });
    expect(heard).toEqual([left, joined]);
    expect(world.line.sent).toEqual([{ type: 'pong' }]);
  });

  it('sends nothing on a line that closes already', () => {
    world.line.accept();
    world.line.readyState = WebSocket.CLOSING;
    socket.send({ type: 'ping' });
    expect(world.line.sent).toEqual([]);
  });

  it('comes back by itself, more and more slowly', () => {
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      world.line.ends(1006);
      waits.push(waitOutTheDelay());
    }
    expect(waits).toEqual([250, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000]);
    expect(lost).toEqual(Array(8).fill(1006));
  });

  it('comes back sooner where the server seems to be back, but not before the time that it asks for', () => {
    for (let i = 0; i < 7; i++) {
      world.line.ends(1006);
      waitOutTheDelay();
    }
    world.line.ends(1006);
    world.clock.pass(100);
    socket.soon();
    expect(waitOutTheDelay()).toBe(1_000);
    expect(socket.link.get()).toMatchObject({ is: 'connecting', failures: 8 });
    expect(world.clock.waiting).toBe(1 /* the heartbeat's */);
    for (const code of [ABUSE, CROWDED]) {
      world.line.ends(code);
      socket.soon();
      expect(waitOutTheDelay()).toBe(60_000);
    }
  });

  it('never comes back later for that', () => {
    world.line.ends(1006);
    socket.soon();
    expect(waitOutTheDelay()).toBe(250);
  });

  it('counts afresh after a connection that lasted', () => {
    for (let i = 0; i < 6; i++) {
      world.line.ends(1006);
      waitOutTheDelay();
    }
    world.line.accept();
    world.line.says({ type: 'ping' });
    world.clock.pass(8_000);
    world.line.says({ type: 'ping' });
    world.clock.pass(3_000);
    world.line.ends(1006);
    expect(socket.link.get()).toMatchObject({ is: 'waiting', until: world.clock.now() + 250 });
  });

  it('does not run in circles where the server lets it in and throws it out at once', () => {
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      world.line.accept();
      world.line.says({ type: 'ping' });
      world.line.ends(4000);
      waits.push(waitOutTheDelay());
    }
    expect(waits).toEqual([0, 250, 500, 1_000]);
  });

  it('remembers why the server went, until there is a line again', () => {
    world.line.accept();
    world.line.ends(1001);
    waitOutTheDelay();
    world.line.ends(1006);
    expect(socket.link.get()).toMatchObject({ is: 'waiting', failures: 2, code: 1001 });
    waitOutTheDelay();
    expect(socket.link.get()).toMatchObject({ is: 'connecting', code: 1001 });
    world.line.accept();
    world.line.ends(1006);
    expect(socket.link.get()).toMatchObject({ is: 'waiting', code: 1006 });
  });

  it('does not come back by itself where that could only end the same way, but does when asked to', () => {
    world.line.accept();
    world.line.ends(1009);
    world.clock.pass(600_000);
    socket.wake();
    expect(socket.link.get()).toEqual({ is: 'ended', code: 1009 });
    expect(world.lines).toHaveLength(1);
    socket.retry();
    expect(world.lines).toHaveLength(2);
  });

  it('keeps away for a minute after abuse, whatever happens', () => {
    world.line.accept();
    world.line.ends(4008);
    world.clock.pass(59_000);
    socket.wake();
    socket.retry();
    expect(world.lines).toHaveLength(1);
    world.clock.pass(1_000);
    expect(world.lines).toHaveLength(2);
  });

  it('lets go of a dead line and opens another, deaf to the old one', () => {
    world.line.accept();
    const old = world.line;
    world.clock.pass(11_000);
    expect(old.closed).toBe(true);
    expect(lost).toEqual([1006]);
    expect(world.lines).toHaveLength(2);
    old.saysText('{"type":"left","recipient":"r_1","person":"p_1"}');
    old.ends(1006);
    expect(heard).toEqual([]);
    expect(lost).toEqual([1006]);
  });

  it('does not wait for ever for a line that never opens', () => {
    world.clock.pass(11_000);
    expect(world.lines.length).toBeGreaterThan(1);
  });

  it('asks at once when the page wakes, or connects if it was waiting', () => {
    world.line.accept();
    socket.wake();
    expect(world.line.sent).toEqual([{ type: 'ping' }]);
    world.line.ends(1001);
    expect(world.lines).toHaveLength(1);
    socket.wake();
    expect(world.lines).toHaveLength(2);
  });

  it('takes its time while nobody looks', () => {
    socket.hurry(false);
    world.line.accept();
    world.clock.pass(27_000);
    expect(world.line.sent).toEqual([]);
    world.clock.pass(33_000);
    expect(lost).toEqual([1006]);
  });

  it('drops what is sent without a line', () => {
    socket.send({ type: 'ping' });
    world.line.accept();
    expect(world.line.sent).toEqual([]);
  });
});

describe('the socket’s address', () => {
  it.each([
    ['http://localhost:12345/', 'ws://localhost:12345/ws'],
    ['https://chat.example.org/team/', 'wss://chat.example.org/team/ws'],
    ['http://chat.test:8080/a/b/index.html', 'ws://chat.test:8080/a/b/ws'],
  ])('of a page at %s is %s', (base, url) => {
    expect(socketUrl(base)).toBe(url);
  });
});
