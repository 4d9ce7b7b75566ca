import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Place } from 'parley-client/state/place';
import { OPTION } from '../../testing/choosing.harness';
import { english } from '../../testing/english';
import { FakeScreen } from '../../testing/fake-screen';
import { IN_ENGLISH } from '../../testing/in-english';
import { SwitcherHarness } from '../../testing/switcher.harness';
import { Door, doorTo } from './doors';
import { Switcher } from './switcher';

const linkTo = (place: Place) => `#${place}`;
const door = (place: Place, more: Partial<Door> = {}): Door => ({ ...doorTo(place, linkTo, english), ...more });
const DOORS = [
  door('#lobby', { isCurrent: true }),
  door('#harbour'),
  door('#tea'),
  door('#teapots', { badge: 3 }),
  door('@tess'),
];

describe('the switcher', () => {
  FakeScreen.forEach();
  let told: string[];
  let switcher: SwitcherHarness;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: IN_ENGLISH });
    told = [];
    const fixture = TestBed.createComponent(Switcher, {
      bindings: [
        inputBinding('doors', signal(DOORS)),
        inputBinding('trail', signal(['#lobby', '#harbour'])),
        inputBinding('linkTo', signal(linkTo)),
        outputBinding<Place>('visit', (place) => told.push(place)),
        outputBinding('closed', () => told.push('closed')),
      ],
    });
    switcher = await TestbedHarnessEnvironment.harnessForFixture(fixture, SwitcherHarness);
  });

  it('opens with the places where one may want to go, those of late first, and the focus where one types', async () => {
    expect(await switcher.isOpen()).toBe(true);
    expect(await switcher.focused()).toBe('Go to a room or a person');
    expect(await switcher.options()).toEqual(['harbour', 'teapots', 'tea', 'tess', 'lobby']);
    expect(await switcher.chosen()).toBe('harbour');
  });

  it('says where something is new, and where one is', async () => {
    expect(await switcher.asides()).toEqual(['3 new', 'you are here']);
  });

  it('finds what goes with what one types, and says how much', async () => {
    await switcher.type('te');
    expect(await switcher.options()).toEqual(['teapots', 'tea', 'tess']);
    expect(await switcher.status()).toBe('3 places');
  });

  it.each([
    ['#te', ['teapots', 'tea', 'te']],
    ['@te', ['tess', 'te']],
  ])('finds only rooms, or only people: %s', async (typed, places) => {
    await switcher.type(typed);
    expect(await switcher.options()).toEqual(places);
  });

  it('goes with Enter where the arrow keys have led, and closes', async () => {
    await switcher.type('te');
    await switcher.press('ArrowDown');
    await switcher.press('ArrowDown');
    expect(await switcher.chosen()).toBe('tess');
    await switcher.press('ArrowDown');
    expect(await switcher.chosen()).toBe('teapots');
    await switcher.press('ArrowUp');
    await switcher.press('Enter');
    expect(told).toEqual(['@tess', 'closed']);
    expect(await switcher.isOpen()).toBe(false);
  });

  it('begins with the first again when one types on', async () => {
    await switcher.type('te');
    await switcher.press('ArrowDown');
    await switcher.type('a');
    expect(await switcher.options()).toEqual(['tea', 'teapots']);
    expect(await switcher.chosen()).toBe('tea');
  });

  it('goes where one presses, which the pointer has marked', async () => {
    await switcher.point('tess', OPTION);
    expect(await switcher.chosen()).toBe('tess');
    await switcher.click('tess', OPTION);
    expect(told).toEqual(['@tess', 'closed']);
  });

  it.each(['control', 'shift', 'meta'] as const)(
    'leaves it to the browser to open another tab with %s',
    async (key) => {
      await switcher.clickHolding('tess', key);
      expect(told).toEqual([]);
      expect(await switcher.isOpen()).toBe(true);
    },
  );

  it('leads to rooms and people whom nobody knows yet', async () => {
    await switcher.type('zoo');
    expect(await switcher.options()).toEqual(['zoo', 'zoo']);
    expect(await switcher.asides()).toEqual(['open this room', 'write to somebody new']);
    await switcher.press('ArrowDown');
    await switcher.press('Enter');
    expect(told).toEqual(['@zoo', 'closed']);
  });

  it('says that it finds nothing, and goes nowhere', async () => {
    await switcher.type('no such place');
    expect(await switcher.options()).toEqual([]);
    expect(await switcher.status()).toBe('No place of that name.');
    expect(await switcher.attribute('aria-expanded')).toBe('false');
    await switcher.press('Enter');
    expect(told).toEqual([]);
  });

  it('closes by Escape', async () => {
    await switcher.press('Escape');
    expect(told).toEqual(['closed']);
  });

  it('closes by its button', async () => {
    await switcher.click('Close');
    expect(told).toEqual(['closed']);
    expect(await switcher.isOpen()).toBe(false);
  });
});
