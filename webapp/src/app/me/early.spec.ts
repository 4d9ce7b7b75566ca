import { TestBed } from '@angular/core/testing';
import { Line } from 'parley-client/socket/socket';
import { WORLD } from '../chat/world';
import { Early } from './early';
import { WhoAmI } from './me';

/** As much of a socket as somebody sees of it. */
class FakeSocket {
  onopen: Line['onopen'] = null;
  onmessage: Line['onmessage'] = null;
  readonly sent: string[] = [];
  constructor(readonly readyState: number) {}

  send(frame: string): void {
    this.sent.push(frame);
  }
}

describe('what was begun early', () => {
  const page = window as { parleyEarly?: object };
  const begun = (early: object) => (page.parleyEarly = early);
  const open = (readyState: number, ...frames: string[]) => {
    const socket = new FakeSocket(readyState);
    return { socket, begun: begun({ socket, frames }) };
  };

  beforeEach(() => {
    vi.stubGlobal(
      'WebSocket',
      class extends FakeSocket {
        static readonly OPEN = 1;
        constructor() {
          super(0);
        }
      },
    );
    vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({ person: { id: 'late' } })));
  });

  afterEach(() => {
    delete page.parleyEarly;
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('is who is here, once', async () => {
    begun({ answer: Promise.resolve(Response.json({ person: { id: 'early' } })), frames: [] });
    const whoAmI = TestBed.inject(WhoAmI);
    expect(await whoAmI.ask()).toEqual({ person: { id: 'early' } });
    expect(await whoAmI.ask()).toEqual({ person: { id: 'late' } });
  });

  it('is a socket that tells what it has heard, in order, to whoever takes it; once', async () => {
    const { socket } = open(WebSocket.OPEN, 'one', 'two');
    const world = TestBed.inject(WORLD);
    const line = world.open();
    expect(line).toBe(socket);
    const heard: string[] = [];
    line.onopen = () => heard.push('open');
    line.onmessage = ({ data }) => heard.push(String(data));
    await Promise.resolve();
    expect(heard).toEqual(['open', 'one', 'two']);
    expect(world.open()).not.toBe(socket);
  });

  it('is a socket that is not open yet, and says by itself when it is', async () => {
    const { socket } = open(0);
    const line = TestBed.inject(Early).line();
    expect(line).toBe(socket);
    const opened = vi.fn();
    line!.onopen = opened;
    await Promise.resolve();
    expect(opened).not.toHaveBeenCalled();
  });

  it.each([
    ['not asked again where that is the same', '{"a":1}', []],
    ['asked by the page in its own way where it knows more', '{"a":2}', ['{"a":2}']],
  ])('has asked something that is %s', (_what, frame, sent) => {
    const socket = new FakeSocket(WebSocket.OPEN);
    begun({ socket, frames: [], asked: '{"a":1}' });
    const line = TestBed.inject(Early).line()!;
    line.send(frame);
    expect(socket.sent).toEqual(sent);
    line.send('{"a":1}');
    expect(socket.sent).toEqual([...sent, '{"a":1}']);
  });

  it('is nothing where the socket has been closed', () => {
    const { socket } = open(3);
    expect(TestBed.inject(WORLD).open()).not.toBe(socket);
  });

  it('is nothing where there was nobody, and none is begun any more', () => {
    const early: { isOver?: boolean } = { frames: [] } as object;
    begun(early);
    expect(TestBed.inject(Early).line()).toBeUndefined();
    expect(early.isOver).toBe(true);
  });

  it('may be nothing at all', () => {
    expect([TestBed.inject(Early).line(), TestBed.inject(Early).answer()]).toEqual([undefined, undefined]);
  });
});
