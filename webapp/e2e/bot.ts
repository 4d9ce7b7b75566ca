import { once } from 'node:events';

type Message = Record<string, unknown> & { type: string };

/** So much of what was heard last is remembered, at least. */
const REMEMBERED = 2_000;

/** Somebody who talks to the server without a page, over `parley.v1`. */
export class Bot {
  private readonly heard: Message[] = [];
  private readonly name = crypto.randomUUID();
  private refs = 0;

  private constructor(
    private readonly socket: WebSocket,
    /** What a browser has to send to be the same person; nothing for somebody whom the server has named. */
    readonly cookie?: string,
  ) {
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

  /** Somebody new, who hears their rooms; of a name that the server gives them, or of this one. */
  static async at(url: string, name?: string): Promise<Bot> {
    const cookie = name === undefined ? undefined : await comeIn(url, name);
    const asked = { protocols: ['parley.v1'], headers: cookie === undefined ? {} : { Cookie: cookie } };
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}ws`, asked as unknown as string[]); // Node's takes headers
    const bot = new Bot(socket, cookie);
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

  /** Who the server takes it for. */
  async id(): Promise<string> {
    const { person } = (await this.await(({ type }) => type === 'welcome')) as unknown as { person: { id: string } };
    return person.id;
  }

  /** Tells something that is not answered. */
  tell(message: Message): void {
    this.socket.send(JSON.stringify(message));
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

/** Becomes a guest of this name; returns what tells so. */
async function comeIn(url: string, name: string): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${url}me`, { method: 'PUT', headers, body: JSON.stringify({ name }) });
  const cookie = answer.headers.get('Set-Cookie')?.split(';', 1)[0];
  if (!answer.ok || cookie === undefined) {
    throw new Error(`${name} was not let in: ${await answer.text()}`);
  }
  return cookie;
}
