import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const WAR = resolve(process.env['PARLEY_WAR'] ?? '../target/parley.war');
/** It is there for seconds, most of which it would spend on making itself fast. */
const SHORT_LIVED = ['-Xmx256m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
/** Longest that a server may take to start, and to stop (ms). */
const PATIENCE = 30_000;

/** Parley by itself, on 127.0.0.1, with a home of its own. Whoever makes it closes it. */
export class Server {
  /** What is set otherwise than by default from the next start on, by the settings' names. */
  settings: Readonly<Record<string, string>> = {};

  private process: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly context: string,
    private readonly home: string,
  ) {}

  static async at(context: string, settings: Server['settings'] = {}): Promise<Server> {
    const server = new Server(await freePort(), context, await mkdtemp(join(tmpdir(), 'parley-e2e-')));
    server.settings = settings;
    await server.start();
    return server;
  }

  /** The page's address, with a slash at its end. */
  url(host = 'localhost'): string {
    return `http://${host}:${this.port}${this.context === '/' ? '' : this.context}/`;
  }

  async start(): Promise<void> {
    const options = ['--port', String(this.port), '--home', this.home, '--context', this.context];
    const settings = Object.entries(this.settings).map(([name, value]) => `-D${name}=${value}`);
    const java = spawn('java', [...SHORT_LIVED, ...settings, '-jar', WAR, ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = java;
    let said = '';
    const patience = setTimeout(() => java.kill('SIGKILL'), PATIENCE);
    for await (const text of java.stdout) {
      said += String(text);
      if (said.includes('Parley is ready')) {
        break;
      }
    }
    clearTimeout(patience);
    if (java.exitCode !== null || !said.includes('Parley is ready')) {
      throw new Error(`the server did not start: ${said}${String(java.stderr.read() ?? '')}`);
    }
    java.stderr.resume();
  }

  /** Stops it as an operator would, or `SIGKILL`s it. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const java = this.process;
    this.process = undefined;
    if (java && java.exitCode === null && java.signalCode === null) {
      const gone = once(java, 'exit');
      java.kill(signal);
      await gone;
    }
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.home, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
