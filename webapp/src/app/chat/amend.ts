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

/** The messages that are held, once one of them was edited, deleted, reacted to or pinned. */
export function amended(entries: Entries, by: Edited | Deleted | Reacted | Pinned): Entries {
  return entries.map((entry) => (entry.seq === by.target && !entry.deleted ? changed(entry, by) : entry));
}

function changed(entry: Entry, by: Edited | Deleted | Reacted | Pinned): Entry {
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
function tombstone({ seq, sender, at, ref, thread }: Entry): Entry {
  return {
    seq,
    sender,
    content: '',
    at,
    ...(ref === undefined ? {} : { ref }),
    ...(thread === undefined ? {} : { thread }),
    deleted: true,
  };
}

function pinned(entry: Entry, on: boolean): Entry {
  return on ? { ...entry, pinned: true } : lacking(entry, 'pinned');
}

function lacking(entry: Entry, ...keys: readonly ('mentions' | 'here' | 'pinned')[]): Entry {
  const without: readonly string[] = keys;
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !without.includes(key))) as unknown as Entry;
}

/** Each person once for each emoji; one that nobody stands behind any more is gone. */
function reacted(reactions: readonly Reaction[], { emoji, on, sender }: Reacted): readonly Reaction[] {
  const without = (people: readonly PersonId[]) => people.filter((id) => id !== sender);
  if (!on) {
    return reactions
      .map((reaction) => (reaction.emoji === emoji ? { emoji, people: without(reaction.people) } : reaction))
      .filter(({ people }) => people.length);
  }
  return reactions.some((reaction) => reaction.emoji === emoji)
    ? reactions.map((reaction) =>
        reaction.emoji === emoji ? { emoji, people: [...without(reaction.people), sender] } : reaction,
      )
    : [...reactions, { emoji, people: [sender] }];
}
