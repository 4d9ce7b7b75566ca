import { Page, PersonId, Said } from '../message/message';
import { Amendment, amended, held } from './amend';
import { Entry, Happening, Past, Reaction } from './state';

/** What a page tells, in order. */
export type Stretch = Pick<Past, 'entries' | 'happenings'>;

/** What a page tells, as it is now: what was heard since it was asked for, and lies behind its `asOf`, stands. */
export function stretchOf(page: Page, heard: readonly Amendment[], me: PersonId | undefined): Stretch {
  const entries = page.entries.filter((entry) => entry.type === 'message').map((said) => entryOf(said, page, me));
  return {
    entries: heard.reduce(amended, entries as readonly Entry[]),
    happenings: page.entries.filter(({ type }) => type === 'settings' || type === 'membership') as Happening[],
  };
}

function entryOf(said: Said, { asOf, reactions, replies, pins }: Page, me: PersonId | undefined): Entry {
  const own = reactions.filter(({ target }) => target === said.seq);
  const thread = replies.find(({ thread }) => thread === said.seq);
  return {
    ...held(said),
    asOf,
    ...(own.length ? { reactions: own.map((it) => reactionOf(it, me)) } : {}),
    ...(thread?.count ? { replies: thread.count, ...(thread.at === undefined ? {} : { repliedAt: thread.at }) } : {}),
    ...(pins.includes(said.seq) ? { pinned: true } : {}),
  };
}

/** The server names the first of those who reacted; oneself one always knows of. */
function reactionOf({ emoji, count, people, mine }: Page['reactions'][number], me: PersonId | undefined): Reaction {
  const named = mine && me !== undefined && !people.includes(me) ? [...people, me] : people;
  return { emoji, people: named, ...(count > named.length ? { unnamed: count - named.length } : {}) };
}
