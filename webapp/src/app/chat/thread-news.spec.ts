import { Outgoing, Room } from 'parley-client/state/state';
import { isSameNews, threadNews } from './thread-news';

const room = {
  id: 'r_1',
  reading: {
    room: 'r_1',
    seq: 9,
    turn: 0,
    asOf: 9,
    unread: 0,
    mentions: 0,
    threads: [{ thread: 4, seq: 5, unread: 2 }],
  },
  readThreads: new Map(),
  entries: [],
} as unknown as Room;
const refused = (thread?: number): Outgoing => ({
  ref: 'x',
  place: '#tea',
  content: 'x',
  at: '',
  stage: { is: 'refused', code: 'too_long', text: 'No.' },
  ...(thread === undefined ? {} : { thread }),
});

describe('what is new in threads', () => {
  it('is what was not read, and what was refused', () => {
    expect([...threadNews(room, [refused(4), refused(7), refused()])]).toEqual([
      [4, { unread: 2, isStuck: true }],
      [7, { unread: 0, isStuck: true }],
    ]);
    expect(threadNews(undefined, []).size).toBe(0);
  });

  it('is told apart by what it says', () => {
    expect(isSameNews(threadNews(room, []), threadNews(room, []))).toBe(true);
    expect(isSameNews(threadNews(room, []), threadNews(room, [refused(4)]))).toBe(false);
    expect(isSameNews(threadNews(room, []), threadNews(undefined, []))).toBe(false);
  });
});
