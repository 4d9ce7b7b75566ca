import { besideOf } from 'parley-client/state/side';
import { Entry, Room } from 'parley-client/state/state';
import { Block, blocksOf, Sources } from '../chat/blocks';

/** What a thread is shown by: the message that it begins with, how many replies there are, and these. */
export function threadBlocks(room: Room, thread: number, sources: Omit<Sources, 'room'>): readonly Block[] {
  const entries = besideOf(room);
  const first = entries.filter(({ seq }) => seq === thread);
  const replies = entries.filter(({ seq }) => seq !== thread);
  const begin = blocksOf({ ...sources, room, shown: shown(room, first), outbox: [] });
  const rest = blocksOf({ ...sources, room, shown: shown(room, replies) });
  const day = begin.find((block) => block.is === 'day')?.at.toDateString();
  const next = rest.find((block) => block.is === 'day');
  return [
    ...begin,
    ...(first.length && rest.length ? [{ is: 'replies', key: `replies ${thread}` } as const] : []),
    ...rest.filter((block) => block !== next || next.at.toDateString() !== day),
  ];
}

/** What is pinned, each with the link to where it was said. */
export function pinBlocks(
  room: Room,
  sources: Omit<Sources, 'room' | 'outbox'>,
  linkTo: (seq: number) => string,
): readonly Block[] {
  return blocksOf({ ...sources, room, shown: shown(room, besideOf(room)), outbox: [] }).map((block) =>
    block.is === 'said'
      ? { ...block, lines: block.lines.map((line) => ({ ...line, link: linkTo(line.seq ?? 0) })) }
      : block,
  );
}

function shown({ side }: Room, entries: readonly Entry[]): NonNullable<Sources['shown']> {
  return { entries, happenings: [], notices: [], start: (side?.before ?? 1) - 1, isApart: false };
}
