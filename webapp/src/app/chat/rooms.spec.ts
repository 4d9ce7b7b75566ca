import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Place } from 'parley-client/state/place';
import { english } from '../../testing/english';
import { FakeScreen } from '../../testing/fake-screen';
import { ANN } from '../../testing/frames';
import { IN_ENGLISH } from '../../testing/in-english';
import { RoomsHarness } from '../../testing/rooms.harness';
import { Door, doorTo, DoorWish } from './doors';
import { Invitation, Rooms } from './rooms';
import { sectionsOf } from './sections';
import { View } from './view';

const doorOf = (place: Place, more: Partial<Door> = {}): Door => ({
  ...doorTo(place, () => '#', english),
  room: `r_${place.slice(1)}`,
  ...more,
});
const liked = { isFavourite: true, isMuted: false, level: 'all' } as const;
const PLANS: Invitation = { id: 'r_plans', title: 'Plans', by: 'bob' };

describe('the list of rooms', () => {
  FakeScreen.forEach();
  const doors = signal<readonly Door[]>([]);
  const invitations = signal<readonly Invitation[]>([]);
  const view = signal<View | undefined>(undefined);
  const me = signal(ANN);
  let told: unknown[];
  let fixture: ComponentFixture<Rooms>;
  let rooms: RoomsHarness;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: IN_ENGLISH });
    doors.set([
      doorOf('#lobby', { isCurrent: true }),
      doorOf('#tea', { badge: 2, mentions: 1 }),
      doorOf('@bob', { badge: 1 }),
      doorOf('@cem', { preferences: liked }),
    ]);
    invitations.set([]);
    view.set(undefined);
    me.set(ANN);
    told = [];
    fixture = TestBed.createComponent(Rooms, {
      bindings: [
        inputBinding('sections', () => sectionsOf(doors())),
        inputBinding('invitations', invitations),
        inputBinding('view', view),
        inputBinding('me', me),
        inputBinding('linkToView', () => (to: View) => `#/${to}`),
        ...['accept', 'decline', 'visit', 'find', 'browse', 'make', 'rename', 'signOut', 'notify', 'adjust'].map(
          (name) => outputBinding<unknown>(name, (what) => told.push(what === undefined ? name : { [name]: what })),
        ),
        outputBinding<{ readonly door: Door; readonly wish: DoorWish }>('wish', ({ door, wish }) =>
          told.push(`${wish} ${door.place}`),
        ),
      ],
    });
    rooms = await TestbedHarnessEnvironment.harnessForFixture(fixture, RoomsHarness);
  });

  it('has what one likes best, then rooms, then people', async () => {
    expect(await rooms.list()).toEqual(['Favourites', 'cem', 'Rooms', 'lobby', 'tea', 'People', 'bob']);
  });

  it('counts what is unread, and where one was named, over all of them', async () => {
    expect(await rooms.views()).toEqual(['Unread3', 'Mentions1']);
    expect(await rooms.view()).toBeUndefined();
    doors.set([]);
    view.set('mentions');
    expect(await rooms.views()).toEqual(['Unread', 'Mentions']);
    expect(await rooms.view()).toBe('Mentions');
  });

  it('leads to what is not in it', async () => {
    for (const name of [
      'Go to a room or a person',
      'Browse rooms',
      'New room or conversation',
      'Notifications',
      'Settings',
      'Sign out',
    ]) {
      await rooms.click(name);
    }
    expect(told).toEqual(['find', 'browse', 'make', 'notify', 'adjust', 'signOut']);
  });

  it('lets guests, and nobody else, take another name', async () => {
    await rooms.click('annguest Change your name');
    expect(told).toEqual(['rename']);
    me.set({ ...ANN, guest: false });
    expect((await rooms.names()).filter((name) => name.includes('Change your name'))).toEqual([]);
  });

  it('is done with where one goes to the place where one is', async () => {
    await rooms.enter('tea');
    expect(told).toEqual([]);
    await rooms.enter('lobby');
    expect(told).toEqual([{ visit: '#lobby' }]);
  });

  it.each<[string, Place]>([
    ['tea', '#tea'],
    ['#tea', '#tea'],
    ['@bob', '@bob'],
  ])('leads to places by their names: %s', async (name, visit) => {
    await rooms.visit(name);
    expect(told).toEqual([{ visit }]);
    expect(await rooms.typed()).toBe('');
  });

  it('leads nowhere by no name', async () => {
    await rooms.visit('# ');
    expect(told).toEqual([]);
  });

  it('has invitations, which are taken or turned down', async () => {
    expect(await rooms.list()).not.toContain('Invitations');
    invitations.set([PLANS]);
    expect(await rooms.list()).toContain('Invitations');
    expect(await rooms.texts('.invitations p > span')).toEqual(['Plans', 'from bob']);
    await rooms.click('Join Plans');
    await rooms.click('Decline Plans');
    expect(told).toEqual([{ accept: PLANS }, { decline: PLANS }]);
  });

  it('has a menu of each place, with the focus back where one was when it is done', async () => {
    await rooms.click('More about tea');
    await vi.dynamicImportSettled();
    await fixture.whenStable();
    const menu = await rooms.menu();
    expect(await menu?.name()).toBe('tea');
    expect(await rooms.hasOpened('More about tea')).toBe(true);
    expect(await rooms.hasOpened('More about bob')).toBe(false);
    await menu?.press('ArrowDown');
    await menu?.press('Enter');
    expect(told).toEqual(['mute #tea']);
    expect(await rooms.menu()).toBeNull();
    expect(await rooms.hasOpened('More about tea')).toBe(false);
    expect(await rooms.focused()).toBe('More about tea');
  });

  it('has the menu say how things are now, while it is open', async () => {
    await rooms.click('More about cem');
    await vi.dynamicImportSettled();
    await fixture.whenStable();
    expect(await (await rooms.menu())?.items()).toContain('✓ Favourite');
    doors.set([doorOf('@cem')]);
    expect(await (await rooms.menu())?.items()).toContain('Favourite');
  });
});
