import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, signal, twoWayBinding } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Place } from 'parley-client/state/place';
import { OPTION } from '../../testing/choosing.harness';
import { FakeScreen } from '../../testing/fake-screen';
import { ANN, BOB } from '../../testing/frames';
import { IN_ENGLISH } from '../../testing/in-english';
import { PeoplePickerHarness } from '../../testing/people-picker.harness';
import { PeoplePicker } from './people-picker';

const BEA = { id: 'p_bea', name: 'Bea', guest: false };

describe('the picker of people', () => {
  FakeScreen.forEach();
  const chosen = signal<readonly Place[]>([]);
  let fixture: ComponentFixture<PeoplePicker>;
  let picker: PeoplePickerHarness;

  /** Presses a key; what those hear of it who stand around the picker. */
  const heardOf = async (key: string): Promise<'nothing' | 'that it is done' | 'the key'> => {
    let heard: 'nothing' | 'that it is done' | 'the key' = 'nothing';
    const listen = ({ defaultPrevented }: Event) => {
      heard = defaultPrevented ? 'that it is done' : 'the key';
    };
    document.addEventListener('keydown', listen);
    await picker.press(key);
    document.removeEventListener('keydown', listen);
    return heard;
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: IN_ENGLISH });
    chosen.set([]);
    fixture = TestBed.createComponent(PeoplePicker, {
      bindings: [
        inputBinding('people', signal([ANN, BOB, BEA])),
        inputBinding('label', signal('With whom?')),
        twoWayBinding('chosen', chosen),
      ],
    });
    picker = await TestbedHarnessEnvironment.harnessForFixture(fixture, PeoplePickerHarness);
    await picker.focus();
  });

  it('offers nobody before one types', async () => {
    expect(await picker.options()).toEqual([]);
    expect(await picker.attribute('aria-expanded')).toBe('false');
  });

  it('takes with Enter the one who is marked, and can go on', async () => {
    await picker.type('b');
    expect(await picker.options()).toEqual(['bob', 'Bea', 'b']);
    expect(await picker.chosen()).toBe('bob');
    expect(await heardOf('Enter')).toBe('that it is done');
    expect(await picker.people()).toEqual(['bob']);
    expect(await picker.text()).toBe('');
    await picker.type('bea');
    await picker.press('Enter');
    expect(chosen()).toEqual(['@bob', '@Bea']);
  });

  it('marks another one by the arrow keys, round and round', async () => {
    await picker.type('b');
    await picker.press('ArrowUp');
    expect(await picker.chosen()).toBe('b');
    await picker.press('ArrowDown');
    await picker.press('ArrowDown');
    expect(await picker.chosen()).toBe('Bea');
    await picker.press('Enter');
    expect(chosen()).toEqual(['@Bea']);
  });

  it('takes who is pressed, with the focus back where one types', async () => {
    await picker.type('b');
    await picker.point('Bea', OPTION);
    expect(await picker.chosen()).toBe('Bea');
    await picker.click('Bea', OPTION);
    expect(chosen()).toEqual(['@Bea']);
    await picker.type('an');
    expect(await picker.text()).toBe('an');
  });

  it('takes somebody of whom it knows only a name', async () => {
    await picker.type('@zed');
    expect(await picker.options()).toEqual(['zed']);
    expect(await picker.asides()).toEqual(['somebody of this name']);
    await picker.press('Enter');
    expect(chosen()).toEqual(['@zed']);
  });

  it('offers nobody twice', async () => {
    chosen.set(['@bob']);
    await picker.type('b');
    expect(await picker.options()).toEqual(['Bea', 'b']);
  });

  it('takes out who is pressed, with the focus back where one types', async () => {
    chosen.set(['@bob', '@Bea']);
    await picker.click('Take out bob');
    expect(chosen()).toEqual(['@Bea']);
    await picker.type('bob');
    expect(await picker.text()).toBe('bob');
  });

  it('gives the last one back with Backspace, where there is no letter to take away', async () => {
    chosen.set(['@bob', '@Bea']);
    await picker.type('a');
    await picker.press('Backspace');
    expect(await picker.people()).toEqual(['bob', 'Bea']);
    await picker.press('Backspace');
    expect(await picker.people()).toEqual(['bob']);
  });

  it('takes away with Escape what is typed, and then leaves the key to the dialog', async () => {
    await picker.type('bo');
    expect(await heardOf('Escape')).toBe('nothing');
    expect(await picker.text()).toBe('');
    expect(await picker.options()).toEqual([]);
    expect(await heardOf('Escape')).toBe('the key');
  });

  it('leaves Enter to the form where nobody is offered', async () => {
    expect(await heardOf('Enter')).toBe('the key');
  });

  it('takes who is named in full in the end, though nobody pressed Enter', async () => {
    await picker.type('BOB');
    expect(fixture.componentInstance.settle()).toEqual(['@bob']);
    expect(await picker.people()).toEqual(['bob']);
    expect(await picker.text()).toBe('');
  });
});
