import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How to start a browser: an installed one, or else the one that an npm package brings. */
export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
}

/** What a browser would otherwise ask the network for by itself. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * What the package would have: one process, for the sake of memory, which dies when one of its contexts is closed; and no
 * origins, which a page is protected by.
 */
const UNWANTED = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

/** `CHROME_BIN`, an installed Chromium or Chrome, or the package's. */
export async function browser(): Promise<Browser> {
  const installed = [
    process.env['CHROME_BIN'],
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    ...['chromium', 'google-chrome', 'chrome'].flatMap(onPath),
  ].find((path) => path && existsSync(path));
  if (installed) {
    return { executablePath: installed, args: ['--no-sandbox', ...QUIET] };
  }
  const { default: packaged } = await import('@sparticuz/chromium');
  const args = packaged.args.filter((arg) => !UNWANTED.includes(arg));
  return { executablePath: await packaged.executablePath(), args: [...args, ...QUIET] };
}

function onPath(program: string): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));
}
