import { Outgoing, Room } from 'parley-client/state/state';
import { unreadThreads } from 'parley-client/state/threads';
import { ThreadNews } from './line';

type News = ReadonlyMap<number, ThreadNews>;

/** What of a room's threads somebody may want to see to: replies that they have not read, or that were refused. */
export function threadNews(room: Room | undefined, outbox: readonly Outgoing[]): News {
  const news = new Map<number, ThreadNews>();
  for (const { thread, unread } of room ? unreadThreads(room) : []) {
    news.set(thread, { unread, isStuck: false });
  }
  for (const { thread, stage } of outbox) {
    if (thread !== undefined && stage.is === 'refused') {
      news.set(thread, { unread: news.get(thread)?.unread ?? 0, isStuck: true });
    }
  }
  return news;
}

/** Whether both tell the same. */
export function isSameNews(a: News, b: News): boolean {
  return (
    a.size === b.size &&
    [...a].every(([thread, { unread, isStuck }]) => {
      const other = b.get(thread);
      return other?.unread === unread && other.isStuck === isStuck;
    })
  );
}
