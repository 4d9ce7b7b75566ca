import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { noteAt } from 'parley-client/state/notes';
import { arrived } from '../../testing/arrived';
import { FakeScreen } from '../../testing/fake-screen';
import { welcome } from '../../testing/frames';
import { NotifyingHarness } from '../../testing/notifying.harness';
import { later } from '../words/en-later';
import { Notifications, Permission } from '../page/notifications';
import { Notifying } from './notifying';

describe('what one is told of', () => {
  FakeScreen.forEach();
  const permission = signal<Permission>('unasked');
  let answer: Permission;
  let told: string[];
  let closed: () => void;
  let quiet: () => string | undefined;
  let dialog: NotifyingHarness;

  beforeEach(async () => {
    localStorage.clear();
    permission.set('unasked');
    [answer, told, closed] = ['granted', [], vi.fn()];
    TestBed.overrideProvider(Notifications, {
      useValue: {
        permission,
        request: () => {
          permission.set(answer);
          return Promise.resolve(answer);
        },
        show: (_: string, body: string) => told.push(body),
      },
    });
    const { store } = arrived(welcome());
    quiet = () => noteAt(store.state().notes, 'quiet');
    const fixture = TestBed.createComponent(Notifying, { bindings: [outputBinding('closed', closed)] });
    dialog = await TestbedHarnessEnvironment.harnessForFixture(fixture, NotifyingHarness);
  });

  it.each<[Permission, string]>([
    ['unasked', later.notifying.possible],
    ['granted', later.notifying.possible],
    ['denied', later.notifying.denied],
    ['insecure', later.notifying.insecure],
    ['missing', later.notifying.missing],
  ])('is said to be possible, or why it is not: %s', async (is, words) => {
    permission.set(is);
    expect(await dialog.title()).toBe('Notifications');
    expect((await dialog.says())[0]).toBe(words);
    expect(await dialog.names('[role="switch"]')).toHaveLength(words === later.notifying.possible ? 1 : 0);
  });

  it('is turned on, which is shown, and off', async () => {
    expect(await dialog.isOn()).toBe(false);
    await dialog.click('Off in this browser');
    await dialog.answered();
    expect(await dialog.isOn()).toBe(true);
    expect(told).toEqual(['You will be told of messages here.']);
    await dialog.click('On in this browser');
    expect(await dialog.isOn()).toBe(false);
  });

  it('stays off where the browser is not let', async () => {
    answer = 'denied';
    await dialog.click('Off in this browser');
    await dialog.answered();
    expect(told).toEqual([]);
    expect((await dialog.says())[0]).toBe(later.notifying.denied);
  });

  it('is nothing in quiet hours, which are kept on all devices', async () => {
    await dialog.setHours('22:00', '07:00');
    await dialog.click('Save');
    expect(quiet()).toBe('22:00-07:00');
    expect(closed).toHaveBeenCalledOnce();
  });

  it('has no quiet hours any more once they are taken away', async () => {
    await dialog.setHours('22:00', '07:00');
    await dialog.click('Save');
    await dialog.setHours('', '');
    await dialog.click('Save');
    expect(quiet()).toBeUndefined();
  });

  it.each([
    ['22:00', ''],
    ['', '07:00'],
  ])('has the other end of quiet hours filled in: from “%s” to “%s”', async (from, to) => {
    await dialog.setHours(from, to);
    await dialog.click('Save');
    expect(closed).not.toHaveBeenCalled();
    await dialog.setHours('22:00', '07:00');
    await dialog.click('Save');
    expect(quiet()).toBe('22:00-07:00');
  });

  it('keeps no hours that are not saved', async () => {
    await dialog.setHours('22:00', '07:00');
    await dialog.click('Cancel');
    expect(quiet()).toBeUndefined();
    expect(closed).toHaveBeenCalledOnce();
  });
});
