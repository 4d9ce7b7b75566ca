import { Person } from 'parley-client/message/message';
import { Block } from './blocks';
import { Line } from './line';

type Said = Extract<Block, { readonly is: 'said' }>;

/** A line by itself, of those that stand together under their sender's name. */
interface LineItem {
  readonly is: 'line';
  readonly key: string;
  readonly line: Line;
  readonly sender: Person;
  readonly mine: boolean;
  /** Whether it is the first of them. */
  readonly begins: boolean;
}

type Item = Exclude<Block, Said> | LineItem;

/** What is drawn, or not, by itself: a line, or what stands between lines. */
export type Row = Item & {
  /** The seq that it stands at: its own, or that of what is before it. */
  readonly seq: number;
  /** Whether it is kept where nobody sees it, far from what is on the screen. */
  readonly isAway?: true;
};

/** The rows of a timeline, from above to below: their seqs never fall. What has nothing before it stands at the first. */
export function rowsOf(blocks: readonly Block[]): readonly Row[] {
  const items = blocks.flatMap((block): Item[] => (block.is === 'said' ? linesOf(block) : [block]));
  let seq = items.map(seqOf).find((one) => one !== undefined) ?? 0;
  return items.map((item) => {
    seq = seqOf(item) ?? seq;
    return { ...item, seq };
  });
}

function linesOf({ lines, sender, mine }: Said): Item[] {
  return lines.map((line, i) => ({ is: 'line', key: line.key, line, sender, mine, begins: i === 0 }));
}

function seqOf(item: Item): number | undefined {
  return item.is === 'line' ? item.line.seq : item.is === 'happening' ? item.seq : undefined;
}
