import { ClientMessage, Say, ServerMessage } from 'parley-client/message/message';
import { FakeLine } from './fake-line';
import { ANN, mark, publicRoom, reset, welcome } from './frames';

/** What a server answers to a message instead of storing it. */
export type Verdict = (message: Say) => { readonly code: string; readonly retryAfter?: number } | undefined;

/** Public rooms that anybody is in, with ann's connections. Frames are taken, and heard, one at a time. */
export class FakeServer {
  /** What is stored, by room, in order. */
  readonly log = new Map<string, { readonly ref: string; readonly content: string }[]>();
  private readonly lines: { readonly line: FakeLine; read: number; resumed: boolean }[] = [];

  constructor(
    private readonly names: readonly string[],
    private readonly judge: Verdict,
  ) {
    for (const name of names) {
      this.log.set(`r_${name}`, []);
    }
  }

  /** Lets this line in. */
  accept(line: FakeLine): void {
    this.lines.push({ line, read: 0, resumed: false });
    line.accept();
    line.says(welcome(...this.names.map((name) => this.info(name))));
  }

  /** Forgets a line, with all that it has sent and nobody has read. */
  drop(line: FakeLine): void {
    const i = this.lines.findIndex((other) => other.line === line);
    if (i >= 0) {
      this.lines.splice(i, 1);
    }
  }

  /** The lines that have sent something nobody has read. */
  get unread(): readonly FakeLine[] {
    return this.lines.filter(({ line, read }) => read < line.sent.length).map(({ line }) => line);
  }

  /** Reads one frame of this line, and has everyone hear what comes of it. */
  read(line: FakeLine): void {
    const connection = this.lines.find((other) => other.line === line);
    const message = connection?.line.sent[connection.read++];
    if (connection && message) {
      connection.resumed ||= message.type === 'resume';
      this.take(line, message);
    }
  }

  private take(line: FakeLine, message: ClientMessage): void {
    if (message.type === 'resume') {
      const held = new Map(message.positions.map(({ room, seq }) => [room, seq]));
      line.says(...this.names.flatMap((name) => this.missed(name, held.get(`r_${name}`))));
    } else if (message.type === 'message') {
      this.store(line, message);
    }
  }

  private missed(name: string, held: number | undefined): ServerMessage[] {
    const id = `r_${name}`;
    const first: ServerMessage[] = held === undefined ? [reset(this.info(name), 0)] : [];
    return [...first, ...this.entries(id).slice(held ?? 0)];
  }

  private store(line: FakeLine, message: Say): void {
    const { ref, recipient, content } = message;
    const log = this.log.get(recipient) ?? [];
    const seq = log.findIndex((entry) => entry.ref === ref) + 1;
    if (seq > 0) {
      line.says({ type: 'stored', ref, recipient, seq, at: '2026-11-23T02:00:00.123Z' });
      return;
    }
    const refusal = this.judge(message);
    if (refusal) {
      line.says({ type: 'refused', ref, text: `No: ${refusal.code}.`, ...refusal });
      return;
    }
    log.push({ ref, content });
    for (const other of this.lines.filter(({ resumed }) => resumed)) {
      other.line.says(...this.entries(recipient).slice(-1));
    }
  }

  private entries(recipient: string): ServerMessage[] {
    return (this.log.get(recipient) ?? []).map(({ ref, content }, i) => ({
      type: 'message',
      recipient,
      seq: i + 1,
      mark: mark(i + 1),
      sender: ANN.id,
      content,
      at: '2026-11-23T02:00:00.123Z',
      ref,
    }));
  }

  private info(name: string) {
    return publicRoom(name, this.log.get(`r_${name}`)?.length ?? 0);
  }
}
