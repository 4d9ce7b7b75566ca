import { Words } from '../words/words';

/** What keys are called that have no letter. */
type Keys = Words['keys'];

/** What a key can have the page do. */
export type Command = 'switch' | 'previous' | 'next' | 'previousUnread' | 'nextUnread' | 'read' | 'settings' | 'sheet';

/** Keys that are pressed together. */
export interface Chord {
  /** As browsers call it; a letter is lower-case. */
  readonly key: string;
  /** With Ctrl, or ⌘ on an Apple keyboard. */
  readonly control?: true;
  readonly alt?: true;
  /** Not asked for where the key is a sign, which may need it. */
  readonly shift?: true;
}

/** Keys that have the page do something. */
export interface Shortcut {
  readonly command: Command;
  readonly chords: readonly Chord[];
}

/** All shortcuts of the page: who presses them and who reads of them is told by this table alone. */
export const SHORTCUTS: readonly Shortcut[] = [
  { command: 'switch', chords: [{ key: 'k', control: true }] },
  { command: 'previous', chords: [{ key: 'ArrowUp', alt: true }] },
  { command: 'next', chords: [{ key: 'ArrowDown', alt: true }] },
  {
    command: 'previousUnread',
    chords: [{ key: 'ArrowUp', alt: true, shift: true }],
  },
  {
    command: 'nextUnread',
    chords: [{ key: 'ArrowDown', alt: true, shift: true }],
  },
  { command: 'read', chords: [{ key: 'Escape' }] },
  { command: 'settings', chords: [{ key: ',', control: true }] },
  { command: 'sheet', chords: [{ key: '?' }, { key: '/', control: true }] },
];

/** What of a keyboard event tells which keys were pressed. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'defaultPrevented'
>;

/** Who presses keys, and where. */
export interface Typist {
  readonly isApple: boolean;
  /** In a field, where signs are text. */
  readonly isTyping: boolean;
}

/** What these keys have the page do, if it is something, and nobody else has seen to them. */
export function commandOf(press: Press, typist: Typist): Command | undefined {
  return press.isComposing || press.defaultPrevented
    ? undefined
    : SHORTCUTS.find(({ chords }) => chords.some((chord) => isPressed(chord, press, typist)))?.command;
}

function isPressed({ key, control, alt, shift }: Chord, press: Press, { isApple, isTyping }: Typist): boolean {
  const isSign = /^\W$/.test(key);
  const held = isApple ? press.metaKey : press.ctrlKey;
  const other = isApple ? press.ctrlKey : press.metaKey;
  return (
    keyOf(press) === key &&
    held === !!control &&
    !other &&
    press.altKey === !!alt &&
    (isSign || press.shiftKey === !!shift) &&
    !(isTyping && isSign && !control)
  );
}

/** The letter where it stands on a Latin keyboard, if the own one has another there. */
function keyOf({ key, code }: Press): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return (letter && !/^[a-z]$/i.test(key) ? letter : key).replace(/^[A-Z]$/, (capital) => capital.toLowerCase());
}

/** What stands on these keys. */
export function capsOf({ key, control, alt, shift }: Chord, isApple: boolean, keys: Keys): readonly string[] {
  return [
    ...(control ? [isApple ? '⌘' : keys.control] : []),
    ...(alt ? [isApple ? '⌥' : keys.alt] : []),
    ...(shift ? [isApple ? '⇧' : keys.shift] : []),
    { ArrowUp: '↑', ArrowDown: '↓', Escape: keys.escape }[key] ?? key.toUpperCase(),
  ];
}

/** What stands on the keys for a command. */
export function capsFor(command: Command, isApple: boolean, keys: Keys): readonly string[] {
  return SHORTCUTS.filter((shortcut) => shortcut.command === command).flatMap(({ chords }) =>
    chords.slice(0, 1).flatMap((chord) => capsOf(chord, isApple, keys)),
  );
}

/** Whether the keyboard is one of Apple's, whose ⌘ is what others' Ctrl is. */
export function isApple(window: Pick<Window, 'navigator'> | null): boolean {
  return /^(Mac|iP)/.test(window?.navigator.platform ?? '');
}
