import { gemoji } from 'gemoji';

/** The emoji and their names. A large table: to be imported only when somebody looks for one. */
export const EMOJI: readonly Emoji[] = gemoji;

/** A sign and what it is called. */
export interface Emoji {
  readonly emoji: string;
  /** The usual name first. */
  readonly names: readonly string[];
  /** Words that it has to do with. */
  readonly tags: readonly string[];
  /** What Unicode calls it. */
  readonly description: string;
  /** With what it belongs together. */
  readonly category: string;
}
