import { Door } from './doors';
import { isConversation } from './sections';

/** What waits for somebody behind all doors. */
export interface Calls {
  /** Messages that name them, or are said to them alone. */
  readonly toMe: number;
  /** Whether there is anything new besides. */
  readonly isMore: boolean;
}

/** What waits behind these doors; behind a muted one, only what names this person. */
export function callsOf(doors: readonly Door[]): Calls {
  const toMe = doors.reduce((sum, door) => sum + callsAt(door), 0);
  return { toMe, isMore: doors.some((door) => door.badge > callsAt(door)) };
}

function callsAt(door: Door): number {
  return isConversation(door) ? door.badge : door.mentions;
}

/** The title of a page where this is called so, and so much waits elsewhere. */
export function pageTitle(called: string, { toMe, isMore }: Calls): string {
  return `${toMe ? `(${toMe > 99 ? '99+' : toMe}) ` : isMore ? '• ' : ''}${called} – Parley`;
}
