/** The first wait after a lost connection is up to this long (ms); each further one up to twice the one before. */
export const BASE = 500;
/** No wait is longer (ms), except where the server asks for it. */
export const CAP = 30_000;

/** The code after which neither a key press nor a page coming back cuts the wait short. */
export const ABUSE = 4008;

/** The code of a server that has too many connections from this address. */
export const CROWDED = 1013;

/** Where a server that was away seems to be back, the next try comes within this time (ms). */
export const SOON = 2_000;

/** The code after which nobody comes back as this person. */
export const SIGNED_OUT = 4004;

/** A connection that brought frames for this long (ms) was a good one: the next loss starts counting afresh. */
export const STEADY = 10_000;

/** The codes with which a server, or what stands before it, goes in order to come again. */
export const RESTARTING: readonly number[] = [1001, 1012];

/**
 * Why nobody is connected, after a try that never opened: of a server that went in order to come again that is still
 * the reason, as long as nobody answers.
 *
 * @param code what the try was closed with
 * @param before what the connection was closed with before it, if that is known
 */
export function reasonOf(code: number, before: number | undefined): number {
  return code === 1006 && before !== undefined && RESTARTING.includes(before) ? before : code;
}

/** When to come back after a close, in milliseconds: never, at a random moment between two, or by backing off. */
type Rule = 'never' | 'back-off' | readonly [from: number, to: number];

/** What docs/protocol.md §8 says of each code. Where it says "at once", a second time in a row backs off. */
const RULES: Readonly<Record<number, Rule>> = {
  1001: [0, 5_000],
  1003: 'never',
  1007: 'never',
  1009: 'never',
  1012: [0, 5_000],
  [CROWDED]: [60_000, 60_000],
  4000: [0, 0],
  4001: [0, 0],
  4002: [0, 0],
  4003: [1_000, 5_000],
  [SIGNED_OUT]: 'never',
  [ABUSE]: [60_000, 60_000],
};

/**
 * How long to wait before connecting again, in milliseconds, or `undefined` for not by itself.
 *
 * @param code what the connection was closed with; 1006 where it just broke or never opened
 * @param failures connections in a row that did not last
 * @param random from 0 up to, but not including, 1: the jitter that keeps a thousand clients from coming back at once
 */
export function comeBackDelay(code: number, failures: number, random: number): number | undefined {
  const rule = RULES[code] ?? 'back-off';
  if (rule === 'never') {
    return undefined;
  }
  const backOff = random * Math.min(CAP, BASE * 2 ** Math.max(0, failures - 1));
  if (rule === 'back-off') {
    return backOff;
  }
  const [from, to] = rule;
  const asked = from + random * (to - from);
  return failures > 0 ? Math.max(asked, backOff) : asked;
}
