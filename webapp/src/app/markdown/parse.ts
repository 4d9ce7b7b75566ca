import { isPlain, READER } from './reader';
import { Recent } from './recent';
import { asWritten, Part, Tree } from './tree';

/** A longer text is shown as it was written: reading it could take its reader seconds. */
const LONGEST = 20_000;
/** Texts that are kept as trees (characters): what a room shows, and some more. */
const KEPT = 500_000;

const trees = new Recent<Tree>(KEPT);

/**
 * What somebody wrote, as a tree. A message is drawn often: it is read once, if there is anything in it to be read. Until
 * it can be read it stands as it was written.
 */
export function treeOf(text: string): Tree {
  const partsOf = READER.value();
  if (text === '' || isPlain(text)) {
    return text === '' ? [] : [asWritten(text)];
  }
  if (partsOf) {
    return trees.of(text, () => read(text, partsOf));
  }
  void READER.prepare();
  return [asWritten(text)];
}

function read(text: string, partsOf: (text: string) => Tree): Tree {
  const parts = text.length > LONGEST ? [] : partsOf(text);
  return parts.some(isSomething) ? parts : [asWritten(text)];
}

/** Whether there is anything to see. Who writes `#` alone, or only what a link would refer to, means just that. */
function isSomething(part: Part): boolean {
  return !('spans' in part) || part.spans.length > 0;
}
