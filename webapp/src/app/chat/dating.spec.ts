import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { arrived } from '../../testing/arrived';
import { DialogHarness } from '../../testing/dialog.harness';
import { FakeScreen } from '../../testing/fake-screen';
import { publicRoom, reset, welcome } from '../../testing/frames';
import { Dating } from './dating';
import { dateField } from './day';

describe('the way to a day', () => {
  FakeScreen.forEach();
  let closed: () => void;
  let dates: () => readonly string[];
  let dialog: DialogHarness;

  beforeEach(async () => {
    closed = vi.fn();
    const lobby = publicRoom('lobby', 40);
    const { world } = arrived(welcome(lobby), reset(lobby));
    dates = () => world.line.sentOf('page').flatMap((turn) => ('date' in turn ? [turn.date] : []));
    const fixture = TestBed.createComponent(Dating, { bindings: [outputBinding('closed', closed)] });
    dialog = await TestbedHarnessEnvironment.harnessForFixture(fixture, DialogHarness);
  });

  it('begins with today', async () => {
    expect(await dialog.title()).toBe('Go to a day');
    expect(await dialog.filled()).toBe(dateField(new Date()));
  });

  it('leads to the beginning of the day where one is', async () => {
    await dialog.set('2026-03-04');
    await dialog.click('Go');
    expect(dates()).toEqual([new Date(2026, 2, 4).toISOString()]);
    expect(closed).toHaveBeenCalledOnce();
  });

  it.each(['', '9999-01-01'])('leads to no day that has not been: "%s"', async (day) => {
    await dialog.set(day);
    await dialog.click('Go');
    expect(await dialog.refusal()).toBe('Choose a day, today or before.');
    expect(dates()).toEqual([]);
    await dialog.set('2026-03-04');
    await dialog.click('Go');
    expect(await dialog.refusal()).toBe('');
    expect(dates()).toHaveLength(1);
  });
});
