import { AT } from '../../testing/frames';
import { Unsent } from '../outbox/unsent';
import { Knowledge, shown, unanswered } from './stages';
import { Outgoing, Stage } from './state';

const STAGES: Record<string, Stage> = {
  new: { is: 'new' },
  waiting: { is: 'waiting' },
  elsewhere: { is: 'elsewhere' },
  sent: { is: 'sent' },
  held: { is: 'held', ms: 200 },
  stored: { is: 'stored', room: 'r_1', seq: 4 },
  refused: { is: 'refused', code: 'empty', text: 'Say something.', after: 3 },
};
const outgoing = (stage: string): Outgoing => ({ ref: 'a', place: '#a', content: 'x', at: AT, stage: STAGES[stage]! });

describe('without a connection', () => {
  it('everything is unanswered but what was refused', () => {
    const rows = ['sent', 'held', 'stored', 'refused'].map(outgoing);
    expect(unanswered(rows).map(({ stage }) => stage.is)).toEqual(['waiting', 'waiting', 'waiting', 'refused']);
  });
});

describe('what is unsent', () => {
  const row: Unsent = { order: 1, ref: 'a', place: '#a', content: 'x', at: AT };
  const mine: Unsent = { ...row, claim: { tab: 'me', until: 9 } };
  const other: Unsent = { ...row, claim: { tab: 'you', until: 9 } };
  const stageOf = (now: Unsent, before?: string, kept: Unsent | undefined = now) => {
    const knowledge: Knowledge = { tab: 'me', kept: () => kept, placeOf: ({ place }) => place };
    return shown(before ? [outgoing(before)] : [], [now], knowledge)[0]?.stage.is;
  };

  it('is new until it is kept', () => {
    const knowledge: Knowledge = { tab: 'me', kept: () => undefined, placeOf: ({ place }) => place };
    expect(shown([], [row], knowledge)[0]?.stage.is).toBe('new');
    expect(stageOf(row)).toBe('waiting');
  });

  it.each(['sent', 'held', 'stored'])('stays %s while this tab sees to it', (stage) => {
    expect(stageOf(mine, stage)).toBe(stage);
    expect(stageOf(row, stage)).toBe('waiting');
  });

  it('is sent again by this tab after another one has seen to it', () => {
    expect(stageOf(other, 'sent')).toBe('elsewhere');
    expect(stageOf(mine, 'elsewhere')).toBe('waiting');
  });

  it('is refused with the reason, whatever it was before', () => {
    const { code, text, after } = { code: 'empty', text: 'Say something.', after: 3 };
    expect(stageOf({ ...row, refusal: { code, text, after } }, 'sent')).toBe('refused');
    expect(stageOf(row, 'refused')).toBe('waiting');
  });

  it('stands at the place as it is called now', () => {
    const rows = shown([], [{ ...row, place: '@bob', person: 'p_bob' }], {
      tab: 'me',
      kept: () => undefined,
      placeOf: ({ person }) => (person === 'p_bob' ? '@robert' : '#a'),
    });
    expect(rows[0]?.place).toBe('@robert');
  });
});
