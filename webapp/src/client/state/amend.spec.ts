import { ANN, AT, BOB, mark } from '../../testing/frames';
import { Reacted } from '../message/message';
import { amended } from './amend';
import { Entry } from './state';

const entry: Entry = { seq: 1, sender: ANN.id, content: 'one', at: AT, ref: 'r' };
const stamp = { recipient: 'r_1', seq: 2, mark: mark(2), sender: BOB.id, at: AT };
const react = (emoji: string, on: boolean, sender = BOB.id): Reacted => ({
  ...stamp,
  type: 'reaction',
  sender,
  target: 1,
  emoji,
  on,
});
const reactions = (...all: Reacted[]) => all.reduce<readonly Entry[]>(amended, [entry])[0]?.reactions;

describe('a message', () => {
  it('has each reaction of each person once', () => {
    expect(reactions(react('👍', true), react('👍', true), react('👍', true, ANN.id), react('🎉', true))).toEqual([
      { emoji: '👍', people: [BOB.id, ANN.id] },
      { emoji: '🎉', people: [BOB.id] },
    ]);
  });

  it('has none that was taken back', () => {
    expect(reactions(react('👍', true), react('👍', false), react('👍', false))).toEqual([]);
  });

  it('is pinned, or not', () => {
    const [pinned] = amended([entry], { ...stamp, type: 'pin', target: 1, on: true });
    expect(pinned?.pinned).toBe(true);
    expect(amended([pinned!], { ...stamp, type: 'pin', target: 1, on: false })).toEqual([entry]);
  });

  it('names whom its present text names', () => {
    const mentions = [BOB.id];
    const [first] = amended([entry], { ...stamp, type: 'edit', target: 1, content: '@bob', mentions });
    expect(first).toEqual({ ...entry, content: '@bob', edited: true, mentions });
    expect(amended([first!], { ...stamp, type: 'edit', target: 1, content: 'nobody' })).toEqual([
      { ...entry, content: 'nobody', edited: true },
    ]);
  });

  it('that was deleted is a tombstone for ever', () => {
    const all = amended([{ ...entry, reactions: [{ emoji: '👍', people: [BOB.id] }], pinned: true }], {
      ...stamp,
      type: 'delete',
      target: 1,
      author: ANN.id,
    });
    expect(all).toEqual([{ seq: 1, sender: ANN.id, content: '', at: AT, ref: 'r', deleted: true }]);
    expect(amended(all, { ...stamp, type: 'edit', target: 1, content: 'again' })).toEqual(all);
  });
});
