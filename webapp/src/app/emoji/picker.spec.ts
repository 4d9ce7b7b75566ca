import { manualChangeDetection } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { noteAt } from 'parley-client/state/notes';
import { arrived } from '../../testing/arrived';
import { FakeScreen } from '../../testing/fake-screen';
import { publicRoom, welcome } from '../../testing/frames';
import { PickerHarness } from '../../testing/picker.harness';
import type { Store } from '../chat/store';
import { Picker } from './picker';

describe('the picker of emoji', () => {
  const screen = FakeScreen.forEach();
  let store: Store;
  let told: string[];

  const open = async () => {
    const fixture = TestBed.createComponent(Picker, {
      bindings: [
        outputBinding<string>('picked', (emoji) => told.push(emoji)),
        outputBinding('closed', () => told.push('closed')),
      ],
    });
    return TestbedHarnessEnvironment.harnessForFixture(fixture, PickerHarness);
  };

  beforeEach(() => {
    told = [];
    store = arrived(welcome(publicRoom('lobby'))).store;
  });

  it('opens with the first shelf drawn, and the focus where one types', async () => {
    const picker = await open();
    expect(await picker.isOpen()).toBe(true);
    expect(await picker.focused()).toBe('Find an emoji by its name');
    expect((await picker.shelf('Smileys')).slice(0, 3)).toEqual(['😀', '😃', '😄']);
    expect(await picker.shelf('Food and drink')).toEqual([]);
  });

  it('opens no keyboard on a screen', async () => {
    screen.isTouched = true;
    expect(await (await open()).focused()).toBe('grinning face');
  });

  it('finds emoji by their names, and says how many', async () => {
    const picker = await open();
    await picker.type('party');
    expect(await picker.shelf('Found')).toEqual(['🥳', '🎉', '🎂', '🎈', '🪩']);
    expect(await picker.count()).toBe('5 emoji');
    expect(await picker.names('.categories button')).toEqual([]);
  });

  it('says that none is called so, and chooses none then', async () => {
    const picker = await open();
    await picker.type('no such thing');
    expect(await picker.texts('.none')).toEqual(['No emoji is called that.']);
    await picker.press('Enter');
    expect(told).toEqual([]);
  });

  it('gives the first that was found to Enter, and closes', async () => {
    const picker = await open();
    await picker.press('Enter');
    expect(told).toEqual([]);
    await picker.type('party');
    await picker.press('Enter');
    expect(told).toEqual(['🥳', 'closed']);
    expect(await picker.isOpen()).toBe(false);
  });

  it('gives the first that was found also to an Enter that is sooner than it is shown', async () => {
    const picker = await open();
    await manualChangeDetection(async () => {
      await picker.type('party');
      await picker.press('Enter');
    });
    expect(told).toEqual(['🥳', 'closed']);
  });

  it('is at the first again once one has walked through what was found, and types on', async () => {
    const picker = await open();
    await picker.type('party');
    await picker.press('ArrowDown');
    await picker.press('ArrowRight');
    expect(await picker.focused()).toBe('party popper');
    await picker.press('ArrowUp');
    await picker.type('i');
    expect(await picker.shelf('Found')).toEqual(['🥳']);
    expect(await picker.reachable()).toEqual(['partying face']);
    await picker.press('ArrowDown');
    expect(await picker.focused()).toBe('partying face');
  });

  it('is walked through by the arrow keys, from where one types and back there', async () => {
    const picker = await open();
    await picker.press('ArrowDown');
    expect(await picker.focused()).toBe('grinning face');
    await picker.press('ArrowRight');
    await picker.press('ArrowDown');
    const name = await picker.focused();
    expect(await picker.reachable()).toEqual([name]);
    expect(await picker.seen()).toBe(`${(await picker.shelf('Smileys'))[9]!} ${name}`);
    await picker.press('ArrowUp');
    await picker.press('ArrowUp');
    expect(await picker.focused()).toBe('Find an emoji by its name');
  });

  it('gives to Enter the one where the focus is', async () => {
    const picker = await open();
    await picker.press('ArrowDown');
    await picker.press('End');
    await picker.press('Enter');
    expect(told).toEqual(['😂', 'closed']);
  });

  it('gives what is pressed', async () => {
    const picker = await open();
    await picker.choose('grinning face');
    expect(told).toEqual(['😀', 'closed']);
  });

  it('shows what the pointer is on', async () => {
    const picker = await open();
    await picker.look('grinning face');
    expect(await picker.seen()).toBe('😀 grinning face');
  });

  it('draws a shelf as one comes near it', async () => {
    const picker = await open();
    screen.show(await picker.element('Flags'));
    expect(await picker.shelf('Flags')).toContain('🏁');
  });

  it('goes to emoji of a kind', async () => {
    const picker = await open();
    await picker.goTo('Food and drink');
    expect(await picker.focused()).toBe('grapes');
  });

  it('begins with those used last, once there are some', async () => {
    const first = await open();
    expect(await first.shelves()).not.toContain('Used last');
    await first.type('party popper');
    await first.press('Enter');
    const second = await open();
    expect(await second.shelf('Used last')).toEqual(['🎉']);
    await second.press('ArrowDown');
    await second.press('Enter');
    expect(told).toEqual(['🎉', 'closed', '🎉', 'closed']);
    expect(noteAt(store.state().notes, 'emoji')).toBe('🎉');
  });

  it('has the tone of skin that one chooses, from then on', async () => {
    const picker = await open();
    expect(await picker.tone()).toBe('No tone');
    await picker.chooseTone('Medium dark');
    await picker.type('thumbs up');
    expect(await picker.shelf('Found')).toEqual(['👍🏾']);
    expect(await (await open()).tone()).toBe('Medium dark');
  });

  it('closes by its button, by Escape, and by a press beside it, with nothing chosen', async () => {
    for (const close of [
      (picker: PickerHarness) => picker.click('Close'),
      (picker: PickerHarness) => picker.press('Escape'),
      (picker: PickerHarness) => picker.pressBeside(),
    ]) {
      const picker = await open();
      await close(picker);
      expect(await picker.isOpen()).toBe(false);
    }
    expect(told).toEqual(['closed', 'closed', 'closed']);
  });
});
