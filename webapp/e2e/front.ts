import { once } from 'node:events';
import { createServer, IncomingMessage, request, Server as HttpServer, ServerResponse } from 'node:http';
import { AddressInfo, connect, Socket } from 'node:net';

/** A file as the front hands it out in place of the server's. */
export interface Put {
  readonly type: string;
  readonly body: string;
}

/**
 * What may stand before a server: a host with other applications, a proxy that lets no socket through, or a deployment
 * that is exchanged while pages are open. It passes everything on, but for what it is told. Whoever makes it closes it.
 */
export class Front {
  /** Answers by path, in place of the server's. */
  readonly puts = new Map<string, Put>();
  /** Paths that are not there any more. */
  readonly gone = new Set<string>();
  /** Whether sockets are let through. */
  isOpen = true;
  /** Whether nobody is there, as without a network. */
  isAway = false;
  /** Whether nothing is answered, though somebody is there. */
  isSlow = false;
  /** What it answers to everything in place of the server; nothing for what the server answers. */
  status: number | undefined;
  /** How many have come in vain: to nobody, or for a socket that is not let through. */
  refused = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly http: HttpServer,
    /** The port of the server to which it passes things on. */
    public behind: number,
  ) {
    http.on('request', (asked: IncomingMessage, answer: ServerResponse) => {
      this.pass(asked, answer);
    });
    http.on('upgrade', (asked: IncomingMessage, socket: Socket, head: Buffer) => {
      this.upgrade(asked, socket, head);
    });
    http.on('connection', (socket: Socket) => {
      if (this.isAway) {
        this.refused++;
        socket.destroy();
        return;
      }
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    });
  }

  /** Stands before the server at this port of this machine. */
  static async before(behind: number): Promise<Front> {
    const http = createServer();
    const front = new Front(http, behind);
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return front;
  }

  get port(): number {
    return (this.http.address() as AddressInfo).port;
  }

  /** An address of this host. */
  url(path = '/'): string {
    return `http://localhost:${this.port}${path}`;
  }

  /** Breaks all connections, as a restart does. */
  drop(): void {
    this.sockets.forEach((socket) => socket.destroy());
  }

  /** Is not there any more, as without a network. */
  leave(): void {
    this.isAway = true;
    this.drop();
  }

  /** Is there again. */
  return(): void {
    this.isAway = false;
  }

  async close(): Promise<void> {
    this.http.close();
    this.drop();
    await once(this.http, 'close');
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    if (this.isSlow) {
      return;
    }
    const path = new URL(asked.url ?? '/', this.url()).pathname;
    const put = this.puts.get(path);
    if (this.status !== undefined || this.gone.has(path)) {
      answer.writeHead(this.status ?? 404, { 'Content-Type': 'text/plain' }).end('Not here.');
    } else if (put) {
      answer.writeHead(200, { 'Content-Type': put.type, 'Cache-Control': 'no-cache' }).end(put.body);
    } else {
      const options = {
        host: '127.0.0.1',
        port: this.behind,
        path: asked.url,
        method: asked.method,
        headers: asked.headers,
      };
      const onwards = request(options, (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
      });
      onwards.on('error', () => answer.destroy());
      asked.pipe(onwards);
    }
  }

  private upgrade(asked: IncomingMessage, socket: Socket, head: Buffer): void {
    if (this.isSlow) {
      return;
    }
    if (!this.isOpen || this.status !== undefined) {
      this.refused++;
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
      return;
    }
    const onwards = connect(this.behind, '127.0.0.1', () => {
      const headers = asked.rawHeaders.reduce((text, word, i) => text + word + (i % 2 ? '\r\n' : ': '), '');
      onwards.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${headers}\r\n`);
      onwards.write(head);
      socket.pipe(onwards).pipe(socket);
    });
    onwards.on('error', () => socket.end()); // after what the server has said last
    socket.on('close', () => onwards.destroy());
  }
}
