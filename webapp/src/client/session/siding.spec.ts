import { FakeWorld } from '../../testing/fake-line';
import { ANN, BOB, page, publicRoom, reading, reset, said, welcome } from '../../testing/frames';
import { NO_BROWSER } from '../outbox/browser';
import { besideOf } from '../state/side';
import { Session } from './session';

const ID = 'r_lobby';
const LOBBY = publicRoom('lobby', 100);
const reply = { ...said(ID, 96), thread: 40 };

describe('what is read beside a room', () => {
  let world: FakeWorld;
  let session: Session;

  const asked = () => world.line.sentOf('page');
  const greet = () => {
    world.line.accept();
    world.line.says(welcome(LOBBY), reset(LOBBY, 95), reply, ...[97, 98, 99, 100].map((seq) => said(ID, seq)));
  };
  const beside = () => besideOf(session.room()!).map(({ seq }) => seq);

  beforeEach(() => {
    world = new FakeWorld();
    session = new Session(world, NO_BROWSER);
    session.start(ANN);
    session.go('#lobby');
  });

  it('is asked for once there is a room, page after page', () => {
    session.openBeside({ thread: 40 });
    greet();
    expect(asked()).toMatchObject([{ recipient: ID, thread: 40, after: 39, limit: 1 }]);
    world.line.says(page(asked().at(-1)!.ref, ID, [40], { after: 40 }));
    expect(asked().at(-1)).toMatchObject({ thread: 40, before: 96 });
    const entries = [{ ...said(ID, 50), thread: 40 }];
    world.line.says(page(asked().at(-1)!.ref, ID, [], { entries, before: 50 }));
    expect(beside()).toEqual([40, 50, 96]);
    expect(asked()).toHaveLength(2);
    session.turnBeside(ID, 'older');
    session.turnBeside(ID, 'older');
    expect(asked().slice(2)).toMatchObject([{ thread: 40, before: 50 }]);
  });

  it('is asked for again where the answer was lost, and where it was refused for now', () => {
    greet();
    session.openBeside('pins');
    world.line.ends(1006);
    world.clock.pass(30_000);
    world.line.accept();
    world.line.says(welcome(LOBBY));
    world.line.says(said(ID, 101));
    expect(asked()).toMatchObject([{ pinned: true, before: 96 }]);
    world.line.says({ type: 'refused', ref: asked()[0]!.ref, code: 'busy', text: 'Busy.', retryAfter: 500 });
    world.clock.pass(500);
    expect(asked()).toHaveLength(2);
    world.line.says({ type: 'refused', ref: asked()[1]!.ref, code: 'failed', text: 'No.' });
    world.clock.pass(5_000);
    expect(asked()).toHaveLength(2);
    session.turnBeside(ID, 'again');
    expect(asked()).toHaveLength(3);
  });

  it('is over when one goes elsewhere, or has done with it', () => {
    greet();
    session.openBeside('pins');
    expect(session.room()?.side).toBeDefined();
    session.openBeside(undefined);
    expect(session.room()?.side).toBeUndefined();
    session.openBeside('pins');
    session.go('#tea');
    session.go('#lobby');
    expect(session.room()?.side).toBeUndefined();
  });

  it('is told as read, once for each time that there is something new', () => {
    greet();
    const news = (seq: number, unread: number) =>
      reading(ID, 100, { threads: unread ? [{ thread: 40, seq, unread }] : [] });
    const reads = () => world.line.sentOf('read').filter(({ thread }) => thread !== undefined);
    world.line.says(news(50, 1));
    session.lookAt(ID, 40);
    session.lookAt(ID, 40);
    world.clock.pass(1_000);
    expect(reads()).toEqual([{ type: 'read', recipient: ID, seq: 100, thread: 40 }]);
    world.line.says(news(100, 0));
    session.lookAt(ID, 40);
    world.clock.pass(1_000);
    expect(reads()).toHaveLength(1);
    world.line.says({ ...said(ID, 101, BOB.id), thread: 40 }, news(100, 1));
    session.lookAt(ID, 40);
    world.clock.pass(1_000);
    expect(reads().at(-1)).toMatchObject({ seq: 101 });
  });

  it('has a draft of its own', () => {
    greet();
    session.write('in the room');
    session.write('in the thread', 40);
    world.clock.pass(2_000);
    expect(world.line.sentOf('note').map(({ key, value }) => [key, value])).toEqual([
      ['draft:r_lobby', 'in the room'],
      ['draft:r_lobby:40', 'in the thread'],
    ]);
  });
});
