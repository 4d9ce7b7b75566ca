import { capsOf, commandOf, Press, SHORTCUTS, Typist } from './shortcuts';
import { english } from '../../testing/english';

const OTHERS: Typist = { isApple: false, isTyping: false };
const APPLE: Typist = { isApple: true, isTyping: false };
const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
});

describe('the shortcuts', () => {
  it('are told apart by exactly the keys that are held', () => {
    expect(commandOf(press('ArrowUp', { altKey: true }), OTHERS)).toBe('previous');
    expect(commandOf(press('ArrowUp', { altKey: true, shiftKey: true }), OTHERS)).toBe('previousUnread');
    expect(commandOf(press('ArrowUp'), OTHERS)).toBeUndefined();
    expect(commandOf(press('ArrowUp', { altKey: true, ctrlKey: true }), OTHERS)).toBeUndefined();
    expect(commandOf(press('K', { ctrlKey: true, shiftKey: true }), OTHERS)).toBeUndefined();
  });

  it('are held with ⌘ on an Apple keyboard, where Ctrl edits text', () => {
    expect(commandOf(press('k', { ctrlKey: true }), OTHERS)).toBe('switch');
    expect(commandOf(press('k', { metaKey: true }), OTHERS)).toBeUndefined();
    expect(commandOf(press('k', { metaKey: true }), APPLE)).toBe('switch');
    expect(commandOf(press('k', { ctrlKey: true }), APPLE)).toBeUndefined();
  });

  it('work with Caps Lock, and where another letter stands in the place', () => {
    expect(commandOf(press('K', { ctrlKey: true }), OTHERS)).toBe('switch');
    expect(commandOf(press('л', { ctrlKey: true, code: 'KeyK' }), OTHERS)).toBe('switch');
    expect(commandOf(press('t', { ctrlKey: true, code: 'KeyK' }), OTHERS)).toBeUndefined();
  });

  it('leave signs to the field where one writes, and to whoever has seen to them', () => {
    expect(commandOf(press('?', { shiftKey: true }), OTHERS)).toBe('sheet');
    expect(commandOf(press('?', { shiftKey: true }), { ...OTHERS, isTyping: true })).toBeUndefined();
    expect(commandOf(press('/', { ctrlKey: true }), { ...OTHERS, isTyping: true })).toBe('sheet');
    expect(commandOf(press('/', { ctrlKey: true, shiftKey: true }), OTHERS)).toBe('sheet');
    expect(commandOf(press('Escape', { defaultPrevented: true }), OTHERS)).toBeUndefined();
    expect(commandOf(press('Escape', { isComposing: true }), OTHERS)).toBeUndefined();
  });

  it('are each for one thing', () => {
    const chords = SHORTCUTS.flatMap((shortcut) =>
      shortcut.chords.map((chord) => capsOf(chord, false, english.keys).join()),
    );
    expect(new Set(chords).size).toBe(chords.length);
  });

  it('are written as they stand on the keys', () => {
    expect(capsOf({ key: 'ArrowUp', alt: true, shift: true }, false, english.keys)).toEqual(['Alt', 'Shift', '↑']);
    expect(capsOf({ key: 'k', control: true }, true, english.keys)).toEqual(['⌘', 'K']);
  });
});
