import { Place } from '../state/place';
import { Change, queueOf, Rows, unclaimed, Unsent } from './unsent';

/**
 * Which tab sends what. All tabs of a person see the same rows, and each of them may send: a claim says that one does.
 *
 * ## Why a claim runs out
 * A tab can die at any moment, and nobody is told. So a claim holds for `LEASE`, and who still sees to the row renews
 * it; after that any other tab may take it over. A tab that only slept may wake up and send what another has taken
 * over. That does no harm, for it is sent under the same ref, which the server stores once.
 */
export interface Claim {
  /** The tab's own random name. */
  readonly tab: string;
  /** When it runs out, in milliseconds since 1970. */
  readonly until: number;
}

/** How long a claim holds (ms): an orphan waits no longer. */
export const LEASE = 4_000;
/** A claim is renewed when it is this old (ms), and looked after as often. */
export const RENEWAL = 1_000;
/** However quiet it is, a tab looks after so long (ms): what another tab tells may get lost when it dies. */
export const LOOK = 5_000;

/** Who would send, and what they can. */
export interface Claimant {
  readonly tab: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether what is said there can be sent now. */
  isOpen(place: Place): boolean;
}

/**
 * Claims what this tab may send now: of each place the first that waits, if no tab sees to another one of that place.
 * Only one is on its way at a time, so that none overtakes another, whatever the server refuses meanwhile.
 */
export function claimed({ tab, now, isOpen }: Claimant): Change {
  return (rows) => {
    const taken = new Set(rows.filter(({ claim }) => isLive(claim, now) || claim?.tab === tab).map(queueOf));
    const claims = rows.map((row) => {
      if (row.claim?.tab === tab) {
        return isFresh(row.claim, now) ? row : claimedBy(tab, now, row);
      }
      if (row.refusal || taken.has(queueOf(row)) || !isOpen(row.place)) {
        return row;
      }
      taken.add(queueOf(row));
      return claimedBy(tab, now, row);
    });
    return claims.some((row, i) => row !== rows[i]) ? claims : rows;
  };
}

/** This tab sees to nothing any more. */
export function released(tab: string): Change {
  return (rows) =>
    rows.some(({ claim }) => claim?.tab === tab)
      ? rows.map((row) => (row.claim?.tab === tab ? unclaimed(row) : row))
      : rows;
}

/** In how many milliseconds this tab has to look at the rows again, though nobody tells it to. */
export function nextLook(rows: Rows, tab: string, now: number): number {
  const due = rows.flatMap(({ claim }) => {
    if (claim?.tab === tab) {
      return [RENEWAL];
    }
    return claim && isLive(claim, now) ? [claim.until - now] : [];
  });
  return Math.min(LOOK, ...due);
}

function claimedBy(tab: string, now: number, row: Unsent): Unsent {
  return { ...row, claim: { tab, until: now + LEASE } };
}

/** A claim that seems to hold for longer than any is from before the clock was put back. */
function isLive(claim: Claim | undefined, now: number): boolean {
  return claim !== undefined && claim.until > now && claim.until <= now + LEASE;
}

function isFresh({ until }: Claim, now: number): boolean {
  return until > now + LEASE - RENEWAL && until <= now + LEASE;
}
