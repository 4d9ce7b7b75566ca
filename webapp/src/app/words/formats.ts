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

/**
 * The formats of a language.
 *
 * @param language whose words stand beside them
 * @param region the same language, as it is used where the reader is: it says how dates are written
 */
export function formatsOf(language: string, region: string): Formats {
  const number = new Intl.NumberFormat(language);
  const list = new Intl.ListFormat(language);
  const collator = new Intl.Collator(language);
  const time = new Intl.DateTimeFormat(region, { timeStyle: 'short' });
  const moment = new Intl.DateTimeFormat(region, { dateStyle: 'full', timeStyle: 'medium' });
  const day = new Intl.DateTimeFormat(region, { weekday: 'long', day: 'numeric', month: 'long' });
  const shortDay = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short' });
  const dayAndYear = new Intl.DateTimeFormat(region, { dateStyle: 'full' });
  return {
    number: (value) => number.format(value),
    upTo99: (value) => (value > 99 ? `${number.format(99)}+` : number.format(value)),
    list: (names) => list.format(names),
    time: (at) => time.format(at),
    moment: (at) => moment.format(at),
    day: (at) => day.format(at),
    shortDay: (at) => shortDay.format(at),
    dayAndYear: (at) => dayAndYear.format(at),
    compare: (a, b) => collator.compare(a, b),
  };
}
