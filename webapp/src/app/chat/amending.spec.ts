import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AmendingHarness } from '../../testing/amending.harness';
import { FakeScreen } from '../../testing/fake-screen';
import { IN_ENGLISH } from '../../testing/in-english';
import { Amending } from './amending';

describe('a change of words', () => {
  const screen = FakeScreen.forEach();
  const limit = signal(0);
  const action = signal<string | undefined>('Save');
  let told: string[];
  let amending: AmendingHarness;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: IN_ENGLISH });
    limit.set(0);
    action.set('Save');
    told = [];
    const fixture = TestBed.createComponent(Amending, {
      bindings: [
        inputBinding('before', signal('helo')),
        inputBinding('limit', limit),
        inputBinding('action', action),
        outputBinding<string>('amended', (text) => told.push(`amended: ${text}`)),
        outputBinding('cancelled', () => told.push('cancelled')),
      ],
    });
    amending = await TestbedHarnessEnvironment.harnessForFixture(fixture, AmendingHarness);
  });

  it('begins at the end of the words until now', async () => {
    expect(await amending.focused()).toBe('Your message, in other words');
    await amending.type('!');
    expect(await amending.text()).toBe('helo!');
  });

  it('is done with Enter, or its button, which says what that does', async () => {
    await amending.type('!');
    await amending.press('Enter');
    expect(told).toEqual(['amended: helo!']);
    await amending.click('Save');
    expect(told).toHaveLength(2);
    action.set(undefined);
    expect(await amending.names()).toEqual(['Cancel', 'Send']);
  });

  it('has new lines by Shift and Enter', async () => {
    await amending.press('Enter', { shiftKey: true });
    expect(await amending.text()).toBe('helo\n');
    expect(told).toEqual([]);
  });

  it('has new lines by Enter within a fence of code, and is done there with Ctrl', async () => {
    await amending.type('\n```\ncode');
    await amending.press('Enter');
    expect(await amending.text()).toBe('helo\n```\ncode\n');
    expect(told).toEqual([]);
    await amending.press('Enter', { ctrlKey: true });
    expect(told).toEqual(['amended: helo\n```\ncode\n']);
  });

  it('has new lines by the Enter of a screen', async () => {
    screen.isTouched = true;
    await amending.press('Enter');
    expect(await amending.text()).toBe('helo\n');
    expect(told).toEqual([]);
  });

  it('is not done while an input method makes a word', async () => {
    await amending.press('Enter', { isComposing: true });
    expect(told).toEqual([]);
  });

  it('is given up by Escape, which goes no further, and by its button', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    await amending.press('Escape');
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
    await amending.click('Cancel');
    expect(told).toEqual(['cancelled', 'cancelled']);
  });

  it('can’t be to nothing', async () => {
    await amending.clear();
    expect(await amending.isOffered('Save')).toBe(false);
    await amending.press('Enter');
    await amending.click('Save');
    expect(told).toEqual([]);
  });

  it('can’t be to more than the limit, and says how much that is', async () => {
    limit.set(4);
    expect(await amending.left()).toBe('');
    await amending.type('!🎉');
    expect(await amending.left()).toBe('2 too many');
    expect(await amending.isInvalid()).toBe(true);
    await amending.press('Enter');
    expect(told).toEqual([]);
  });
});
