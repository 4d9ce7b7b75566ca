import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { manualChangeDetection } from '@angular/cdk/testing';
import { TestBed } from '@angular/core/testing';
import { ServerMessage } from 'parley-client/message/message';
import { apply } from 'parley-client/state/apply';
import { Place } from 'parley-client/state/place';
import { EMPTY, roomAt } from 'parley-client/state/state';
import { OPTION } from '../../testing/choosing.harness';
import { ComposerHarness } from '../../testing/composer.harness';
import { english } from '../../testing/english';
import { FakeBrowser } from '../../testing/fake-browser';
import { FakeWorld } from '../../testing/fake-line';
import { FakeScreen } from '../../testing/fake-screen';
import { AT, publicRoom, reset, welcome } from '../../testing/frames';
import { IN_ENGLISH } from '../../testing/in-english';
import { BROWSER, WORLD } from '../chat/world';
import { Composer } from './composer';

const ROOMS = [publicRoom('lobby'), publicRoom('tea'), publicRoom('teapots')];
const HEARD: readonly ServerMessage[] = [
  welcome(...ROOMS),
  ...ROOMS.map((room) => reset(room)),
  { type: 'person', id: 'p_bea', name: 'bea', guest: true },
];
const STATE = HEARD.reduce((state, message) => apply(state, message, AT), EMPTY);

describe('the composer', () => {
  const screen = FakeScreen.forEach();
  let given: ReturnType<typeof usual>;
  let said: string[];
  let told: string[];
  let composer: ComposerHarness;
  /** Lets come what is loaded only when it is needed. */
  let loaded: () => Promise<void>;

  const usual = () => ({
    place: signal<Place>('#tea'),
    label: signal('#tea'),
    draft: signal(''),
    limit: signal(0),
    isFull: signal(false),
    isFleeting: signal(false),
    isReply: signal(false),
    known: signal(() => ({ state: STATE, room: roomAt(STATE, '#tea'), words: english })),
    take: signal((text: string): string | undefined => {
      said.push(text);
      return undefined;
    }),
  });

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        ...IN_ENGLISH,
        { provide: WORLD, useValue: new FakeWorld() },
        { provide: BROWSER, useValue: new FakeBrowser().open() },
      ],
    });
    [given, said, told] = [usual(), [], []];
    const fixture = TestBed.createComponent(Composer, {
      bindings: [
        ...Object.entries(given).map(([name, value]) => inputBinding(name, value)),
        outputBinding<string>('written', (text) => told.push(`written: ${text}`)),
        outputBinding('rested', () => told.push('rested')),
        outputBinding('editLast', () => told.push('edit the last')),
      ],
    });
    composer = await TestbedHarnessEnvironment.harnessForFixture(fixture, ComposerHarness);
    loaded = async () => {
      await vi.dynamicImportSettled();
      await fixture.whenStable();
    };
  });

  it('says with Enter what was written, and is empty then', async () => {
    await composer.write('hello');
    await composer.press('Enter');
    expect(said).toEqual(['hello']);
    expect(await composer.text()).toBe('');
    await composer.press('Enter');
    expect(said).toEqual(['hello']);
  });

  it('says it by its button, with the focus back in the field', async () => {
    await composer.write('hello');
    await composer.click('Send');
    expect(said).toEqual(['hello']);
    expect(await composer.focused()).toBe('');
    await composer.type('and');
    expect(await composer.text()).toBe('and');
  });

  it('begins a new line with Shift and Enter', async () => {
    await composer.write('one');
    await composer.press('Enter', { shiftKey: true });
    await composer.type('two');
    expect(await composer.text()).toBe('one\ntwo');
    expect(said).toEqual([]);
  });

  it('begins a new line with Enter in a fence of code, and says it with Ctrl', async () => {
    await composer.write('```\nx');
    await composer.press('Enter');
    expect(await composer.text()).toBe('```\nx\n');
    await composer.press('Enter', { ctrlKey: true });
    expect(said).toEqual(['```\nx\n']);
  });

  it('begins a new line with the Enter of a screen, whose way to say it is the button', async () => {
    screen.isTouched = true;
    await composer.write('one');
    await composer.press('Enter');
    expect(await composer.text()).toBe('one\n');
    await composer.click('Send');
    expect(said).toEqual(['one\n']);
  });

  it('says nothing that is only blanks', async () => {
    await composer.write('  ');
    expect(await composer.isSayable()).toBe(false);
    await composer.press('Enter');
    expect(said).toEqual([]);
  });

  it('says nothing while an input method makes a word', async () => {
    await composer.write('か');
    await composer.press('Enter', { isComposing: true });
    expect(said).toEqual([]);
  });

  it('keeps what can’t be done, and says why until one writes on', async () => {
    given.take.set(() => 'There is no such command.');
    await composer.write('/dance');
    await composer.press('Enter');
    expect(await composer.obstacle()).toBe('There is no such command.');
    expect(await composer.text()).toBe('/dance');
    await composer.type('s');
    expect(await composer.obstacle()).toBeUndefined();
  });

  it('says nothing at another place of what could not be done here', async () => {
    given.take.set(() => 'There is no such command.');
    await composer.write('/dance');
    await composer.press('Enter');
    given.place.set('#lobby');
    expect(await composer.obstacle()).toBeUndefined();
  });

  it('counts down near the limit', async () => {
    given.limit.set(202);
    await composer.write('ab');
    expect(await composer.left()).toBe('');
    await composer.type('🎉');
    expect(await composer.left()).toBe('199 left');
  });

  it('says how much is too much, and does not say that', async () => {
    given.limit.set(2);
    await composer.write('abc');
    expect(await composer.left()).toBe('1 too many');
    expect([await composer.isInvalid(), await composer.isSayable()]).toEqual([true, false]);
    await composer.press('Enter');
    expect(said).toEqual([]);
    expect(await composer.text()).toBe('abc');
    await composer.press('Backspace');
    expect([await composer.isInvalid(), await composer.isSayable()]).toEqual([false, true]);
  });

  it('says nothing more while too much is waiting', async () => {
    given.isFull.set(true);
    await composer.write('hello');
    await composer.press('Enter');
    expect(await composer.left()).toBe('Too much is waiting to be sent');
    expect(said).toEqual([]);
    expect(await composer.text()).toBe('hello');
  });

  it('warns where the browser keeps nothing', async () => {
    expect(await composer.texts('.fleeting')).toEqual([]);
    given.isFleeting.set(true);
    expect(await composer.texts('.fleeting')).toEqual([english.composer.fleeting]);
  });

  it('is called by where one writes', async () => {
    expect(await composer.name()).toBe('Message to #tea');
    given.isReply.set(true);
    expect(await composer.name()).toBe('Reply in this thread');
  });

  it('leads to what one has said last by the key up, as long as it is empty', async () => {
    await composer.focus();
    await composer.press('ArrowUp');
    expect(told).toEqual(['edit the last']);
    await composer.type('x');
    await composer.press('ArrowUp');
    expect(told.filter((word) => word === 'edit the last')).toHaveLength(1);
  });

  it('tells what is begun, and when one rests', async () => {
    await composer.write('hi');
    await composer.press('Enter');
    await composer.leave();
    expect(told).toEqual(['written: h', 'written: hi', 'written: ', 'rested']);
  });

  it('shows what is begun at each place', async () => {
    await composer.write('tea');
    given.place.set('#lobby');
    given.draft.set('begun in the lobby');
    expect(await composer.text()).toBe('begun in the lobby');
    given.place.set('#tea');
    given.draft.set('tea');
    expect(await composer.text()).toBe('tea');
  });

  it('neither shows nor keeps at another place a letter that was typed in the moment of going there', async () => {
    await composer.focus();
    await manualChangeDetection(async () => {
      await composer.type('x');
      given.place.set('#lobby');
      given.draft.set('');
    });
    expect(await composer.text()).toBe('');
    await composer.type('y');
    expect(told.at(-1)).toBe('written: y');
  });

  it.each([
    ['b', '**'],
    ['i', '*'],
  ])('puts what is marked between signs with Ctrl and %s', async (key, sign) => {
    await composer.write('good tea');
    await composer.mark('tea');
    await composer.press(key, { ctrlKey: true });
    expect(await composer.text()).toBe(`good ${sign}tea${sign}`);
    expect(await composer.marked()).toBe('tea');
  });

  it('makes a link of words over which an address is pasted', async () => {
    await composer.write('good tea');
    await composer.mark('tea');
    await composer.paste('https://tea.example/');
    expect(await composer.text()).toBe('good [tea](https://tea.example/)');
  });

  it('leaves it to the browser to paste anything else', async () => {
    await composer.write('good tea');
    await composer.mark('tea');
    await composer.paste('coffee');
    expect(await composer.text()).toBe('good tea');
  });

  it('writes an emoji that was chosen where the cursor is', async () => {
    await composer.write('hooray !');
    await composer.mark('!');
    await composer.click('Emoji');
    await loaded();
    await composer.choose('grinning face');
    expect(await composer.text()).toBe('hooray 😀');
  });

  describe('offers', () => {
    const begin = async (text: string) => {
      await composer.write(text);
      await loaded();
    };

    it.each([
      ['@', ['bob', 'bea', 'here']],
      ['#', ['#lobby', '#tea', '#teapots']],
      ['/to', ['/topic']],
      ['so :partyi', [':partying_face:']],
    ])('what may be meant by %s', async (text, offers) => {
      await begin(text);
      expect(await composer.options()).toEqual(offers);
      expect(await composer.suggestions()).toBe(english.composer.suggested(offers.length));
    });

    it('the first one to Enter, which then says nothing', async () => {
      await begin('ask @b');
      expect(await composer.chosen()).toBe('bob');
      await composer.press('Enter');
      expect(await composer.text()).toBe('ask @bob ');
      expect(await composer.options()).toEqual([]);
      expect(said).toEqual([]);
      await composer.press('Enter');
      expect(said).toEqual(['ask @bob ']);
    });

    it('another one to Tab, by the arrow keys, round and round', async () => {
      await begin('@b');
      await composer.press('ArrowDown');
      expect(await composer.chosen()).toBe('bea');
      await composer.press('ArrowDown');
      expect(await composer.chosen()).toBe('bob');
      await composer.press('ArrowUp');
      await composer.press('Tab');
      expect(await composer.text()).toBe('@bea ');
    });

    it('nothing any more for a word after Escape, which goes no further', async () => {
      const heard = vi.fn();
      document.addEventListener('keydown', heard);
      await begin('@b');
      heard.mockClear();
      await composer.press('Escape');
      expect(await composer.options()).toEqual([]);
      expect(heard).not.toHaveBeenCalled();
      expect(await composer.text()).toBe('@b');
      await composer.press('Escape');
      expect(heard).toHaveBeenCalledOnce();
      await composer.type(' @b');
      expect(await composer.options()).toEqual(['bob', 'bea']);
      document.removeEventListener('keydown', heard);
    });

    it('what the pointer is on, and writes what is pressed', async () => {
      await begin('@b');
      await composer.point('bea', OPTION);
      expect(await composer.chosen()).toBe('bea');
      await composer.click('bea', OPTION);
      expect(await composer.text()).toBe('@bea ');
    });

    it('none of them to Enter where the word may be meant as it stands', async () => {
      await begin('#tea');
      expect(await composer.options()).toEqual(['#tea', '#teapots']);
      expect(await composer.chosen()).toBeUndefined();
      await composer.press('Enter');
      expect(said).toEqual(['#tea']);
    });

    it('an emoji to the colon that ends its name', async () => {
      await begin(':tada');
      await composer.press(':');
      expect(await composer.text()).toBe('🎉 ');
    });

    it('nothing where something is marked', async () => {
      await begin('@b');
      await composer.mark('b');
      expect(await composer.options()).toEqual([]);
    });

    it('nothing once one has gone elsewhere', async () => {
      await begin('@b');
      await composer.leave();
      expect(await composer.options()).toEqual([]);
    });
  });
});
