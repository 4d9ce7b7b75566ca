import { ANN, BOB } from '../../testing/frames';
import { announcement } from './announcement';
import { Room } from 'parley-client/state/state';
import { english } from '../../testing/english';

const people = new Map([ANN, BOB].map((person) => [person.id, person]));
const room = (...senders: string[]): Room => ({
  id: 'r_1',
  kind: 'public',
  people: [],
  end: 0,
  from: 0,
  entries: senders.map((sender, i) => ({ seq: i + 1, sender, content: `number ${i + 1}`, at: '', ref: '' })),
  notices: [],
  happenings: [],
  count: 0,
  here: [],
  seen: 0,
  news: [],
  readThreads: new Map(),
});

describe('an announcement', () => {
  it('tells of replies only where one reads their thread', () => {
    const now = room(BOB.id, BOB.id);
    const replied = { ...now, entries: now.entries.map((entry, i) => (i === 0 ? entry : { ...entry, thread: 1 })) };
    expect(announcement(replied, 1, people, ANN.id, english)).toBe('');
    const beside = { ...replied, side: { of: { thread: 1 }, entries: [] } };
    expect(announcement(beside, 1, people, ANN.id, english)).toBe('bob: number 2');
    expect(announcement({ ...beside, side: { of: { thread: 9 }, entries: [] } }, 1, people, ANN.id, english)).toBe('');
  });

  it('reads out what others said after a seq', () => {
    expect(announcement(room(BOB.id, ANN.id, BOB.id), 1, people, ANN.id, english)).toBe('bob: number 3');
  });

  it('only counts more than a few', () => {
    expect(announcement(room(BOB.id, BOB.id, BOB.id, BOB.id), 0, people, ANN.id, english)).toBe('4 new messages');
  });

  it('is nothing where one only hears oneself', () => {
    expect(announcement(room(ANN.id), 0, people, ANN.id, english)).toBe('');
  });
});
