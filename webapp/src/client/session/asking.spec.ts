import { publicRoom, reset } from '../../testing/frames';
import { ClientMessage } from '../message/message';
import { EMPTY } from '../state/state';
import { Answer, Asking } from './asking';

describe('asking', () => {
  let isReady = true;
  let sent: ClientMessage[] = [];
  let asking: Asking;

  beforeEach(() => {
    [isReady, sent] = [true, []];
    asking = new Asking({
      state: () => EMPTY,
      isReady: () => isReady,
      change: () => undefined,
      send: (message) => sent.push(message),
    });
  });
  const refOf = (i: number) => (sent[i] as { ref: string }).ref;

  it('brings each answer to who asked', async () => {
    const first = asking.ask({ type: 'mentions' });
    const second = asking.ask({ type: 'mentions' });
    asking.heard([
      { type: 'mentions', ref: refOf(1), mentions: [], more: true },
      { type: 'mentions', ref: refOf(0), mentions: [] },
    ]);
    expect(await second).toEqual({ is: 'answered', by: { type: 'mentions', ref: refOf(1), mentions: [], more: true } });
    expect(await first).toEqual({ is: 'answered', by: { type: 'mentions', ref: refOf(0), mentions: [] } });
  });

  it('tells a refusal to who asked, and to them alone', async () => {
    const answer = asking.ask({ type: 'invite', recipient: 'r_tea', person: '@bob' });
    const refused = { type: 'refused', ref: refOf(0), code: 'already_in', text: 'They are in.' } as const;
    expect(asking.isAwaited(refused)).toBe(true);
    expect(asking.isAwaited({ ...refused, ref: 'another' })).toBe(false);
    asking.heard([refused]);
    expect(await answer).toEqual({ is: 'refused', code: 'already_in', text: 'They are in.' });
    expect(asking.isAwaited(refused)).toBe(false);
  });

  it('knows an answer that has no ref', async () => {
    const answer = asking.ask({ type: 'create', kind: 'group', people: [] }, ({ type }) => type === 'reset');
    const tea = reset(publicRoom('tea'));
    asking.heard([{ type: 'ping' }, tea]);
    expect(await answer).toEqual({ is: 'answered', by: tea });
  });

  it('takes the ref that it is given', () => {
    void asking.ask({ type: 'create', ref: 'again', kind: 'private', title: 'Plans' });
    expect(refOf(0)).toBe('again');
  });

  it('asks nothing without a connection, and waits for nothing once that is lost', async () => {
    isReady = false;
    expect(await asking.ask({ type: 'mentions' })).toEqual({ is: 'lost' } satisfies Answer);
    expect(sent).toEqual([]);
    isReady = true;
    const answer = asking.ask({ type: 'mentions' });
    asking.end();
    expect(await answer).toEqual({ is: 'lost' } satisfies Answer);
  });
});
