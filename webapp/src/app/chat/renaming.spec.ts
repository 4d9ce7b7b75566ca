import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { arrived } from '../../testing/arrived';
import { DialogHarness } from '../../testing/dialog.harness';
import { FakeScreen } from '../../testing/fake-screen';
import { ANN, welcome } from '../../testing/frames';
import { Renaming } from './renaming';

describe('another name', () => {
  FakeScreen.forEach();
  let closed: () => void;
  let asked: string[];
  let answer: () => Promise<Response>;
  let store: ReturnType<typeof arrived>['store'];
  let dialog: DialogHarness;

  beforeEach(async () => {
    localStorage.clear();
    [closed, asked] = [vi.fn(), []];
    vi.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
      asked.push(`${init?.method ?? 'GET'} ${String(init?.body)}`);
      return answer();
    });
    store = arrived(welcome()).store;
    const fixture = TestBed.createComponent(Renaming, { bindings: [outputBinding('closed', closed)] });
    dialog = await TestbedHarnessEnvironment.harnessForFixture(fixture, DialogHarness);
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is asked for where the one until now stands', async () => {
    expect(await dialog.title()).toBe('What shall we call you?');
    expect(await dialog.filled()).toBe('ann');
  });

  it('is one’s own from then on', async () => {
    answer = () => Promise.resolve(Response.json({ person: { ...ANN, name: 'annie' } }));
    await dialog.fill('@annie');
    await dialog.press('Enter');
    await dialog.answered();
    expect(closed).toHaveBeenCalledOnce();
    expect(asked).toEqual(['PUT {"name":"annie"}']);
    expect(store.state().me?.name).toBe('annie');
  });

  it.each([
    ['name_taken', () => Promise.resolve(Response.json({ code: 'name_taken' }, { status: 409 })), 'somebody else’s'],
    ['no network', () => Promise.reject(new TypeError('no network')), 'can’t be reached'],
  ])('is not taken, and it is said why: %s', async (_, refused, why) => {
    answer = refused;
    await dialog.fill('bob');
    await dialog.click('Change');
    await dialog.answered();
    expect(await dialog.refusal()).toContain(why);
    expect(await dialog.isOpen()).toBe(true);
    expect(store.state().me?.name).toBe('ann');
  });

  it('is not asked for where none is written', async () => {
    await dialog.fill(' ');
    await dialog.click('Change');
    expect(asked).toEqual([]);
  });

  it('is not wanted any more', async () => {
    await dialog.fill('annie');
    await dialog.click('Cancel');
    expect(asked).toEqual([]);
    expect(closed).toHaveBeenCalledOnce();
  });
});
