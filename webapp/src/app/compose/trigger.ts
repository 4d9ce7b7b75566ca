import { isInCode } from './code';

/** The signs that begin a word that can be completed: a person, a room, an emoji, a command. */
export type Sign = '@' | '#' | ':' | '/';

/** A word that is begun, up to the cursor. */
export interface Trigger {
  readonly sign: Sign;
  /** Where the sign stands. */
  readonly start: number;
  /** What was written after it. */
  readonly query: string;
}

const COMMAND = /^\/[a-z]*$/i;
/** Brackets, quotes and Markdown's signs may stand before the sign; all else makes it a part of a word, as in `a@b` or `12:30`. */
const WORD = /(?:^|\s)[([{"'“‘>*_~]*([@#](?:[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\-_.]*)?|:[a-z+-][a-z0-9_+-]+)$/iu;
/** No word is longer. */
const LONGEST = 60;

/** The word at the cursor that can be completed, if there is one. In code there is none. */
export function triggerAt(text: string, cursor: number): Trigger | undefined {
  if (/^[\p{L}\p{N}_]/u.test(text.slice(cursor))) {
    return undefined;
  }
  const before = text.slice(0, cursor);
  if (COMMAND.test(before)) {
    return { sign: '/', start: 0, query: before.slice(1) };
  }
  const word = WORD.exec(before.slice(-LONGEST))?.[1];
  return word && !isInCode(text, cursor)
    ? { sign: word.charAt(0) as Sign, start: cursor - word.length, query: word.slice(1) }
    : undefined;
}
