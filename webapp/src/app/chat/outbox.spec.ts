import { AT } from '../../testing/frames';
import { sendable, unanswered } from './outbox';
import { Outgoing, Stage } from './state';
import { Place } from './place';

const STAGES: Record<string, Stage> = {
  waiting: { is: 'waiting' },
  sent: { is: 'sent' },
  held: { is: 'held', ms: 200 },
  stored: { is: 'stored', room: 'r_1', seq: 4 },
  refused: { is: 'refused', code: 'empty', text: '' },
};
const outbox = (...rows: [Place, string][]) =>
  rows.map(([place, stage], i): Outgoing => ({ ref: `${i}`, place, content: '', at: AT, stage: STAGES[stage]! }));
const refs = (rows: readonly Outgoing[]) => rows.map(({ ref }) => ref);

describe('what may be sent', () => {
  it('is the first of each place', () => {
    const rows = outbox(['#a', 'waiting'], ['#b', 'waiting'], ['#a', 'waiting'], ['@b', 'waiting']);
    expect(refs(sendable(rows))).toEqual(['0', '1', '3']);
  });

  it.each(['sent', 'held'])('is nothing behind one that is %s: none overtakes', (stage) => {
    expect(sendable(outbox(['#a', stage], ['#A', 'waiting']))).toEqual([]);
  });

  it('is nothing before one that is on its way: what was refused and is tried again waits too', () => {
    expect(sendable(outbox(['#a', 'waiting'], ['#a', 'sent']))).toEqual([]);
  });

  it.each(['refused', 'stored'])('is what stands behind one that is %s', (stage) => {
    expect(refs(sendable(outbox(['#a', stage], ['#a', 'waiting'])))).toEqual(['1']);
  });
});

describe('without a connection', () => {
  it('everything is unanswered but what was refused', () => {
    const rows = outbox(['#a', 'sent'], ['#a', 'held'], ['#a', 'stored'], ['#a', 'refused']);
    expect(unanswered(rows).map(({ stage }) => stage.is)).toEqual(['waiting', 'waiting', 'waiting', 'refused']);
  });
});
