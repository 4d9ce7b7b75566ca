import { ANN, AT, BOB, mark } from '../../testing/frames';
import { Belongs, Settled } from 'parley-client/message/message';
import { sentence } from './sentence';
import { english } from '../../testing/english';

const who = (id: string) => (id === BOB.id ? BOB : ANN);
const entry = { recipient: 'r_1', seq: 1, mark: mark(1), sender: ANN.id, at: AT };
const belongs = (person: string, change: string): Belongs => ({ ...entry, type: 'membership', person, change });
const settled = (more: Partial<Settled>): Settled => ({ ...entry, type: 'settings', ...more });

describe('a sentence', () => {
  it.each([
    [belongs(ANN.id, 'joined'), 'ann joined'],
    [belongs(ANN.id, 'left'), 'ann left the room'],
    [belongs(BOB.id, 'invited'), 'ann invited you'],
    [belongs(BOB.id, 'removed'), 'ann removed you'],
    [belongs(BOB.id, 'declined'), 'You declined the invitation'],
    [belongs(BOB.id, 'owner'), 'ann handed the room on to you'],
    [belongs(BOB.id, 'promoted'), 'ann: promoted'],
    [settled({ title: 'Tea' }), 'ann called the room “Tea”'],
    [settled({ title: '', topic: 'Cake' }), 'ann took the title away · ann set the topic: Cake'],
    [settled({ archived: true }), 'ann archived the room'],
    [settled({ topic: '', archived: false }), 'ann took the topic away · ann opened the room again'],
  ])('tells %j', (happening, text) => {
    expect(sentence(happening, who, BOB, english)).toBe(text);
  });
});
