import { Entry } from 'parley-client/state/state';
import { Lines } from './lines';
import { Setting } from './line';
import { english } from '../../testing/english';

const ANN = { id: 'p_ann', name: 'ann', guest: true };
const entry: Entry = { seq: 1, sender: ANN.id, content: 'hello', at: '2026-11-23T02:00:00.123Z' };
const setting: Setting = {
  room: undefined,
  acts: [],
  me: ANN,
  people: new Map([[ANN.id, ANN]]),
  words: english,
  who: () => ANN,
};

describe('the line of a message', () => {
  it('is made once', () => {
    const lines = new Lines();
    expect(lines.of(entry, { ...setting })).toBe(lines.of(entry, { ...setting }));
  });

  it('is made anew once people, or the message, are others', () => {
    const lines = new Lines();
    const before = lines.of(entry, setting);
    expect(lines.of({ ...entry }, setting)).not.toBe(before);
    expect(lines.of(entry, { ...setting, people: new Map() })).not.toBe(before);
  });

  it('is made anew once something is new in a thread', () => {
    const lines = new Lines();
    const before = lines.of(entry, setting);
    expect(lines.of(entry, { ...setting, threads: new Map() })).not.toBe(before);
  });
});
