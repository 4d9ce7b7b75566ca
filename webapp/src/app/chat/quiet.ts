/** The time of each day in which nobody wants to be called, as clocks show it: `22:00` to `07:00`. */
export interface Quiet {
  readonly from: string;
  readonly to: string;
}

/** The note that keeps it. */
export const QUIET = 'quiet';

const HOURS = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/;

/** The quiet hours that a note tells, if it tells some. */
export function quietOf(note: string | undefined): Quiet | undefined {
  const [, from, to] = HOURS.exec(note ?? '') ?? [];
  return from && to ? { from, to } : undefined;
}

/** The note that tells these hours; none, where one of them is missing or they are no time at all. */
export function quietNote(from: string, to: string): string | undefined {
  const note = `${from}-${to}`;
  return from !== to && HOURS.test(note) ? note : undefined;
}

/** Whether it is quiet at this moment; hours that begin later than they end go over midnight. */
export function isQuiet(quiet: Quiet | undefined, now: Date): boolean {
  if (!quiet) {
    return false;
  }
  const { from, to } = quiet;
  const clock = [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return from < to ? clock >= from && clock < to : clock >= from || clock < to;
}
