import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DialogHarness } from '../../testing/dialog.harness';
import { FakeScreen } from '../../testing/fake-screen';
import { IN_ENGLISH } from '../../testing/in-english';
import { Deleting } from './deleting';

describe('the question before a message is deleted', () => {
  FakeScreen.forEach();
  let told: string[];
  let dialog: DialogHarness;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: IN_ENGLISH });
    told = [];
    const fixture = TestBed.createComponent(Deleting, {
      bindings: [
        inputBinding('said', signal('good tea')),
        outputBinding('confirmed', () => told.push('confirmed')),
        outputBinding('closed', () => told.push('closed')),
      ],
    });
    dialog = await TestbedHarnessEnvironment.harnessForFixture(fixture, DialogHarness);
  });

  it('shows what was said, and what becomes of it', async () => {
    expect(await dialog.isOpen()).toBe(true);
    expect(await dialog.title()).toBe('Delete this message?');
    expect(await dialog.says()).toEqual(['good tea It goes for everybody, and can’t be brought back.']);
  });

  it('is first at what does nothing', async () => {
    expect(await dialog.focused()).toBe('Cancel');
    await dialog.press('Enter');
    expect(told).toEqual(['closed']);
  });

  it('is answered with yes', async () => {
    await dialog.click('Delete');
    expect(told).toEqual(['confirmed']);
  });
});
