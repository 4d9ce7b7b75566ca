import { ANN, AT, BOB, page, publicRoom, reading, reset, said, welcome } from '../../testing/frames';
import { english } from '../../testing/english';
import { ServerMessage } from 'parley-client/message/message';
import { apply } from 'parley-client/state/apply';
import { peeked } from 'parley-client/state/peeks';
import { EMPTY, roomAt } from 'parley-client/state/state';
import { Door, doorTo } from '../chat/doors';
import { firstUnread, urgent } from './news';

const TEA = publicRoom('tea', 4);
const hear = (...messages: ServerMessage[]) =>
  roomAt(
    [welcome(TEA), ...messages].reduce((before, it) => apply(before, it, AT), EMPTY),
    '#tea',
  )!;
const seqs = (entries: ReturnType<typeof firstUnread>) => entries?.map(({ seq }) => seq);

describe('what waits', () => {
  it('is urgent where it names one, then where it is said to one alone', () => {
    const door = (place: Door['place'], more: Partial<Door>): Door => ({
      ...doorTo(place, () => '', english),
      ...more,
    });
    const doors = [
      door('#read', { badge: 0 }),
      door('#much', { badge: 9 }),
      door('@bob', { badge: 1 }),
      door('#named', { badge: 5, mentions: 1 }),
      door('@cem', { badge: 2 }),
    ];
    expect(urgent(doors).map(({ place }) => place)).toEqual(['#named', '@bob', '@cem', '#much']);
  });

  it('begins after what was seen, without one’s own messages, replies and deleted ones', () => {
    const room = hear(
      reset(TEA, 1),
      said('r_tea', 2),
      said('r_tea', 3),
      said('r_tea', 4, ANN.id),
      { ...said('r_tea', 5), thread: 3 },
      { ...said('r_tea', 6), deleted: true },
      said('r_tea', 7),
      said('r_tea', 8),
      said('r_tea', 9),
      reading('r_tea', 2),
    );
    expect(seqs(firstUnread(room, new Map(), ANN.id))).toEqual([3, 7, 8]);
  });

  it('has to be read where the tail doesn’t reach so far', () => {
    const room = hear(reset({ ...TEA, seq: 90 }, 80), reading('r_tea', 4, { unread: 80 }));
    expect(firstUnread(room, new Map(), ANN.id)).toBeUndefined();
    const peeks = peeked(new Map(), page('a', 'r_tea', [5, 6, 7, 8]));
    expect(seqs(firstUnread(room, peeks, ANN.id))).toEqual([5, 6, 7]);
    expect(firstUnread(room, peeks, BOB.id)).toBeUndefined();
  });
});
