import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Listed } from 'parley-client/message/message';
import { Place } from 'parley-client/state/place';
import { arrived } from '../../testing/arrived';
import { BrowsingHarness } from '../../testing/browsing.harness';
import { OPTION } from '../../testing/choosing.harness';
import { FakeWorld } from '../../testing/fake-line';
import { FakeScreen } from '../../testing/fake-screen';
import { publicRoom, reset, welcome } from '../../testing/frames';
import { Browsing } from './browsing';

const LOBBY = publicRoom('lobby');
const list = (...names: readonly string[]): readonly Listed[] =>
  names.map((name) => ({ room: publicRoom(name), members: 3 }));

describe('the public rooms', () => {
  FakeScreen.forEach();
  let world: FakeWorld;
  let told: string[];
  let browsing: BrowsingHarness;

  const asked = () => world.line.sentOf('rooms').map(({ query = '', after = '' }) => `${query}|${after}`);
  /** The server answers what it was asked last. */
  const answer = async (rooms: readonly Listed[], isMore = false) => {
    const ref = world.line.sentOf('rooms').at(-1)!.ref;
    world.line.says({ type: 'rooms', ref, rooms, ...(isMore ? { more: true } : {}) });
    await browsing.answered();
  };
  /** Types, and then no more for as long as it takes until it is asked for. */
  const lookFor = async (text: string) => {
    await browsing.type(text);
    world.clock.pass(150);
    await browsing.answered();
  };

  beforeEach(async () => {
    world = arrived(welcome(LOBBY), reset(LOBBY)).world;
    told = [];
    const fixture = TestBed.createComponent(Browsing, {
      bindings: [
        outputBinding<Place>('visit', (place) => told.push(place)),
        outputBinding('closed', () => told.push('closed')),
      ],
    });
    browsing = await TestbedHarnessEnvironment.harnessForFixture(fixture, BrowsingHarness);
  });

  it('are all asked for at first, with the focus where one looks for some', async () => {
    expect(await browsing.focused()).toBe('Look for a public room');
    expect(await browsing.status()).toBe('Loading…');
    expect(asked()).toEqual(['|']);
    await answer([{ room: LOBBY }, { room: { ...publicRoom('tea'), topic: 'Tea and cake' }, members: 1 }]);
    expect(await browsing.options()).toEqual(['lobby', 'tea']);
    expect(await browsing.asides()).toEqual(['everyone', 'Open', 'Tea and cake', '1 person', 'Join']);
    expect(await browsing.status()).toBe('2 rooms');
  });

  it('are looked for once nobody types any more', async () => {
    await answer(list('tea', 'zoo'));
    await browsing.type('z');
    world.clock.pass(149);
    await lookFor('oo');
    expect(asked()).toEqual(['|', 'zoo|']);
    await answer(list('zoo'));
    expect(await browsing.options()).toEqual(['zoo']);
  });

  it('are entered by Enter, where the arrow keys have led', async () => {
    await answer(list('tea', 'zoo'));
    await browsing.press('ArrowDown');
    expect(await browsing.chosen()).toBe('zoo');
    await browsing.press('Enter');
    expect(told).toEqual(['#zoo', 'closed']);
  });

  it('are entered by a press', async () => {
    await answer(list('tea', 'zoo'));
    await browsing.click('zoo3 peopleJoin', OPTION);
    expect(told).toEqual(['#zoo', 'closed']);
  });

  it('are not entered by an Enter that is meant for what is not found yet, but as soon as that is', async () => {
    await answer(list('tea', 'zoo'));
    await browsing.type('zoo');
    await browsing.press('Enter');
    expect(told).toEqual([]);
    world.clock.pass(150);
    await browsing.answered();
    await browsing.press('Enter');
    expect(told).toEqual([]);
    await answer(list('zoo', 'zoology'));
    expect(told).toEqual(['#zoo', 'closed']);
  });

  it('are entered no more by an Enter after which one has typed on', async () => {
    await answer(list('tea', 'zoo'));
    await browsing.type('zo');
    await browsing.press('Enter');
    await lookFor('ol');
    await answer(list('zoology'));
    expect(told).toEqual([]);
    expect(await browsing.options()).toEqual(['zoology']);
  });

  it('do not show what comes of something that is not looked for any more', async () => {
    await lookFor('z');
    const ref = world.line.sentOf('rooms').at(-1)!.ref;
    await lookFor('oo');
    await answer(list('zoo'));
    world.line.says({ type: 'rooms', ref, rooms: list('zebra') });
    await browsing.answered();
    expect(await browsing.options()).toEqual(['zoo']);
  });

  it('go on where they are many, with the choice where it is', async () => {
    await answer(list('a', 'b'), true);
    await browsing.press('ArrowDown');
    await browsing.click('Show more rooms');
    expect(asked()).toEqual(['|', '|#b']);
    await answer(list('c'));
    expect(await browsing.options()).toEqual(['a', 'b', 'c']);
    expect(await browsing.chosen()).toBe('b');
    expect(await browsing.names('.wide')).toEqual([]);
  });

  it('are none, and that is said', async () => {
    await lookFor('nowhere');
    await answer([]);
    expect(await browsing.status()).toBe('There is no such room.');
    await browsing.press('Enter');
    expect(told).toEqual([]);
  });

  it('are asked for again once the connection is back, and until then it is said that there is none', async () => {
    world.line.ends(1006);
    await browsing.answered();
    expect(await browsing.status()).toBe('There is no connection to the server right now. Try again in a moment.');
    world.clock.pass(30_000);
    world.line.accept();
    world.line.says(welcome(LOBBY));
    await browsing.answered();
    await answer(list('tea'));
    expect(await browsing.options()).toEqual(['tea']);
  });

  it('close by their button', async () => {
    await browsing.click('Close');
    expect(told).toEqual(['closed']);
    expect(await browsing.isOpen()).toBe(false);
  });
});
