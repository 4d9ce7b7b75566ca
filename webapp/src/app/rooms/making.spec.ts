import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Place } from 'parley-client/state/place';
import { arrived } from '../../testing/arrived';
import { DialogHarness } from '../../testing/dialog.harness';
import { FakeLine } from '../../testing/fake-line';
import { FakeScreen } from '../../testing/fake-screen';
import { ANN, AT, BOB, mark, publicRoom, reset, welcome } from '../../testing/frames';
import { Making } from './making';

const CEM = { type: 'person', id: 'p_cem', name: 'cem', guest: true } as const;

describe('something new', () => {
  FakeScreen.forEach();
  let told: string[];
  let line: FakeLine;
  let dialog: DialogHarness;

  const asked = () => line.sentOf('create');
  /** The server makes what was asked for last. */
  const make = async (recipient: string) => {
    line.says({ type: 'stored', ref: asked().at(-1)!.ref, recipient, seq: 1, at: AT });
    await dialog.answered();
  };

  beforeEach(async () => {
    const lobby = publicRoom('lobby');
    line = arrived(welcome(lobby), reset(lobby), CEM).world.line;
    told = [];
    const fixture = TestBed.createComponent(Making, {
      bindings: [
        outputBinding<Place>('visit', (place) => told.push(place)),
        outputBinding('closed', () => told.push('closed')),
      ],
    });
    dialog = await TestbedHarnessEnvironment.harnessForFixture(fixture, DialogHarness);
  });

  it('is a public room at first, with the focus on its name', async () => {
    expect(await dialog.title()).toBe('Begin something new');
    expect(await dialog.says()).toEqual(['Everyone can find it, read it and join it.']);
    await dialog.type('tea');
    await dialog.press('Enter');
    expect(asked()).toEqual([{ type: 'create', ref: expect.any(String) as string, kind: 'public', name: '#tea' }]);
    expect(told).toEqual([]);
    await make('r_tea');
    expect(told).toEqual(['#tea', 'closed']);
  });

  it('is a room with a topic, and people who are invited once it is there', async () => {
    await dialog.type('tea');
    await dialog.goTo('Topic (optional)');
    await dialog.type('Tea and cake');
    await dialog.goTo('Invite people (optional)');
    await dialog.type('bo');
    await dialog.press('Enter');
    expect(asked()).toEqual([]);
    await dialog.click('Make the room');
    expect(asked()).toMatchObject([{ name: '#tea', topic: 'Tea and cake' }]);
    expect(line.sentOf('invite')).toEqual([]);
    await make('r_tea');
    expect(line.sentOf('invite')).toMatchObject([{ recipient: 'r_tea', person: '@bob' }]);
  });

  it('is a private room with a title', async () => {
    await dialog.choose('Private room');
    expect(await dialog.says()).toEqual(['Only those who are invited know of it.']);
    await dialog.goTo('Title');
    await dialog.type('The surprise');
    await dialog.press('Enter');
    expect(asked()).toMatchObject([{ kind: 'private', title: 'The surprise' }]);
    await make('r_1');
    expect(told).toEqual(['r_1', 'closed']);
  });

  it('is the conversation with one person, which takes no server', async () => {
    await dialog.choose('Conversation');
    await dialog.goTo('With whom?');
    await dialog.type('bob');
    await dialog.click('Write to them');
    expect(asked()).toEqual([]);
    expect(told).toEqual(['@bob', 'closed']);
  });

  it('is a conversation of several', async () => {
    await dialog.choose('Conversation');
    await dialog.goTo('With whom?');
    for (const name of ['bob', 'cem']) {
      await dialog.type(name);
      await dialog.press('Enter');
    }
    await dialog.click('Write to them');
    expect(asked()).toMatchObject([{ kind: 'group', people: ['@bob', '@cem'] }]);
    const people = [ANN.id, BOB.id, CEM.id];
    line.says(reset({ id: 'r_group', kind: 'group', people, seq: 0, mark: mark(0) }));
    await dialog.answered();
    expect(told).toEqual(['r_group', 'closed']);
  });

  it.each([
    ['Public room', 'Make the room', 'A public room needs a name.'],
    ['Private room', 'Make the room', 'A private room needs a title.'],
    ['Conversation', 'Write to them', 'Choose somebody to write to.'],
  ])('is not asked for as long as something is missing: %s', async (kind, action, refusal) => {
    await dialog.choose(kind);
    await dialog.click(action);
    expect(await dialog.refusal()).toBe(refusal);
    expect(asked()).toEqual([]);
  });

  it('says no more of what is missing once it is of another kind', async () => {
    await dialog.click('Make the room');
    await dialog.choose('Private room');
    expect(await dialog.refusal()).toBe('');
  });

  it('says why it is refused, and asks by another ref only for something else', async () => {
    await dialog.type('tea');
    await dialog.press('Enter');
    const refuse = async () => {
      line.says({ type: 'refused', ref: asked().at(-1)!.ref, code: 'name_taken', text: 'No.' });
      await dialog.answered();
    };
    await refuse();
    expect(await dialog.refusal()).toBe('There is a room of that name already.');
    await dialog.press('Enter');
    await refuse();
    await dialog.type('2');
    expect(await dialog.refusal()).toBe('');
    await dialog.press('Enter');
    const [first, again, other] = asked();
    expect(again).toEqual(first);
    expect(other).toMatchObject({ name: '#tea2' });
    expect(other?.ref).not.toBe(first?.ref);
  });

  it('is asked for once, however often one presses', async () => {
    await dialog.type('tea');
    await dialog.press('Enter');
    await dialog.press('Enter');
    expect(asked()).toHaveLength(1);
  });

  it('says that there is no connection', async () => {
    line.ends(1006);
    await dialog.type('tea');
    await dialog.press('Enter');
    await dialog.answered();
    expect(await dialog.refusal()).toBe('There is no connection to the server right now. Try again in a moment.');
  });
});
