import { FakeWorld } from '../../testing/fake-line';
import { ANN, publicRoom, reset, said, welcome } from '../../testing/frames';
import { NO_BROWSER } from '../outbox/browser';
import { HELD } from '../state/state';
import { HELD_ASIDE, HELD_IN_ALL } from '../state/thrift';
import { Session } from './session';

const LOBBY = publicRoom('lobby');
const TEA = publicRoom('tea');

describe('a session without a connection', () => {
  let world: FakeWorld;
  let session: Session;

  beforeEach(() => {
    world = new FakeWorld();
    session = new Session(world, NO_BROWSER);
    session.start(ANN);
    world.line.accept();
    world.line.says(welcome(LOBBY, TEA), reset(LOBBY), reset(TEA));
  });

  it.each<[string, () => void]>([
    ['leaving a room', () => session.leave('#tea')],
    ['setting something of a room', () => session.set('r_tea', { topic: 'Cake' })],
    ['inviting somebody', () => session.invite('r_tea', '@bob')],
    ['turning an invitation down', () => session.decline('r_tea')],
  ])('says that %s takes one, until there is one', (_, verb) => {
    verb();
    expect(session.state.get().complaint).toBeUndefined();
    world.line.ends(1006);
    verb();
    expect(session.state.get().complaint).toEqual({ is: 'offline' });
    world.clock.pass(30_000);
    world.line.accept();
    world.line.says(welcome(LOBBY, TEA));
    expect(session.state.get().complaint).toBeUndefined();
  });

  it('keeps for later what can wait', () => {
    world.line.ends(1006);
    session.say('hello');
    session.go('#cake');
    session.note('mute:r_tea', 'all');
    expect(session.state.get().complaint).toBeUndefined();
  });
});

describe('a session that hears much', () => {
  const rooms = Array.from({ length: HELD_IN_ALL / HELD + 1 }, (_, i) => publicRoom(`room${i}`));

  it('holds little of the rooms where nobody is', () => {
    const world = new FakeWorld();
    const session = new Session(world, NO_BROWSER);
    session.start(ANN);
    session.go('#room0');
    world.line.accept();
    world.line.says(welcome(...rooms), ...rooms.map((room) => reset(room)));
    for (const { id } of rooms) {
      world.line.says(...Array.from({ length: HELD }, (_, i) => said(id, i + 1)));
    }
    const held = [...session.state.get().rooms.values()].map(({ entries }) => entries.length);
    expect(held).toEqual([HELD, ...rooms.slice(1).map(() => HELD_ASIDE)]);
  });
});
