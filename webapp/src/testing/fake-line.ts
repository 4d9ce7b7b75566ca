import { Line, World } from 'parley-client/socket/socket';
import { ClientMessage, ServerMessage } from 'parley-client/message/message';
import { FakeClock } from './fake-clock';

/** The server's end of a line that a test holds. */
export class FakeLine implements Line {
  onopen: Line['onopen'] = null;
  onmessage: Line['onmessage'] = null;
  onclose: Line['onclose'] = null;
  readonly sent: ClientMessage[] = [];
  closed = false;
  readyState: Line['readyState'] = WebSocket.OPEN;

  send(frame: string): void {
    this.sent.push(JSON.parse(frame) as ClientMessage);
  }

  close(): void {
    this.closed = true;
  }

  /** The server lets the line in. */
  accept(): void {
    this.onopen?.call(this as unknown as WebSocket, new Event('open'));
  }

  /** The server sends these in one frame. */
  says(...messages: ServerMessage[]): void {
    this.saysText(JSON.stringify(messages));
  }

  saysText(data: string): void {
    this.onmessage?.call(this as unknown as WebSocket, new MessageEvent('message', { data }));
  }

  /** The line ends with this code. */
  ends(code: number): void {
    this.onclose?.call(this as unknown as WebSocket, { code } as CloseEvent);
  }

  /** What the client sent of one type, in order. */
  sentOf<T extends ClientMessage['type']>(type: T): Extract<ClientMessage, { type: T }>[] {
    return this.sent.filter((message): message is Extract<ClientMessage, { type: T }> => message.type === type);
  }
}

/** A world whose time, chance and lines belong to a test. */
export class FakeWorld implements World {
  readonly lines: FakeLine[] = [];
  chance = 0.5;

  constructor(readonly clock = new FakeClock()) {}

  wall(): number {
    return 1_000_000 + this.clock.now();
  }

  random(): number {
    return this.chance;
  }

  open(): FakeLine {
    const line = new FakeLine();
    this.lines.push(line);
    return line;
  }

  /** The newest line. */
  get line(): FakeLine {
    const line = this.lines.at(-1);
    if (!line) {
      throw new Error('no line was opened yet');
    }
    return line;
  }
}
