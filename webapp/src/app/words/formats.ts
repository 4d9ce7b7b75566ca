/** How a language, as it is used somewhere, has numbers, lists, times and the order of names. */
export interface Formats {
  number(value: number): string;
  /** A number that is told only up to 99. */
  upTo99(value: number): string;
  /** The names in a row: "ann, bob and cem". */
  list(names: readonly string[]): string;
  /** The time of day. */
  time(at: Date): string;
  /** Everything there is to know of a moment. */
  moment(at: Date): string;
  /** A day of this year. */
  day(at: Date): string;
  /** A day of this year, in few words. */
  shortDay(at: Date): string;
  /** A day of any year. */
  dayAndYear(at: Date): string;
  /** Which of two names comes first. */
  compare(a: string, b: string): number;
}

/** Makes something when it is first needed: to make any of these takes a slow phone some ms. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/**
 * The formats of a language.
 *
 * @param language whose words stand beside them
 * @param region the same language, as it is used where the reader is: it says how dates are written
 */
export function formatsOf(language: string, region: string): Formats {
  const times = (options: Intl.DateTimeFormatOptions) => lazily(() => new Intl.DateTimeFormat(region, options));
  const number = lazily(() => new Intl.NumberFormat(language));
  const list = lazily(() => new Intl.ListFormat(language));
  const collator = lazily(() => new Intl.Collator(language));
  const time = times({ timeStyle: 'short' });
  const moment = times({ dateStyle: 'full', timeStyle: 'medium' });
  const day = times({ weekday: 'long', day: 'numeric', month: 'long' });
  const shortDay = times({ day: 'numeric', month: 'short' });
  const dayAndYear = times({ dateStyle: 'full' });
  return {
    number: (value) => number().format(value),
    upTo99: (value) => (value > 99 ? `${number().format(99)}+` : number().format(value)),
    list: (names) => list().format(names),
    time: (at) => time().format(at),
    moment: (at) => moment().format(at),
    day: (at) => day().format(at),
    shortDay: (at) => shortDay().format(at),
    dayAndYear: (at) => dayAndYear().format(at),
    compare: (a, b) => collator().compare(a, b),
  };
}
