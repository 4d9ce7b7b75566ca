import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RoomInfo } from 'parley-client/message/message';
import { arrived } from '../../testing/arrived';
import { OPTION } from '../../testing/choosing.harness';
import { FakeLine } from '../../testing/fake-line';
import { FakeScreen } from '../../testing/fake-screen';
import { AT, BOB, conversation, mark, publicRoom, reset, welcome } from '../../testing/frames';
import { InvitingHarness } from '../../testing/inviting.harness';
import { Inviting } from './inviting';

const PLANS: RoomInfo = { id: 'r_plans', kind: 'private', title: 'Plans', seq: 0, mark: mark(0) };
const ROOMS = [publicRoom('lobby'), publicRoom('tea'), publicRoom('teapots'), PLANS, conversation()];

describe('an invitation', () => {
  FakeScreen.forEach();
  let closed: () => void;
  let line: FakeLine;
  let inviting: InvitingHarness;

  const open = async (rooms: readonly RoomInfo[] = ROOMS) => {
    line = arrived(welcome(...rooms), ...rooms.map((room) => reset(room))).world.line;
    const fixture = TestBed.createComponent(Inviting, {
      bindings: [inputBinding('person', () => BOB), outputBinding('closed', closed)],
    });
    inviting = await TestbedHarnessEnvironment.harnessForFixture(fixture, InvitingHarness);
  };

  beforeEach(() => {
    closed = vi.fn();
  });

  it('is to a room to which one may invite', async () => {
    await open();
    expect(await inviting.focused()).toBe('Invite bob to which room?');
    expect(await inviting.options()).toEqual(['Plans', 'tea', 'teapots']);
    await inviting.type('#te');
    expect(await inviting.options()).toEqual(['tea', 'teapots']);
  });

  it('is sent by Enter, and it is said that it is', async () => {
    await open();
    await inviting.type('te');
    await inviting.press('ArrowDown');
    await inviting.press('Enter');
    const [invite] = line.sentOf('invite');
    expect(invite).toMatchObject({ recipient: 'r_teapots', person: BOB.id });
    line.says({ type: 'stored', ref: invite!.ref, recipient: 'r_teapots', seq: 1, at: AT });
    await inviting.answered();
    expect(await inviting.status()).toBe('bob is invited to teapots.');
  });

  it('is sent by a press, and it is said why it is refused', async () => {
    await open();
    await inviting.click('Plans', OPTION);
    const [invite] = line.sentOf('invite');
    expect(invite?.recipient).toBe('r_plans');
    line.says({ type: 'refused', ref: invite!.ref, code: 'already_in', text: 'No.' });
    await inviting.answered();
    expect(await inviting.status()).toBe('They are in this room already, or invited.');
  });

  it('says that there is no such room', async () => {
    await open();
    await inviting.type('zoo');
    expect(await inviting.options()).toEqual([]);
    expect(await inviting.status()).toBe('There is no such room that you can invite to.');
    await inviting.press('Enter');
    expect(line.sentOf('invite')).toEqual([]);
  });

  it('says no more of the one before once another room is looked for', async () => {
    await open();
    await inviting.press('Enter');
    line.says({ type: 'refused', ref: line.sentOf('invite')[0]!.ref, code: 'already_in', text: 'No.' });
    await inviting.answered();
    await inviting.type('zoo');
    expect(await inviting.status()).toBe('There is no such room that you can invite to.');
  });

  it('is not sent when it is closed', async () => {
    await open();
    await inviting.click('Close');
    expect(closed).toHaveBeenCalledOnce();
    expect(line.sentOf('invite')).toEqual([]);
  });
});
