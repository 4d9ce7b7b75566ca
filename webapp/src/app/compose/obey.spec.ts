import { apply } from 'parley-client/state/apply';
import { Place } from 'parley-client/state/place';
import { EMPTY, roomAt } from 'parley-client/state/state';
import { ANN, AT, BOB, conversation, publicRoom, reset, welcome } from '../../testing/frames';
import { Hands, obey, Scene } from './obey';
import { orderOf } from './orders';
import { english } from '../../testing/english';

const rooms = [
  publicRoom('lobby'),
  { ...publicRoom('tea'), owner: ANN.id },
  { ...publicRoom('zoo'), owner: BOB.id },
  conversation(),
];
const state = [welcome(...rooms), ...rooms.map((room) => reset(room))].reduce((s, m) => apply(s, m, AT), EMPTY);

describe('an order', () => {
  let done: string[];

  const hand =
    (name: string) =>
    (...args: string[]) =>
      void done.push([name, ...args].join(' '));
  const hands: Hands = {
    say: hand('say'),
    tell: hand('tell'),
    visit: hand('visit'),
    leave: hand('leave'),
    setTopic: hand('topic'),
    invite: hand('invite'),
    help: hand('help'),
  };
  /** What is answered to somebody who writes this at a place. */
  const write = (text: string, place: Place = '#tea', more: Partial<Scene> = {}) =>
    obey(
      orderOf(text),
      { place, room: roomAt(state, place), me: ANN.id, isReady: true, words: english, ...more },
      hands,
    );

  beforeEach(() => {
    done = [];
  });

  it('is carried out', () => {
    for (const text of [
      'hello',
      '/join zoo',
      '/leave',
      '/topic Cake',
      '/invite @bob',
      '/dm @bob hi',
      '/dm @bob',
      '/help',
    ]) {
      expect(write(text)).toBeUndefined();
    }
    expect(done).toEqual([
      'say hello',
      'visit #zoo',
      'leave',
      'topic Cake',
      'invite @bob',
      'tell @bob hi',
      'visit @bob',
      'visit @bob',
      'help',
    ]);
  });

  it('is answered with why it can’t be, and nothing is done', () => {
    expect(write('/frobnicate')).toContain('There is no command');
    expect(write('/topic Cake', '#zoo')).toContain('owns this room');
    expect(write('/topic Cake', '#lobby')).toContain('nobody’s');
    expect(write('/leave', '#lobby')).toContain('Nobody can leave');
    expect(write('/leave', '@bob')).toContain('can’t be left');
    expect(write('/invite @cat', '@bob')).toContain('never change');
    expect(write('/leave', '@nobody')).toContain('can’t be left');
    expect(write('/leave', '#elsewhere')).toContain('no room');
    expect(write('/leave', '#tea', { isReady: false })).toContain('no connection');
    expect(done).toEqual([]);
  });

  it('needs no connection where what it does waits for one', () => {
    expect(write('/dm @bob hi', '#tea', { isReady: false })).toBeUndefined();
    expect(write('/join zoo', '#tea', { isReady: false })).toBeUndefined();
  });
});
