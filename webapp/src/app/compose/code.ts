const FENCE = /^ {0,3}(?:```|~~~)/;

/** Whether a fence of code was opened before the cursor, and not closed. */
export function isInFence(text: string, cursor: number): boolean {
  const fences = text
    .slice(0, cursor)
    .split('\n')
    .filter((line) => FENCE.test(line));
  return fences.length % 2 === 1;
}

/** Whether what stands at the cursor is code: in a fence, or between backticks. */
export function isInCode(text: string, cursor: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', cursor - 1) + 1, cursor);
  return isInFence(text, cursor) || line.split('`').length % 2 === 0;
}
