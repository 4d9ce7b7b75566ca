import { Deleted, Edited, PersonId, Pinned, Reacted, Said } from '../message/message';
import { Entry, Reaction } from './state';

type Entries = readonly Entry[];

/** A message as it is held. */
export function held({ seq, sender, content, at, ref, thread, edited, deleted, mentions, here }: Said): Entry {
  return {
    seq,
    sender,
    content: content ?? '',
    at,
    ...(ref === undefined ? {} : { ref }),
    ...(thread === undefined ? {} : { thread }),
    ...(edited ? { edited } : {}),
    ...(deleted ? { deleted } : {}),
    ...(mentions ? { mentions } : {}),
    ...(here ? { here } : {}),
  };
}

/** What changes a message that is there: a reply adds to its thread's count. */
export type Amendment = Edited | Deleted | Reacted | Pinned | Said;

/**
 * The messages that are held, once this was heard. Those that a page told are as of an entry, and know already of all
 * that comes before it.
 */
export function amended(entries: Entries, by: Amendment): Entries {
  return entries.map((entry) => (by.seq > (entry.asOf ?? 0) ? changed(entry, by) : entry));
}

function changed(entry: Entry, by: Amendment): Entry {
  if ((by.type === 'message' || by.type === 'delete') && entry.seq === by.thread) {
    return answered(entry, by);
  }
  return by.type !== 'message' && entry.seq === by.target && !entry.deleted ? altered(entry, by) : entry;
}

/** A reply more, or less. */
function answered(entry: Entry, { type, at }: Said | Deleted): Entry {
  const replies = (entry.replies ?? 0) + (type === 'message' ? 1 : -1);
  return replies > 0
    ? { ...entry, replies, ...(type === 'message' ? { repliedAt: at } : {}) }
    : lacking(entry, 'replies', 'repliedAt');
}

function altered(entry: Entry, by: Edited | Deleted | Reacted | Pinned): Entry {
  switch (by.type) {
    case 'edit':
      return by.content === undefined ? entry : edited(entry, by, by.content);
    case 'delete':
      return tombstone(entry);
    case 'reaction':
      return { ...entry, reactions: reacted(entry.reactions ?? [], by) };
    case 'pin':
      return pinned(entry, by.on);
  }
}

function edited(entry: Entry, { mentions, here }: Edited, content: string): Entry {
  return {
    ...lacking(entry, 'mentions', 'here'),
    content,
    edited: true,
    ...(mentions ? { mentions } : {}),
    ...(here ? { here } : {}),
  };
}

/** What is left of a deleted message: that there was one. */
function tombstone(entry: Entry): Entry {
  return {
    ...lacking(entry, 'mentions', 'here', 'pinned', 'edited', 'reactions'),
    content: '',
    deleted: true,
  };
}

function pinned(entry: Entry, on: boolean): Entry {
  return on ? { ...entry, pinned: true } : lacking(entry, 'pinned');
}

function lacking(entry: Entry, ...keys: readonly (keyof Entry)[]): Entry {
  const without: readonly string[] = keys;
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !without.includes(key))) as unknown as Entry;
}

/** Each person once for each emoji; one that nobody stands behind any more is gone. */
function reacted(reactions: readonly Reaction[], { emoji, on, sender }: Reacted): readonly Reaction[] {
  const before = reactions.find((reaction) => reaction.emoji === emoji) ?? { emoji, people: [] };
  const after = on ? joinedBy(before, sender) : leftBy(before, sender);
  const isThere = after.people.length > 0 || !!after.unnamed;
  return reactions.includes(before)
    ? reactions.flatMap((reaction) => (reaction !== before ? reaction : isThere ? after : []))
    : [...reactions, ...(isThere ? [after] : [])];
}

function joinedBy(reaction: Reaction, id: PersonId): Reaction {
  return { ...reaction, people: [...reaction.people.filter((other) => other !== id), id] };
}

/** Who is not among those who were named is one of the others. */
function leftBy({ emoji, people, unnamed = 0 }: Reaction, id: PersonId): Reaction {
  const left = people.includes(id) ? unnamed : unnamed - 1;
  return { emoji, people: people.filter((other) => other !== id), ...(left > 0 ? { unnamed: left } : {}) };
}
