import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FakeScreen } from '../../testing/fake-screen';
import { BOB } from '../../testing/frames';
import { IN_ENGLISH } from '../../testing/in-english';
import { MenuHarness } from '../../testing/menu.harness';
import { PersonMenu, PersonWish } from './person-menu';

describe('the menu of a person', () => {
  FakeScreen.forEach();
  let told: string[];

  const open = (isRemovable: boolean) => {
    const fixture = TestBed.createComponent(PersonMenu, {
      bindings: [
        inputBinding('person', () => BOB),
        inputBinding('isRemovable', () => isRemovable),
        inputBinding('opener', () => document.body),
        outputBinding<PersonWish>('wish', (wish) => told.push(wish)),
        outputBinding('closed', () => told.push('closed')),
      ],
    });
    return TestbedHarnessEnvironment.harnessForFixture(fixture, MenuHarness);
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: IN_ENGLISH });
    told = [];
  });

  it('takes them out only of a room that is one’s own', async () => {
    const menu = await open(false);
    expect(await menu.name()).toBe('bob');
    expect(await menu.items()).toEqual(['Write to them', 'Invite to a room']);
    expect(await (await open(true)).items()).toContain('Remove from this room');
  });

  it.each<[string, PersonWish]>([
    ['Write to them', 'write'],
    ['Invite to a room', 'invite'],
    ['Remove from this room', 'remove'],
  ])('closes, and has done what is pressed: %s', async (item, wish) => {
    await (await open(true)).click(item);
    expect(told).toEqual([wish, 'closed']);
  });
});
