import { apply } from 'parley-client/state/apply';
import { Place } from 'parley-client/state/place';
import { EMPTY, roomAt } from 'parley-client/state/state';
import { ANN, AT, BOB, conversation, publicRoom, reset, said, welcome } from '../../testing/frames';
import { ServerMessage } from 'parley-client/message/message';
import { emojiFor } from './emoji-offers';
import { isWhole, offersFor } from './offers';
import { triggerAt } from './trigger';
import { english } from '../../testing/english';

const rooms = [publicRoom('lobby'), publicRoom('tea'), publicRoom('green-tea'), conversation()];
const people = ['bea', 'abbot', 'zed'].map((name) => ({ type: 'person', id: `p_${name}`, name, guest: true }) as const);
const heard: readonly ServerMessage[] = [
  welcome(...rooms),
  ...rooms.map((room) => reset(room)),
  ...people,
  { type: 'presence', recipient: 'r_tea', count: 2, here: [ANN.id, 'p_zed'] },
  said('r_tea', 1, 'p_bea'),
  said('r_tea', 2, BOB.id),
];
const state = heard.reduce((s, m) => apply(s, m, AT), EMPTY);
const offered = (written: string, place: Place = '#tea') =>
  offersFor(triggerAt(written, written.length)!, { state, room: roomAt(state, place), words: english }).map(
    ({ text }) => text,
  );

describe('what is offered', () => {
  it('is of people first who spoke last, who is here, and all others, but not oneself', () => {
    expect(offered('@')).toEqual(['@bob', '@bea', '@zed', '@abbot', '@here']);
  });

  it('is the best match first', () => {
    expect(offered('@b')).toEqual(['@bob', '@bea', '@abbot']);
    expect(offered('#tea')).toEqual(['#tea', '#green-tea']);
  });

  it('names everyone where that is more than one', () => {
    expect(offered('@he')).toEqual(['@here']);
    expect(offered('@he', '@bob')).toEqual([]);
  });

  it('is the rooms that one knows by name', () => {
    expect(offered('#')).toEqual(['#green-tea', '#lobby', '#tea']);
  });

  it('is the commands', () => {
    expect(offered('/')).toHaveLength(7);
    expect(offered('/T')).toEqual(['/topic']);
    expect(offered('/x')).toEqual([]);
  });

  it('is whole where nothing is missing', () => {
    const whole = (written: string) => {
      const trigger = triggerAt(written, written.length)!;
      return isWhole(trigger, offersFor(trigger, { state, room: roomAt(state, '#tea'), words: english }));
    };
    expect(['@Bob', '@bo', '/help', '/hel'].map(whole)).toEqual([true, false, true, false]);
  });
});

describe('an emoji', () => {
  it('is found by its names, then by what it has to do with', () => {
    expect(emojiFor('tada')[0]).toMatchObject({ text: '🎉', label: ':tada:' });
    expect(emojiFor('smi')[0]?.label).toBe(':smile:');
    expect(emojiFor('+1')[0]?.text).toBe('👍');
    expect(emojiFor('thumbsu')[0]?.label).toBe(':thumbsup:');
    expect(emojiFor('hooray').map(({ text }) => text)).toContain('🎉');
    expect(emojiFor('party popper')[0]).toMatchObject({ text: '🎉', label: ':tada:' });
    expect(emojiFor('nothing-like-it')).toEqual([]);
  });
});
