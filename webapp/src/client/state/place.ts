/** What can be read beside a place: a message with its replies, or what is pinned. */
export type Topic = { readonly thread: number } | 'pins';

/** Where one can be: a public room by its name, the conversation with a person by theirs, any other room by its id. */
export type Place = `#${string}` | `@${string}` | `r_${string}`;

/** The room that everyone is in. */
export const LOBBY: Place = '#lobby';

const LINK = /^#\/([rpi])\/([^/?#]+)(?:\/([1-9]\d{0,14})(\/replies)?|\/(pins))?$/;

const SIGILS = { r: '#', p: '@', i: 'r_' } as const;

/**
 * The place that the hash of a link names (`#/r/tea`, `#/p/bob`, `#/i/h5k2m9q4w7x1z8b3`), if it names one; it may lead to
 * a message there (`#/r/tea/42`).
 */
export function placeOf(hash: string): Place | undefined {
  const [, kind, encoded] = LINK.exec(hash) ?? [];
  if (!kind || !encoded) {
    return undefined;
  }
  try {
    return `${SIGILS[kind as keyof typeof SIGILS]}${decodeURIComponent(encoded)}`;
  } catch (e) {
    if (e instanceof URIError) {
      return undefined;
    }
    throw e;
  }
}

/** The message that the hash of a link leads to, if it leads to one. */
export function seqOf(hash: string): number | undefined {
  const [, , , seq, replies] = LINK.exec(hash) ?? [];
  return seq === undefined || replies !== undefined ? undefined : Number(seq);
}

/** What the hash of a link leads to beside a place (`#/r/tea/42/replies`, `#/r/tea/pins`), if it leads to that. */
export function topicOf(hash: string): Topic | undefined {
  const [, , , seq, replies, pins] = LINK.exec(hash) ?? [];
  return pins === undefined ? (replies === undefined ? undefined : { thread: Number(seq) }) : 'pins';
}

/** The hash of a link to this place, or to a message there. */
export function hashOf(place: Place, seq?: number): string {
  const [kind, sigil] = Object.entries(SIGILS).find(([, start]) => place.startsWith(start)) ?? ['r', '#'];
  return `#/${kind}/${encodeURIComponent(place.slice(sigil.length))}${seq === undefined ? '' : `/${seq}`}`;
}

/** The hash of a link to what can be read beside this place. */
export function hashBeside(place: Place, topic: Topic): string {
  return `${hashOf(place)}/${topic === 'pins' ? topic : `${topic.thread}/replies`}`;
}

/** Whether this is a place that is joined by its name. */
export function isNamedRoom(place: Place): boolean {
  return place.startsWith('#');
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
