import { signal } from '@angular/core';
import { Choice } from './choice';

describe('Choice', () => {
  const options = signal<readonly string[]>([]);
  const typed = signal('');
  let taken: string[];
  let choice: Choice<string>;

  beforeEach(() => {
    options.set(['tea', 'coffee', 'milk']);
    typed.set('');
    taken = [];
    choice = new Choice(options, typed, (option) => taken.push(option));
  });

  function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...init });
    choice.pressed(event);
    return event;
  }

  it('goes down and up, round and round, and keeps these keys from the browser', () => {
    expect(press('ArrowUp').defaultPrevented).toBe(true);
    expect(choice.at()).toBe(2);
    press('ArrowDown');
    press('ArrowDown');
    expect(choice.at()).toBe(1);
  });

  it('takes what is marked with Enter', () => {
    press('ArrowDown');
    press('Enter');
    expect(taken).toEqual(['coffee']);
  });

  it('marks the first again when something else was typed', () => {
    press('ArrowDown');
    typed.set('m');
    expect(choice.at()).toBe(0);
  });

  it('leaves keys alone with which a word is being made, or that mean nothing here', () => {
    press('Enter', { isComposing: true });
    expect(press('ArrowDown', { isComposing: true }).defaultPrevented).toBe(false);
    expect(choice.pressed(new KeyboardEvent('keydown', { key: 'a' }))).toBe(false);
    expect([taken, choice.at()]).toEqual([[], 0]);
  });

  it('has nothing to do with an empty list', () => {
    options.set([]);
    press('Enter');
    expect(press('ArrowDown').defaultPrevented).toBe(false);
    expect([taken, choice.at()]).toEqual([[], 0]);
  });
});
