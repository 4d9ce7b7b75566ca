/**
 * The part of the page that is there without a server: it hands out the page and its files from what was kept of them,
 * and touches nothing else. The build puts in what the files are (`scripts/worker.mjs`).
 */
import { routeOf } from './route';
import { outdated, stockName, stocksOf } from './stock';

declare const self: ServiceWorkerGlobalScope;
/** The names of the files, relative to the page; the page itself is ''. */
declare const FILES: readonly string[];
/** What this version is told by. */
declare const VERSION: string;

/** A server that takes longer (ms) to begin its answer is not waited for, where the page was kept. */
const PATIENCE = 1_000;

const folder = self.registration.scope;
const files: ReadonlySet<string> = new Set(FILES);

self.addEventListener('install', (event) => {
  event.waitUntil(stock().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = { method: request.method, isVisit: request.mode === 'navigate', url: request.url };
  switch (routeOf(asked, folder, files)) {
    case 'page':
      event.respondWith(page(request));
      break;
    case 'frozen':
      event.respondWith(frozen(request));
      break;
    case 'own':
      event.respondWith(own(request));
      break;
    case 'pass':
      break;
  }
});

/** Keeps all files of this version; those that another version has, too, are not loaded again. All or none. */
async function stock(): Promise<void> {
  const cache = await caches.open(stockName(folder, VERSION));
  await Promise.all(
    FILES.map(async (name) => {
      const url = folder + name;
      const known = routeOf({ method: 'GET', isVisit: false, url }, folder, files) === 'frozen' && (await kept(url));
      await cache.put(url, known || (await loaded(url)));
    }),
  );
}

async function loaded(url: string): Promise<Response> {
  const answer = await fetch(url, { cache: 'no-cache' });
  if (!answer.ok || answer.redirected) {
    throw new TypeError(`${url}: ${String(answer.status)}`);
  }
  return answer;
}

async function tidy(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(outdated(folder, names, VERSION).map((name) => caches.delete(name)));
}

/** The page as the server has it, which may be a way to sign in; as it was kept, where nobody answers. */
async function page(request: Request): Promise<Response> {
  const old = await caches.match(folder, { cacheName: stockName(folder, VERSION) });
  const fresh = fetch(request);
  if (!old) {
    return fresh;
  }
  const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE, old));
  return Promise.race([fresh.then((answer) => (isNobody(answer) ? old : answer)).catch(() => old), late]);
}

/** What a proxy says for a server that is not there. */
function isNobody({ status }: Response): boolean {
  return status === 502 || status === 503 || status === 504;
}

async function frozen(request: Request): Promise<Response> {
  return (await kept(request.url)) ?? fetch(request);
}

async function own(request: Request): Promise<Response> {
  return (await caches.match(request.url, { cacheName: stockName(folder, VERSION) })) ?? fetch(request);
}

/** A file of whichever version: of this one, as almost always, or else of the newest that has it. */
async function kept(url: string): Promise<Response | undefined> {
  const found = await caches.match(url, { cacheName: stockName(folder, VERSION) });
  if (found) {
    return found;
  }
  for (const cacheName of [...stocksOf(folder, await caches.keys())].reverse()) {
    const other = await caches.match(url, { cacheName });
    if (other) {
      return other;
    }
  }
  return undefined;
}
