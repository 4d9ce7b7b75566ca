import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Place } from 'parley-client/state/place';
import { DoorHarness } from '../../testing/door.harness';
import { english } from '../../testing/english';
import { BOB } from '../../testing/frames';
import { IN_ENGLISH } from '../../testing/in-english';
import { DoorView } from './door-view';
import { Door, doorTo } from './doors';

const doorOf = (place: Place, more: Partial<Door> = {}): Door => ({
  ...doorTo(place, (to) => `#/r/${to.slice(1)}`, english),
  ...more,
});
const MUTED = { isFavourite: false, isMuted: true, level: 'mentions' } as const;

describe('a door', () => {
  const door = signal(doorOf('#tea'));
  let view: DoorHarness;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: IN_ENGLISH });
    door.set(doorOf('#tea'));
    const fixture = TestBed.createComponent(DoorView, { bindings: [inputBinding('door', door)] });
    view = await TestbedHarnessEnvironment.harnessForFixture(fixture, DoorHarness);
  });

  it('bears the name of its place, leads there, and tells nothing else', async () => {
    expect(await view.textIn('.name')).toBe('tea');
    expect(await view.leadsTo()).toBe('#/r/tea');
    expect(await view.tells()).toEqual([]);
    expect([await view.is('unread'), await view.is('muted'), await view.isCurrent()]).toEqual([false, false, false]);
  });

  it('says where one is', async () => {
    door.set(doorOf('#tea', { isCurrent: true }));
    expect(await view.isCurrent()).toBe(true);
  });

  it('says how much is new', async () => {
    door.set(doorOf('#tea', { badge: 1 }));
    expect(await view.tells()).toEqual(['1 new message']);
    expect([await view.is('unread'), await view.isForReader()]).toEqual([true, false]);
  });

  it('says that it is for its reader, and shows no number that is too long to be read', async () => {
    door.set(doorOf('#tea', { badge: 120, mentions: 2 }));
    expect(await view.tells()).toEqual(['120 new messages, for you']);
    expect(await view.texts('.badge > [aria-hidden]')).toEqual(['99+']);
    expect(await view.isForReader()).toBe(true);
  });

  it.each<[string, Partial<Door>]>([
    ['muted', { preferences: MUTED }],
    ['draft', { hasDraft: true }],
    ['a message was not sent', { isStuck: true }],
    ['private', { kind: 'private' }],
  ])('says in words what its signs mean: %s', async (words, more) => {
    door.set(doorOf('#tea', more));
    expect(await view.tells()).toEqual([words]);
    expect(await view.is('muted')).toBe(words === 'muted');
  });

  it.each<[string, Place, Partial<Door>]>([
    ['#', '#tea', {}],
    ['@', '@bob', {}],
    ['BO', '@bob', { person: BOB }],
  ])('bears the sign of its kind: %s', async (sign, place, more) => {
    door.set(doorOf(place, more));
    expect(await view.textIn('parley-sign')).toBe(sign);
  });
});
