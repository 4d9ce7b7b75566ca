import { PersonId } from 'parley-client/message/message';
import { isOf } from 'parley-client/state/side';
import { Entry, Room, State } from 'parley-client/state/state';
import { isFollowed } from 'parley-client/state/threads';
import { Level, Preferences } from './preferences';
import { Words } from '../words/words';

/** A message that somebody who is elsewhere is to be told of. */
export interface Knock {
  readonly room: Room;
  readonly entry: Entry;
}

/** The last message behind this seq that this person wants to be told of. */
export function knockOf(room: Room, since: number, preferences: Preferences, me: PersonId): Knock | undefined {
  const level = preferences.isMuted && preferences.level === 'all' ? 'mentions' : preferences.level;
  const entry = room.entries
    .filter((one) => one.seq > since && one.sender !== me && !one.deleted && isWanted(room, one, level, me))
    .at(-1);
  return entry && { room, entry };
}

/** Of a reply one wants to know if one follows its thread, as if it named one; else one is not told of it at all. */
function isWanted(room: Room, entry: Entry, level: Level, me: PersonId): boolean {
  const { thread } = entry;
  if (thread === undefined) {
    return isCalled(entry, level, me);
  }
  const held = room.entries.filter((one) => isOf(one, { thread }));
  const isFollowing = room.reading?.threads?.some((one) => one.thread === thread) || isFollowed(held, me);
  return level !== 'nothing' && isFollowing;
}

function isCalled({ mentions, here }: Entry, level: Level, me: PersonId): boolean {
  return level === 'all' || (level === 'mentions' && (!!here || !!mentions?.includes(me)));
}

/** So much of a message is told. */
const LONGEST = 240;

/** What is told of it: who says something and where, and what. */
export function knockWords(
  { people }: State,
  { room, entry }: Knock,
  { common, knock }: Words,
): { readonly title: string; readonly body: string } {
  const name = people.get(entry.sender)?.name ?? common.somebody;
  const where = room.kind === 'direct' ? undefined : (room.name ?? room.title ?? knock.group);
  const body = entry.content.length > LONGEST ? `${entry.content.slice(0, LONGEST)}…` : entry.content;
  return { title: where ? knock.inRoom(name, where) : name, body };
}
