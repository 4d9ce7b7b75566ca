/** What the worker does with a request. */
export type Route =
  /** None of its business: the browser goes on as if there were no worker. */
  | 'pass'
  /** The page: from the server if that answers soon, else as it was kept. */
  | 'page'
  /** A file whose name tells its content: as it was kept, of whichever version. */
  | 'frozen'
  /** Another file of this version. */
  | 'own';

/** What is asked for. */
export interface Asked {
  readonly method: string;
  /** Whether somebody opens a page. */
  readonly isVisit: boolean;
  readonly url: string;
}

/** A file whose name has a hash of its content. */
const FROZEN = /^(?:media\/[^/]+|main|styles|chunk)-[A-Za-z0-9_-]{8}\.(?:js|css|woff2)$/;

/**
 * What to do with a request. Below the page's folder lie other things too: the socket and what else the server tells,
 * and other applications, where that folder is the root of the host.
 *
 * @param folder the page's address
 * @param files the names of this version's files
 */
export function routeOf({ method, isVisit, url }: Asked, folder: string, files: ReadonlySet<string>): Route {
  const address = url.split(/[?#]/, 1)[0] ?? '';
  if (method !== 'GET' || !address.startsWith(folder)) {
    return 'pass';
  }
  const name = address.slice(folder.length);
  if (name === '' || name === 'index.html') {
    return isVisit ? 'page' : 'pass';
  }
  if (FROZEN.test(name)) {
    return 'frozen';
  }
  return files.has(name) ? 'own' : 'pass';
}
