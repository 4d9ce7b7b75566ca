import { AT, publicRoom, reset, welcome } from '../../testing/frames';
import { FakeClock } from '../../testing/fake-clock';
import { ClientMessage } from '../message/message';
import { apply } from '../state/apply';
import { EMPTY, Room, roomAt } from '../state/state';
import { Typing } from './typing';

const TEA = publicRoom('tea');
const CAKE = publicRoom('cake');
const state = [welcome(TEA, CAKE), reset(TEA), reset(CAKE)].reduce((before, it) => apply(before, it, AT), EMPTY);

describe('that one is writing', () => {
  let clock: FakeClock;
  let room: Room | undefined;
  let isReady = true;
  let sent: ClientMessage[] = [];
  let typing: Typing;

  beforeEach(() => {
    [clock, room, isReady, sent] = [new FakeClock(), roomAt(state, '#tea'), true, []];
    typing = new Typing(
      clock,
      { state: () => state, isReady: () => isReady, change: () => undefined, send: (message) => sent.push(message) },
      () => room,
    );
  });

  it('is told at once, and then every three seconds as long as one does', () => {
    typing.write('h');
    typing.write('he');
    expect(sent).toEqual([{ type: 'typing', recipient: 'r_tea' }]);
    clock.pass(2_999);
    typing.write('hel');
    expect(sent).toHaveLength(1);
    clock.pass(1);
    expect(sent).toHaveLength(1);
    typing.write('hell');
    expect(sent).toHaveLength(2);
  });

  it('is told anew once something is said, and in another room', () => {
    typing.write('h');
    typing.rest();
    typing.write('a');
    expect(sent).toHaveLength(2);
    room = roomAt(state, '#cake');
    typing.write('b');
    expect(sent.at(-1)).toEqual({ type: 'typing', recipient: 'r_cake' });
    clock.pass(3_000);
    typing.write('bc');
    expect(sent).toHaveLength(4);
  });

  it('is not told of nothing, of a command, where nobody hears it, or nobody may write', () => {
    typing.write(' ');
    typing.write('/topic');
    room = undefined;
    typing.write('hello');
    room = { ...roomAt(state, '#tea')!, archived: true };
    typing.write('hello');
    room = roomAt(state, '#tea');
    isReady = false;
    typing.write('hello');
    expect(sent).toEqual([]);
  });
});
