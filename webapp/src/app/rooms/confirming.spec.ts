import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DialogHarness } from '../../testing/dialog.harness';
import { FakeScreen } from '../../testing/fake-screen';
import { IN_ENGLISH } from '../../testing/in-english';
import { Confirming, Grave } from './confirming';

describe('the question before something that can’t easily be taken back', () => {
  FakeScreen.forEach();
  let told: string[];

  const open = (what: Grave) => {
    const fixture = TestBed.createComponent(Confirming, {
      bindings: [
        inputBinding('what', () => what),
        outputBinding('confirmed', () => told.push('confirmed')),
        outputBinding('closed', () => told.push('closed')),
      ],
    });
    return TestbedHarnessEnvironment.harnessForFixture(fixture, DialogHarness);
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: IN_ENGLISH });
    told = [];
  });

  it.each<[Grave, string, string, string]>([
    [
      { is: 'handOn', name: 'bob' },
      'Make bob the owner?',
      'The room is theirs then: only they can give it back.',
      'Make owner',
    ],
    [{ is: 'remove', name: 'bob' }, 'Remove bob?', 'They leave the room, and are told so.', 'Remove'],
    [{ is: 'leave', name: 'Plans' }, 'Leave Plans?', 'You come back only if somebody in it invites you.', 'Leave'],
  ])('says what it is, what comes of it, and does that: %j', async (what, title, warning, action) => {
    const dialog = await open(what);
    expect([await dialog.title(), await dialog.says()]).toEqual([title, [warning]]);
    expect(await dialog.focused()).toBe('Cancel');
    await dialog.click(action);
    expect(told).toEqual(['confirmed', 'closed']);
  });

  it('is answered with no', async () => {
    const dialog = await open({ is: 'leave', name: 'Plans' });
    await dialog.press('Enter');
    expect(told).toEqual(['closed']);
  });
});
