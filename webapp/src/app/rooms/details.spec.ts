import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ClientMessage, Members, RoomInfo } from 'parley-client/message/message';
import { arrived } from '../../testing/arrived';
import { DetailsHarness } from '../../testing/details.harness';
import { FakeLine } from '../../testing/fake-line';
import { FakeScreen } from '../../testing/fake-screen';
import { ANN, AT, BOB, conversation, publicRoom, reset, welcome } from '../../testing/frames';
import { Details } from './details';

const CEM = { type: 'person', id: 'p_cem', name: 'cem', guest: true } as const;
const DEE = { type: 'person', id: 'p_dee', name: 'dee', guest: true } as const;
const TEA = { ...publicRoom('tea'), topic: 'Tea and cake' };

describe('what a room is', () => {
  FakeScreen.forEach();
  let told: string[];
  let line: FakeLine;
  let details: DetailsHarness;

  const open = async (room: RoomInfo, members: Partial<Members> = {}) => {
    line = arrived(welcome(room), reset(room), CEM, DEE).world.line;
    const fixture = TestBed.createComponent(Details, {
      bindings: [
        inputBinding('id', () => room.id),
        outputBinding('leave', () => told.push('leave')),
        outputBinding('closed', () => told.push('closed')),
      ],
    });
    details = await TestbedHarnessEnvironment.harnessForFixture(fixture, DetailsHarness);
    if (line.sentOf('members').length) {
      await list({ count: 2, members: [ANN.id, BOB.id], ...members });
    }
  };
  /** The server tells who is in the room. */
  const list = async (members: Partial<Members>) => {
    const { ref, recipient } = line.sentOf('members').at(-1)!;
    line.says({ type: 'members', ref, recipient, count: 0, members: [], invited: [], ...members });
    await details.answered();
  };
  /** What was asked for last of this type, which the server does, or refuses. */
  const last = <T extends 'settings' | 'invite' | 'remove' | 'owner'>(type: T) =>
    (line.sent as ClientMessage[]).filter((message) => message.type === type).at(-1) as Extract<
      ClientMessage,
      { ref: string; recipient: string }
    >;
  const grant = async (type: Parameters<typeof last>[0]) => {
    const { ref, recipient } = last(type);
    line.says({ type: 'stored', ref, recipient, seq: 1, at: AT });
    await details.answered();
  };
  const refuse = async (type: Parameters<typeof last>[0], code: string) => {
    line.says({ type: 'refused', ref: last(type).ref, code, text: 'No.' });
    await details.answered();
  };

  beforeEach(() => {
    told = [];
  });

  it('is told with who is in it, the owner first, and who is only invited last', async () => {
    await open({ ...TEA, owner: BOB.id }, { members: [ANN.id, BOB.id], invited: [CEM.id] });
    expect(await details.title()).toBe('#tea');
    expect(await details.says()).toContain('Tea and cake');
    expect(await details.texts('h3')).toEqual(['People 2']);
    expect(await details.people()).toEqual(['bob', 'owner', 'ann', 'you', 'cem', 'invited']);
    expect(await details.verbs()).toEqual(['Invite', 'Leave this room']);
  });

  it('goes on where there are more people', async () => {
    await open({ ...TEA, owner: BOB.id }, { count: 3, members: [BOB.id], after: BOB.id });
    await details.click('Show more people');
    expect(line.sentOf('members').at(-1)).toMatchObject({ recipient: TEA.id, after: BOB.id });
    await list({ count: 3, members: [ANN.id, CEM.id] });
    expect(await details.people()).toEqual(['bob', 'owner', 'ann', 'you', 'cem']);
    expect(await details.verbs()).not.toContain('Show more people');
  });

  it('is everyone’s where it is the lobby: nothing can be done to it, and nobody is listed', async () => {
    await open(publicRoom('lobby'));
    expect(await details.says()).toContain('Everyone is in #lobby, and it is nobody’s.');
    expect(await details.people()).toEqual([]);
    expect(await details.verbs()).toEqual([]);
  });

  it('is a conversation, which never changes', async () => {
    await open(conversation());
    expect(await details.title()).toBe('Conversation');
    expect(await details.people()).toEqual(['ann', 'you', 'bob']);
    expect(await details.verbs()).toEqual([]);
  });

  it('is set by its owner', async () => {
    await open({ ...TEA, owner: ANN.id });
    await details.goTo('Title');
    await details.type(' Tea ');
    await details.goTo('Topic');
    await details.fill('Cake');
    await details.press('Enter');
    expect(last('settings')).toMatchObject({ recipient: TEA.id, title: 'Tea', topic: 'Cake' });
    await grant('settings');
    expect(await details.told()).toBe('Saved.');
  });

  it('says why something is refused, in place of what was told before', async () => {
    await open({ ...TEA, owner: ANN.id });
    await details.click('Save');
    await grant('settings');
    await details.click('Save');
    await refuse('settings', 'too_long');
    expect(await details.refusal()).toBe('That is too long.');
    expect(await details.told()).toBe('');
  });

  it('is archived, and opened again, by its owner', async () => {
    await open({ ...TEA, owner: ANN.id });
    await details.click('Archive this room');
    expect(last('settings')).toMatchObject({ archived: true });
    await grant('settings');
    expect(await details.told()).toBe('This room is archived.');
  });

  it('is not left by its owner, who has to hand it on first', async () => {
    await open({ ...TEA, owner: ANN.id });
    expect(await details.says()).toContain('To leave, first make somebody else the owner.');
    expect(await details.verbs()).not.toContain('Leave this room');
  });

  it('is left by its owner only where they are alone in it', async () => {
    await open({ ...TEA, owner: ANN.id }, { count: 1, members: [ANN.id] });
    await details.click('Leave this room');
    expect(told).toEqual(['leave']);
  });

  it('is handed on, once one has said yes', async () => {
    await open({ ...TEA, owner: ANN.id });
    await details.click('Make owner: bob');
    expect(line.sentOf('owner')).toEqual([]);
    await details.click('Make owner', 'parley-confirming button');
    expect(last('owner')).toMatchObject({ recipient: TEA.id, person: BOB.id });
    await grant('owner');
    expect(await details.told()).toBe('bob is the owner now.');
    expect(await details.texts('parley-confirming h2')).toEqual([]);
  });

  it('is without somebody, once one has said yes, with the focus among the people', async () => {
    await open({ ...TEA, owner: ANN.id });
    await details.click('Remove bob');
    await details.click('Cancel', 'parley-confirming button');
    await details.click('Remove bob');
    await details.click('Remove', 'parley-confirming button');
    expect(line.sentOf('remove')).toMatchObject([{ recipient: TEA.id, person: BOB.id }]);
    expect(document.activeElement?.getAttribute('aria-labelledby')).toBe('details-people');
    await grant('remove');
    expect(await details.told()).toBe('bob is not in this room any more.');
  });

  it('takes an invitation back at once', async () => {
    await open({ ...TEA, owner: ANN.id }, { invited: [CEM.id] });
    await details.click('Take back the invitation of cem');
    expect(line.sentOf('remove')).toMatchObject([{ person: CEM.id }]);
  });

  describe('with people who are invited', () => {
    const choose = async (...names: readonly string[]) => {
      await open({ ...TEA, owner: ANN.id });
      await details.goTo('Invite people');
      for (const name of names) {
        await details.type(name);
        await details.press('Enter');
      }
      await details.click('Invite');
    };

    it('invites one after the other', async () => {
      await choose('cem', 'dee');
      expect(line.sentOf('invite')).toMatchObject([{ recipient: TEA.id, person: '@cem' }]);
      await grant('invite');
      expect(await details.told()).toBe('cem is invited.');
      expect(line.sentOf('invite')).toMatchObject([{ person: '@cem' }, { person: '@dee' }]);
      await grant('invite');
      expect(await details.told()).toBe('cem is invited. dee is invited.');
      expect(await details.chosen()).toEqual([]);
    });

    it('says also of the first of them why that was refused, and keeps who they are', async () => {
      await choose('cem', 'dee');
      await refuse('invite', 'already_in');
      await grant('invite');
      expect(await details.told()).toBe('dee is invited.');
      expect(await details.refusal()).toBe('They are in this room already, or invited.');
      expect(await details.chosen()).toEqual(['cem']);
    });
  });

  it('is closed by its button', async () => {
    await open({ ...TEA, owner: BOB.id });
    await details.click('Close');
    expect(told).toEqual(['closed']);
  });
});
