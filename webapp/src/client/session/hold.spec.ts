import { FakeWorld } from '../../testing/fake-line';
import { ANN, publicRoom, reset, said, welcome } from '../../testing/frames';
import { NO_BROWSER } from '../outbox/browser';
import { Session } from './session';

const LOBBY = publicRoom('lobby');

describe('why what is said waits', () => {
  let world: FakeWorld;
  let session: Session;

  beforeEach(() => {
    world = new FakeWorld();
    session = new Session(world, NO_BROWSER);
    session.start(ANN);
    world.line.accept();
    world.line.says(welcome(LOBBY), reset(LOBBY));
  });

  const last = () => world.line.sentOf('message').at(-1)!;

  it('is nothing, as long as it goes through', () => {
    session.say('hello');
    expect(session.hold.get()).toBeUndefined();
  });

  it.each(['slow_down', 'busy', 'storage_full'])('is that the server said %s, until it takes it', (code) => {
    session.say('hello');
    world.line.says({ type: 'refused', ref: last().ref, code, text: 'Not now.', retryAfter: 5_000 });
    expect(session.hold.get()).toEqual({ code, until: world.clock.now() + 5_000 });
    world.clock.pass(5_000);
    world.line.says({ ...said('r_lobby', 1, ANN.id, last().ref), content: 'hello' });
    expect(session.hold.get()).toBeUndefined();
  });

  it('is that there was too much of it at once', () => {
    for (let i = 1; i <= 21; i++) {
      session.say(`number ${i}`);
      if (i <= 20) {
        world.line.says(said('r_lobby', i, ANN.id, last().ref));
      }
    }
    expect(session.hold.get()?.code).toBe('slow_down');
    world.clock.pass(1_000);
    expect(session.hold.get()).toBeUndefined();
  });

  it('is nothing without a connection: then that is what it waits for', () => {
    session.say('hello');
    world.line.says({ type: 'refused', ref: last().ref, code: 'busy', text: 'Not now.', retryAfter: 5_000 });
    world.line.ends(1006);
    expect(session.hold.get()).toBeUndefined();
  });
});
