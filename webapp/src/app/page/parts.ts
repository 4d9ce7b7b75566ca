const PART = /(?:src|href)="((?:main|styles)-[\w-]{8}\.(?:js|css))"/g;

/** The files that a page begins with, as its HTML names them: each has a hash of its content in its name. */
export function partsOf(html: string): readonly string[] {
  return [...html.matchAll(PART)].flatMap(([, name]) => name ?? []).sort();
}

/** Whether the server's page is another version of this one; not, where it is no page of ours. */
export function isOtherVersion(own: string, theirs: string): boolean {
  const [mine, now] = [partsOf(own), partsOf(theirs)];
  return mine.length > 0 && now.length > 0 && mine.join() !== now.join();
}
