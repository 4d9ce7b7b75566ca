/** A name, or what somebody types, prepared to be compared. */
export interface Searchable {
  readonly whole: string;
  readonly words: readonly string[];
  readonly initials: string;
}

/** Prepares a name. */
export function searchable(name: string): Searchable {
  const whole = folded(name);
  const words = wordsOf(whole);
  return { whole, words, initials: words.map(([first]) => first).join('') };
}

/** A text without what people leave out when they are in a hurry: capitals and accents. */
export function folded(text: string): string {
  return text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** In how many ways something typed can be meant for a name. */
export const WAYS = 6;

/** The last way in which all that was typed stands together in the name. */
export const INSIDE = 4;

/** How near a name is to what was typed: 0 is the name itself; nothing, where it can't be meant. */
export function distance(typed: Searchable, name: Searchable): number | undefined {
  const way = [isWhole, isStart, beginsWords, beginsInitials, isInside, isScattered].findIndex((is) => is(typed, name));
  return way < 0 ? undefined : way;
}

function isWhole(typed: Searchable, { whole }: Searchable): boolean {
  return whole === typed.whole;
}

function isStart(typed: Searchable, { whole }: Searchable): boolean {
  return whole.startsWith(typed.whole);
}

/** Each word typed begins one of the name, in their order: "pi no" is for "north-pier-notes". */
function beginsWords({ words: parts }: Searchable, { words }: Searchable): boolean {
  let found = 0;
  for (const word of words) {
    const part = parts[found];
    if (part !== undefined && word.startsWith(part)) {
      found++;
    }
  }
  return parts.length > 0 && found === parts.length;
}

function beginsInitials(typed: Searchable, { initials }: Searchable): boolean {
  return typed.whole.length > 1 && initials.startsWith(typed.whole);
}

function isInside(typed: Searchable, { whole }: Searchable): boolean {
  return whole.includes(typed.whole);
}

/** All letters are there, in their order. */
function isScattered(typed: Searchable, { whole }: Searchable): boolean {
  let from = 0;
  for (const letter of typed.whole) {
    const at = whole.indexOf(letter, from);
    if (at < 0) {
      return false;
    }
    from = at + letter.length;
  }
  return true;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word);
}
