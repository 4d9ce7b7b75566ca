import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { arrived } from '../../testing/arrived';
import { DialogHarness } from '../../testing/dialog.harness';
import { FakeScreen } from '../../testing/fake-screen';
import { ANN, publicRoom, reset, welcome } from '../../testing/frames';
import { SigningOut } from './signing-out';

describe('the question before one signs out', () => {
  FakeScreen.forEach();
  let closed: () => void;
  let asked: string[];
  let answer: () => Promise<Response>;

  const open = async ({ isGuest = true, unsent = 0 } = {}) => {
    const lobby = publicRoom('lobby');
    const page = arrived({ ...welcome(lobby), person: { ...ANN, guest: isGuest } }, reset(lobby));
    for (let i = 0; i < unsent; i++) {
      page.store.session.say(`number ${i}`);
    }
    page.browser.settle();
    const fixture = TestBed.createComponent(SigningOut, { bindings: [outputBinding('closed', closed)] });
    return { ...page, dialog: await TestbedHarnessEnvironment.harnessForFixture(fixture, DialogHarness) };
  };

  beforeEach(() => {
    localStorage.clear();
    [closed, asked] = [vi.fn(), []];
    answer = () => Promise.resolve(Response.json({}));
    vi.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
      asked.push(init?.method ?? 'GET');
      return answer();
    });
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('tells a guest that they can’t come back', async () => {
    const { dialog } = await open();
    expect(await dialog.title()).toBe('Sign out?');
    expect(await dialog.says()).toEqual(['Guests have no password: once signed out, you can’t come back as ann.']);
    expect(await dialog.names()).toEqual(['Cancel', 'Sign out']);
  });

  it('tells others where they sign out', async () => {
    const { dialog } = await open({ isGuest: false });
    expect(await dialog.says()).toEqual(['You sign out in all tabs of this browser.']);
  });

  it('tells what would be lost, and does nothing when it is closed', async () => {
    const { dialog } = await open({ unsent: 2 });
    expect((await dialog.says())[0]).toContain('2 messages of yours have not been sent.');
    expect(await dialog.names()).toEqual(['Cancel', 'Throw away and sign out']);
    await dialog.click('Cancel');
    expect(asked).toEqual([]);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('is answered with yes', async () => {
    const { dialog, store } = await open();
    await dialog.click('Sign out');
    await dialog.answered();
    expect(store.isGone()).toBe(true);
    expect(asked).toEqual(['DELETE']);
  });

  it('says that nobody answered, and leaves everything as it is', async () => {
    const { dialog, store } = await open();
    answer = () => Promise.reject(new TypeError('no network'));
    await dialog.click('Sign out');
    await dialog.answered();
    expect(await dialog.refusal()).toContain('can’t be reached');
    expect(store.isGone()).toBe(false);
  });
});
