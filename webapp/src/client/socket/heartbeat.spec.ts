import { FakeClock } from '../../testing/fake-clock';
import { CALM, Heartbeat, URGENT } from './heartbeat';

describe('the heartbeat', () => {
  let clock: FakeClock;
  let pings: number;
  let dead: number[];
  let heartbeat: Heartbeat;

  beforeEach(() => {
    clock = new FakeClock();
    pings = 0;
    dead = [];
    heartbeat = new Heartbeat(
      clock,
      () => pings++,
      () => dead.push(clock.now()),
    );
    heartbeat.start();
  });

  it('finds a dead link within 10 s while somebody looks', () => {
    clock.pass(10_000);
    expect(dead).toHaveLength(1);
    expect(pings).toBe(1);
  });

  it('finds a dead link within 60 s while nobody looks, and not within 10', () => {
    heartbeat.watch(CALM);
    clock.pass(30_000);
    expect(dead).toHaveLength(0);
    clock.pass(30_000);
    expect(dead).toHaveLength(1);
  });

  it('takes any frame as a sign of life', () => {
    for (let i = 0; i < 30; i++) {
      clock.pass(4_000);
      heartbeat.heard();
    }
    expect(pings).toBe(0);
    expect(dead).toHaveLength(0);
  });

  it('goes on as long as each ping is answered', () => {
    heartbeat = new Heartbeat(
      clock,
      () => {
        pings++;
        heartbeat.heard();
      },
      () => dead.push(clock.now()),
    );
    heartbeat.start();
    clock.pass(60_000);
    expect(pings).toBeGreaterThan(8);
    expect(dead).toHaveLength(1 /* that of the first one, which nobody answers */);
  });

  it('never takes a frozen page for a dead link: it asks, and waits a whole window', () => {
    clock.pass(6_000);
    expect(pings).toBe(1);
    clock.freeze(3_600_000);
    clock.pass(0);
    expect(pings).toBe(2);
    expect(dead).toHaveLength(0);
    clock.pass(URGENT.answer - 1_000);
    expect(dead).toHaveLength(0);
    heartbeat.heard();
    clock.pass(4_000);
    expect(dead).toHaveLength(0);
  });

  it('finds a link that died during a sleep within 10 s of waking', () => {
    clock.freeze(3_600_000);
    clock.pass(10_000);
    expect(dead).toHaveLength(1);
  });

  it('never takes a timer that is always late for a dead link', () => {
    for (let i = 0; i < 100; i++) {
      clock.freeze(60_000);
      clock.pass(0);
    }
    expect(pings).toBe(100);
    expect(dead).toHaveLength(0);
  });

  it('still finds a dead link where timers are rounded to a second', () => {
    for (let i = 0; i < 10 && !dead.length; i++) {
      clock.freeze(1_990);
      clock.pass(0);
    }
    expect(dead).toHaveLength(1);
  });

  it('asks at once when probed, and gives a whole window', () => {
    clock.pass(4_000);
    heartbeat.probe();
    expect(pings).toBe(1);
    clock.pass(URGENT.answer - 1);
    expect(dead).toHaveLength(0);
    clock.pass(1_000);
    expect(dead).toHaveLength(1);
  });

  it('does not wait for the calm window once somebody looks again', () => {
    heartbeat.watch(CALM);
    clock.pass(20_000);
    heartbeat.watch(URGENT);
    clock.pass(6_000);
    expect(dead).toHaveLength(1);
  });

  it('leaves no timer behind', () => {
    heartbeat.stop();
    heartbeat.probe();
    expect(clock.waiting).toBe(0);
    clock.pass(100_000);
    expect(pings).toBe(0);
  });
});
