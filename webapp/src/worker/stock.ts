/** Versions whose files are kept: a page that is open for long still finds the parts that it has not loaded yet. */
export const VERSIONS = 4;

/** The name of a version's files among all that an origin keeps: other instances of Parley may share it. */
export function stockName(folder: string, version: string): string {
  return `${startOf(folder)}${version}`;
}

/** The stocks of this folder, the oldest first, among all that an origin keeps in the order in which it came. */
export function stocksOf(folder: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => name.startsWith(startOf(folder)) && !name.slice(startOf(folder).length).includes(' '));
}

/** The stocks that nobody needs any more. */
export function outdated(folder: string, names: readonly string[], version: string): readonly string[] {
  const others = stocksOf(folder, names).filter((name) => name !== stockName(folder, version));
  return others.slice(0, Math.max(0, others.length - VERSIONS + 1));
}

function startOf(folder: string): string {
  return `parley ${new URL(folder).pathname} files `;
}
