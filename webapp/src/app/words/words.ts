import { Formats, formatsOf } from './formats';
import { First, Language, Later } from './languages';

/** What the page says from the start, and how it writes numbers, lists and times. */
export type Words = First &
  Formats & {
    /** What its parts say that are loaded later, as far as that is known by now. */
    readonly rest: () => Partial<Later>;
  };

/** With what its parts say that are loaded later. */
export type AllWords = Words & Later;

/** The words of a language, as it is used in a region. */
export function wordsOf(
  catalogue: First & Partial<Later>,
  { form }: Language,
  region: string,
  rest: () => Partial<Later> = () => catalogue,
): Words {
  return { ...catalogue, ...formatsOf(form, region), rest };
}

/** The names in a sentence, and how many more there are: "ann", "ann and bob", "ann, bob and 3 others". */
export function enumerated(names: readonly string[], unnamed: number, { list, common }: Words): string {
  if (names.length <= 3 && !unnamed) {
    return list(names);
  }
  const shown = names.slice(0, 2);
  return list([...shown, common.others(names.length - shown.length + unnamed)]);
}

/** A day as people say it, seen from a moment. */
export function dayName(day: Date, now: Date, words: Words): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (day.toDateString() === now.toDateString()) {
    return words.common.today;
  }
  if (day.toDateString() === yesterday.toDateString()) {
    return words.common.yesterday;
  }
  return day.getFullYear() === now.getFullYear() ? words.day(day) : words.dayAndYear(day);
}

/** A moment in few words: the time of today, the day of all others. */
export function momentName(at: Date, now: Date, words: Words): string {
  if (at.toDateString() === now.toDateString()) {
    return words.time(at);
  }
  return at.getFullYear() === now.getFullYear() ? words.shortDay(at) : words.dayAndYear(at);
}
