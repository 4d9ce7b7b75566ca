/** What can be shown in place of a room: all that is unread, or where one was named. */
export type View = 'unread' | 'mentions';

/** The view that the hash of a link names (`#/unread`), if it names one. */
export function viewOf(hash: string): View | undefined {
  return hash === '#/unread' ? 'unread' : hash === '#/mentions' ? 'mentions' : undefined;
}
