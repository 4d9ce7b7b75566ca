/** Where one can be: a public room by its name, or the conversation with a person by theirs. */
export type Place = `#${string}` | `@${string}`;

/** The room that everyone is in. */
export const LOBBY: Place = '#lobby';

const LINK = /^#\/([rp])\/([^/?#]+)$/;

/** The place that the hash of a link names (`#/r/tea`, `#/p/bob`), if it names one. */
export function placeOf(hash: string): Place | undefined {
  const [, kind, encoded] = LINK.exec(hash) ?? [];
  if (!kind || !encoded) {
    return undefined;
  }
  try {
    return `${kind === 'r' ? '#' : '@'}${decodeURIComponent(encoded)}`;
  } catch (e) {
    if (e instanceof URIError) {
      return undefined;
    }
    throw e;
  }
}

/** The hash of a link to this place. */
export function hashOf(place: Place): string {
  return `#/${place.startsWith('#') ? 'r' : 'p'}/${encodeURIComponent(place.slice(1))}`;
}

/** Whether two names are of one place: names are told apart without regard to case. */
export function isSame(a: Place, b: Place): boolean {
  return keyOf(a) === keyOf(b);
}

/** What is equal for two names of one place. */
export function keyOf(place: Place): string {
  return place.toUpperCase().toLowerCase();
}

/** The name somebody typed for a room or person, without the `#` or `@`, in the form the server gives to names. */
export function nameTyped(text: string): string {
  return text.trim().replace(/^[#@]/, '').normalize('NFKC');
}
