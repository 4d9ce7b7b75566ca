import { once } from 'node:events';
import { AddressInfo, createConnection, createServer, Server as TcpServer, Socket } from 'node:net';

/** What a line is like: how long (ms) there and back, and how much (bytes a millisecond) comes down and goes up. */
export interface Pace {
  readonly roundTrip: number;
  readonly down: number;
  readonly up: number;
}

/** So much (bytes) goes at a time: then others have their turn. */
const PACKET = 4_096;

/** Does one thing after the other, each not before its time: timers by themselves would not keep the order. */
class Queue {
  private readonly waiting: (() => void)[] = [];

  at(time: number, run: () => void): void {
    this.waiting.push(run);
    setTimeout(() => this.waiting.shift()?.(), Math.max(0, time - performance.now()));
  }
}

/** One direction of a line: all that goes over it shares its width, and comes later. */
class Lane {
  private readonly queue = new Queue();
  /** When what was given to it last will have gone. */
  private free = 0;

  constructor(
    private readonly width: number,
    private readonly delay: number,
  ) {}

  /** Carries what one socket hears to another one, as soon as they are connected. */
  join(from: Socket, to: Socket, connected: number): void {
    const first = new Queue();
    from.on('data', (bytes: Buffer) => {
      for (let at = 0; at < bytes.length; at += PACKET) {
        const packet = bytes.subarray(at, at + PACKET);
        first.at(connected, () => {
          this.carry(packet.length, () => to.write(packet));
        });
      }
    });
    from.on('end', () => {
      first.at(connected, () => {
        this.carry(0, () => to.end());
      });
    });
  }

  private carry(length: number, run: () => void): void {
    this.free = Math.max(performance.now(), this.free) + length / this.width;
    this.queue.at(this.free + this.delay, run);
  }
}

/**
 * A slow line to a server. To connect takes a round trip, as everywhere, and sockets are as slow as all else: a browser's
 * own emulation slows neither. Whoever makes it closes it.
 */
export class Line {
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly tcp: TcpServer) {}

  /** Leads to the server at this port of this machine. */
  static async to(behind: number, { roundTrip, down, up }: Pace): Promise<Line> {
    const tcp = createServer({ allowHalfOpen: true });
    const line = new Line(tcp);
    const [downwards, upwards] = [new Lane(down, roundTrip / 2), new Lane(up, roundTrip / 2)];
    tcp.on('connection', (near: Socket) => {
      const far = createConnection({ port: behind, host: '127.0.0.1', allowHalfOpen: true });
      const connected = performance.now() + roundTrip;
      upwards.join(near, far, connected);
      downwards.join(far, near, connected);
      for (const socket of [near, far]) {
        line.sockets.add(socket.setNoDelay());
        socket.on('error', () => undefined).on('close', () => line.sockets.delete(socket));
      }
    });
    tcp.listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    return line;
  }

  /** The page's address at the other end. */
  get url(): string {
    return `http://localhost:${(this.tcp.address() as AddressInfo).port}/`;
  }

  async close(): Promise<void> {
    this.tcp.close();
    this.sockets.forEach((socket) => socket.destroy());
    await once(this.tcp, 'close');
  }
}
