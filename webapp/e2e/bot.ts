import { once } from 'node:events';

type Message = Record<string, unknown> & { type: string };

/** So much of what was heard last is remembered, at least. */
const REMEMBERED = 2_000;

/** Somebody who talks to the server without a page, over `parley.v1`. */
export class Bot {
  private readonly heard: Message[] = [];
  private readonly name = crypto.randomUUID();
  private refs = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => {
      const frame = JSON.parse(String(data)) as Message | Message[];
      for (const message of [frame].flat()) {
        this.heard.push(message);
        if (message.type === 'ping') {
          this.socket.send('{"type":"pong"}');
        }
      }
      if (this.heard.length > 2 * REMEMBERED) {
        this.heard.splice(0, this.heard.length - REMEMBERED);
      }
      this.socket.dispatchEvent(new Event('heard'));
    });
  }

  /** Somebody new, who hears their rooms. */
  static async at(url: string): Promise<Bot> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}ws`, 'parley.v1');
    const bot = new Bot(socket);
    await bot.await(({ type }) => type === 'welcome');
    socket.send('{"type":"resume","positions":[]}');
    return bot;
  }

  /** Has an entry made, and waits until it is stored; returns it. */
  async enter(message: Message): Promise<Message & { recipient: string; seq: number }> {
    const ref = this.ref();
    this.socket.send(JSON.stringify({ ref, ...message }));
    const answer = await this.await((it) => it['ref'] === ref);
    if (answer.type === 'refused') {
      throw new Error(`refused: ${JSON.stringify(answer)}`);
    }
    return answer as Message & { recipient: string; seq: number };
  }

  /** Says all of this in a room, in order; returns the seq of the last. The server must not limit how fast. */
  async say(recipient: string, contents: readonly string[]): Promise<number> {
    for (const content of contents.slice(0, -1)) {
      this.socket.send(JSON.stringify({ type: 'message', ref: this.ref(), recipient, content }));
    }
    return (await this.enter({ type: 'message', recipient, content: contents.at(-1) })).seq;
  }

  private ref(): string {
    return `${this.name}-${++this.refs}`;
  }

  /** Waits for a message, which may have come already. */
  async await(is: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.heard.find(is);
      if (found) {
        return found;
      }
      await once(this.socket, 'heard', { signal: AbortSignal.timeout(10_000) });
    }
  }

  close(): void {
    this.socket.close();
  }
}
