import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Place } from 'parley-client/state/place';
import { english } from '../../testing/english';
import { FakeScreen } from '../../testing/fake-screen';
import { IN_ENGLISH } from '../../testing/in-english';
import { MenuHarness } from '../../testing/menu.harness';
import { DoorMenu } from './door-menu';
import { Door, doorTo, DoorWish } from './doors';

const doorOf = (place: Place, more: Partial<Door> = {}): Door => ({ ...doorTo(place, String, english), ...more });
const LIKED = { isFavourite: true, isMuted: true, level: 'nothing' } as const;
const LEVELS = ['Everything', '✓ What is for me', 'Nothing'];

describe('the menu of a door', () => {
  FakeScreen.forEach();
  let opener: HTMLButtonElement;
  let told: string[];

  const open = async (door: Door) => {
    const fixture = TestBed.createComponent(DoorMenu, {
      bindings: [
        inputBinding('door', signal(door)),
        inputBinding('opener', signal(opener)),
        outputBinding<DoorWish>('wish', (wish) => told.push(wish)),
        outputBinding('closed', () => told.push('closed')),
      ],
    });
    return TestbedHarnessEnvironment.harnessForFixture(fixture, MenuHarness);
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: IN_ENGLISH });
    opener = document.body.appendChild(document.createElement('button'));
    opener.textContent = 'More about tea';
    told = [];
  });

  afterEach(() => {
    opener.remove();
  });

  it('says how one wants to have the place, and opens with the focus on the first thing', async () => {
    const menu = await open(doorOf('#tea'));
    expect(await menu.name()).toBe('tea');
    expect(await menu.items()).toEqual(['Favourite', 'Mute', ...LEVELS, 'Leave']);
    expect(await menu.focused()).toBe('Favourite');
  });

  it('says what is wanted otherwise', async () => {
    const menu = await open(doorOf('#tea', { preferences: LIKED }));
    expect(await menu.items()).toEqual(['✓ Favourite', '✓ Mute', 'Everything', 'What is for me', '✓ Nothing', 'Leave']);
  });

  it('marks as read only what is not', async () => {
    const menu = await open(doorOf('#tea', { unread: 1 }));
    expect(await menu.items()).toContain('Mark as read');
  });

  it.each<[string, Door]>([
    ['the lobby', doorOf('#lobby')],
    ['a conversation', doorOf('@bob')],
    ['a group', doorOf('r_1', { kind: 'group' })],
  ])('does not lead out of what nobody can leave: %s', async (_, door) => {
    expect(await (await open(door)).items()).not.toContain('Leave');
  });

  it.each<[string, DoorWish]>([
    ['Favourite', 'favourite'],
    ['Mute', 'mute'],
    ['Everything', 'all'],
    ['What is for me', 'mentions'],
    ['Nothing', 'nothing'],
    ['Mark as read', 'read'],
    ['Leave', 'leave'],
  ])('closes, and has done what is pressed: %s', async (item, wish) => {
    const menu = await open(doorOf('#tea', { unread: 1 }));
    await menu.click(item);
    expect(told).toEqual([wish, 'closed']);
    expect(await menu.focused()).toBe('More about tea');
  });

  it('is walked through by the arrow keys, round and round', async () => {
    const menu = await open(doorOf('#tea'));
    await menu.press('ArrowUp');
    expect(await menu.focused()).toBe('Leave');
    await menu.press('ArrowDown');
    await menu.press('ArrowDown');
    expect(await menu.focused()).toBe('Mute');
    await menu.press('End');
    expect(await menu.focused()).toBe('Leave');
    await menu.press('Home');
    await menu.press('Enter');
    expect(told).toEqual(['favourite', 'closed']);
  });

  it.each(['Escape', 'Tab'])('closes by %s, with the focus back where one was', async (key) => {
    const menu = await open(doorOf('#tea'));
    await menu.press(key);
    expect(told).toEqual(['closed']);
    expect(await menu.focused()).toBe('More about tea');
  });
});
