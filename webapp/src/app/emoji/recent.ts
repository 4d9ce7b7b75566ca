/** Under this key a person's notes hold the emoji that they used last, with spaces between, … */
export const RECENT = 'emoji';
/** … and under this one the tone of skin that theirs have. */
export const TONE = 'tone';

/** So many are held: two rows. */
const MOST = 16;

/** The emoji that were used last, the last first. */
export function recentOf(note: string | undefined): readonly string[] {
  return (note ?? '').split(' ').filter((emoji) => emoji !== '');
}

/** The note once this was used. */
export function used(note: string | undefined, emoji: string): string {
  return [emoji, ...recentOf(note).filter((other) => other !== emoji)].slice(0, MOST).join(' ');
}
