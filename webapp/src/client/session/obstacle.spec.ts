import { Reason } from '../message/message';
import { BLOCKED } from '../socket/check';
import { Obstacle } from './obstacle';

describe('what keeps sockets away', () => {
  const blocked: Reason = { code: BLOCKED, text: '' };
  let answer: Reason | undefined;
  let ready: boolean;
  let soon: number;
  let obstacle: Obstacle;

  beforeEach(() => {
    answer = undefined;
    ready = false;
    soon = 0;
    obstacle = new Obstacle({ why: () => Promise.resolve(answer), isReady: () => ready, soon: () => soon++ });
  });

  it('is what the server says', async () => {
    answer = { code: 'origin', text: 'Set parley.origins.' };
    await obstacle.look();
    expect(obstacle.why.get()).toBe(answer);
    expect(soon).toBe(0);
  });

  it('is perhaps nothing where a server answers that did not before: the next try comes soon', async () => {
    await obstacle.look();
    answer = blocked;
    await obstacle.look();
    expect(obstacle.why.get()).toBeUndefined();
    expect(soon).toBe(1);
  });

  it('is something in between where that try fails as well, and no more tries come soon', async () => {
    answer = blocked;
    await obstacle.look();
    await obstacle.look();
    await obstacle.look();
    expect(obstacle.why.get()).toBe(blocked);
    expect(soon).toBe(1);
  });

  it('is looked at afresh once the server was away again, or there was a connection', async () => {
    answer = blocked;
    await obstacle.look();
    answer = undefined;
    await obstacle.look();
    answer = blocked;
    await obstacle.look();
    obstacle.gone();
    await obstacle.look();
    expect(soon).toBe(3);
  });

  it('is none where a connection stands by the time of the answer', async () => {
    answer = blocked;
    await obstacle.look();
    await obstacle.look();
    const looking = obstacle.look();
    ready = true;
    await looking;
    expect(obstacle.why.get()).toBeUndefined();
    expect(soon).toBe(1);
  });
});
