import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Person } from 'parley-client/message/message';
import { FakeScreen } from '../../testing/fake-screen';
import { ANN, BOB } from '../../testing/frames';
import { IN_ENGLISH } from '../../testing/in-english';
import { PeopleHarness } from '../../testing/people.harness';
import { People } from './people';
import { PersonWish } from './person-menu';

const ABE: Person = { id: 'p_abe', name: 'abe', guest: false };

describe('the people in a room', () => {
  FakeScreen.forEach();
  const count = signal(3);
  const live = signal(true);
  const isRemovable = signal(false);
  let told: string[];
  let fixture: ComponentFixture<People>;
  let people: PeopleHarness;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: IN_ENGLISH });
    count.set(3);
    live.set(true);
    isRemovable.set(false);
    told = [];
    fixture = TestBed.createComponent(People, {
      bindings: [
        inputBinding('here', signal([BOB, ANN, ABE])),
        inputBinding('count', count),
        inputBinding('live', live),
        inputBinding('me', signal(ANN)),
        inputBinding('isRemovable', isRemovable),
        inputBinding(
          'linkTo',
          () =>
            ({ name }: Person) =>
              `#/p/${name}`,
        ),
        outputBinding<{ readonly person: Person; readonly wish: PersonWish }>('wish', ({ person, wish }) =>
          told.push(`${wish} ${person.name}`),
        ),
      ],
    });
    people = await TestbedHarnessEnvironment.harnessForFixture(fixture, PeopleHarness);
  });

  const openMenu = async () => {
    await people.click('More about bob');
    await vi.dynamicImportSettled();
    await fixture.whenStable();
    return people.menu();
  };

  it('are oneself, then the others by their names, each with a way to write to them', async () => {
    expect(await people.people()).toEqual(['ann', 'abe', 'bob']);
    expect(await people.asides()).toEqual(['you', 'guest']);
    expect(await people.links()).toEqual(['Write to abe', 'Write to bob']);
    expect(await people.names()).toEqual(['More about abe', 'More about bob']);
  });

  it('are as many as are here, also where not all are known', async () => {
    expect(await people.texts('h2, .others')).toEqual(['Here now 3']);
    count.set(40);
    expect(await people.texts('h2, .others')).toEqual(['Here now 40', 'and 37 more']);
  });

  it('are not shown as here while it is not known', async () => {
    expect(await people.present()).toBe(3);
    live.set(false);
    expect(await people.present()).toBe(0);
  });

  it('have a menu each', async () => {
    const menu = await openMenu();
    expect(await menu?.name()).toBe('bob');
    expect(await menu?.items()).toEqual(['Write to them', 'Invite to a room']);
    await menu?.press('Enter');
    expect(told).toEqual(['write bob']);
    expect(await people.menu()).toBeNull();
    expect(await people.focused()).toBe('More about bob');
  });

  it('can be taken out where the room is one’s own', async () => {
    isRemovable.set(true);
    await (await openMenu())?.click('Remove from this room');
    expect(told).toEqual(['remove bob']);
  });
});
