import { Coming } from '../page/coming';

/**
 * What reads Markdown, loaded when the first text needs it: most that people say is plain. Until then, and where it
 * can't be loaded, a text stands as it was written.
 */
export const READER = new Coming(() => import('./parts').then(({ partsOf }) => partsOf));

/** A line without a sign that could mean something, at its beginning or within it. */
const LINE =
  /^(?!\d+[.)](?:\s|$))[\p{L}\p{N}"'“”‘’(¿¡…](?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200d\ufe0f ,;:!?'"“”‘’()¿¡….–—-]*[^ ])?$/u;

/** Whether a text means just what it says, so that nothing has to read it. It may say no of one that does. */
export function isPlain(text: string): boolean {
  return !/www\./i.test(text) && text.split('\n').every((line) => LINE.test(line));
}
