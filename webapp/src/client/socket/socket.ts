import { Cell, Watched } from '../cell';
import { decode } from '../message/decode';
import { ClientMessage, ServerMessage } from '../message/message';
import { browserClock, Clock } from './clock';
import { ABUSE, comeBackDelay, CROWDED, reasonOf, SOON, STEADY } from './come-back';
import { CALM, Heartbeat, URGENT } from './heartbeat';

/** As much of a WebSocket as is used. */
export type Line = Pick<WebSocket, 'readyState' | 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>;

/** What a socket needs of the world. */
export interface World {
  readonly clock: Clock;
  /** Milliseconds since 1970: what tabs agree on, and what a person may put forward or back at any time. */
  wall(): number;
  /** From 0 up to, but not including, 1. */
  random(): number;
  /** Opens a line to the server. */
  open(): Line;
}

/** The world of a program in which there are WebSockets, whose server has its socket at this URL: see `socketUrl`. */
export function worldOf(url: string): World {
  return {
    clock: browserClock,
    wall: Date.now,
    random: Math.random,
    open: () => new WebSocket(url, 'parley.v1'),
  };
}

/** Where the socket of a page at this base is: `ws` beside it, whatever the context path. */
export function socketUrl(base: string): string {
  const url = new URL('ws', base);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/** How things stand with the connection. Times are the world's clock's. */
export type Link =
  | { readonly is: 'idle' }
  /** With the code that says why the connection before it was closed. */
  | { readonly is: 'connecting'; readonly failures: number; readonly code?: number }
  | { readonly is: 'open' }
  | { readonly is: 'waiting'; readonly failures: number; readonly until: number; readonly code: number }
  /** Closed with a code after which only a person may try again. */
  | { readonly is: 'ended'; readonly code: number };

/** Who hears what the socket hears. */
export interface Listener {
  /** A frame came, never a ping or a pong; its messages are to be applied in order. */
  heard(messages: readonly ServerMessage[]): void;
  /** The connection is gone. What was sent may have arrived or not. */
  lost(code: number): void;
}

/**
 * The connection to the server, which comes back by itself: the only class that says WebSocket. Single-threaded; what
 * is sent while there is no open line is dropped, for the store knows what is unconfirmed.
 */
export class Socket {
  private readonly state = new Cell<Link>({ is: 'idle' });
  private readonly heartbeat: Heartbeat;
  private listener: Listener | undefined;
  private line: Line | undefined;
  private failures = 0;
  private firstHeard: number | undefined;
  private cancelWait: (() => void) | undefined;

  readonly link: Watched<Link> = this.state;

  constructor(private readonly world: World) {
    this.heartbeat = new Heartbeat(
      world.clock,
      () => {
        this.send({ type: 'ping' });
      },
      () => {
        this.closed(1006);
      },
    );
  }

  /** Connects, and stays connected until `stop`. */
  start(listener: Listener): void {
    this.listener = listener;
    this.connect();
  }

  stop(): void {
    this.drop();
    this.state.set({ is: 'idle' });
  }

  /** Whether somebody looks or waits, so that a dead link must be found soon. */
  hurry(urgent: boolean): void {
    this.heartbeat.watch(urgent ? URGENT : CALM);
  }

  /** The page may have slept: asks whether the line still stands, or connects now instead of later. */
  wake(): void {
    const link = this.state.get();
    if (link.is === 'open') {
      this.heartbeat.probe();
    } else if (link.is === 'waiting' && link.code !== ABUSE) {
      this.connect();
    }
  }

  /** Connects now, because a person asks for it; but not before the wait that follows abuse is over. */
  retry(): void {
    const link = this.state.get();
    if (link.is === 'ended' || (link.is === 'waiting' && link.code !== ABUSE)) {
      this.connect();
    }
  }

  /** Connects within `SOON` in place of later: the server seems to be back. */
  soon(): void {
    const link = this.state.get();
    const delay = this.world.random() * SOON;
    if (link.is === 'waiting' && ![ABUSE, CROWDED].includes(link.code) && this.world.clock.now() + delay < link.until) {
      this.cancelWait?.();
      this.wait(link.code, delay);
    }
  }

  /** Sends a message, if the line stands: one that closes already takes nothing any more. */
  send(message: ClientMessage): void {
    if (this.state.get().is === 'open' && this.line?.readyState === WebSocket.OPEN) {
      this.line.send(JSON.stringify(message));
    }
  }

  private connect(): void {
    this.drop();
    this.firstHeard = undefined;
    const before = this.state.get();
    const code = 'code' in before ? { code: before.code } : {};
    this.state.set({ is: 'connecting', failures: this.failures, ...code });
    const line = this.world.open();
    this.line = line;
    line.onopen = () => {
      this.state.set({ is: 'open' });
      this.heartbeat.heard();
    };
    line.onmessage = ({ data }) => {
      this.hear(String(data));
    };
    line.onclose = ({ code }) => {
      this.closed(code);
    };
    this.heartbeat.start();
  }

  private hear(frame: string): void {
    this.firstHeard ??= this.world.clock.now();
    this.heartbeat.heard();
    const messages = decode(frame);
    if (messages.some(({ type }) => type === 'ping')) {
      this.send({ type: 'pong' });
    }
    const news = messages.filter(({ type }) => type !== 'ping' && type !== 'pong');
    if (news.length) {
      this.listener?.heard(news);
    }
  }

  /** Lets go of the line without waiting for it: a dead one would take its time to close. */
  private drop(): void {
    this.heartbeat.stop();
    this.cancelWait?.();
    this.cancelWait = undefined;
    const line = this.line;
    this.line = undefined;
    if (line) {
      line.onopen = line.onmessage = line.onclose = null;
      line.close();
    }
  }

  private closed(code: number): void {
    if (this.firstHeard !== undefined && this.world.clock.now() - this.firstHeard >= STEADY) {
      this.failures = 0;
    }
    this.drop();
    const delay = comeBackDelay(code, this.failures, this.world.random());
    this.failures++;
    const link = this.state.get();
    if (delay === undefined) {
      this.state.set({ is: 'ended', code });
    } else {
      this.wait(link.is === 'connecting' ? reasonOf(code, link.code) : code, delay);
    }
    this.listener?.lost(code);
  }

  private wait(code: number, delay: number): void {
    this.state.set({ is: 'waiting', failures: this.failures, until: this.world.clock.now() + delay, code });
    this.cancelWait = this.world.clock.after(delay, () => {
      this.connect();
    });
  }
}
