import { Reason } from 'parley-client/message/message';
import { Hold } from 'parley-client/session/sending';
import { BLOCKED, SIGN_IN } from 'parley-client/socket/check';
import { ABUSE, RESTARTING, SIGNED_OUT } from 'parley-client/socket/come-back';
import { Link } from 'parley-client/socket/socket';
import { Complaint } from 'parley-client/state/state';
import { nameRefusalText, refusalText } from '../words/refusal';
import { Words } from '../words/words';

/** One sentence above the timeline. */
export interface Saying {
  readonly text: string;
  /** How bad it is: for the people who run the server, passing by itself, or in the way of talking. */
  readonly tone: 'note' | 'passing' | 'wrong';
  /** What can be done about it: connect now, or again, sign in, open the page anew, or have done with it. */
  readonly action?: 'now' | 'again' | 'signIn' | 'reload' | 'seen';
  /** Whether it can wait. */
  readonly canWait?: true;
  /** When it goes on by itself, by the clock (ms). */
  readonly until?: number;
}

/** What is known of how things stand. */
export interface Standing {
  readonly link: Link;
  readonly ready: boolean;
  readonly whyClosed: Reason | undefined;
  readonly hold: Hold | undefined;
  /** Whether the browser knows of a network. */
  readonly isOnline: boolean;
  readonly complaint: Complaint | undefined;
  /** Whether the server has another version of the page. */
  readonly isOutdated: boolean;
}

/** After so many tries in a row that came to nothing it is more than a passing thing. */
const SEVERAL = 2;
/** A server that said that it comes again is given so many: ten seconds or so, as `comeBackDelay` has them. */
const SEVERAL_OF_RESTART = 5;

const ENDED: Readonly<Record<number, 'unreadable' | 'notText' | 'tooBig' | 'signedOut'>> = {
  1003: 'unreadable',
  1007: 'notText',
  1009: 'tooBig',
  [SIGNED_OUT]: 'signedOut',
};

const HELD: Readonly<Record<string, 'tooFast' | 'storageFull' | 'busy'>> = {
  slow_down: 'tooFast',
  storage_full: 'storageFull',
  busy: 'busy',
};

/** What to say of how things stand: nothing, while all is well, or the connection is only just being made. */
export function sayingOf(standing: Standing, words: Words): Saying | undefined {
  return standing.ready || standing.link.is === 'idle' ? ofPage(standing, words) : ofLink(standing, words);
}

/** What to say of something that belongs to nothing on the screen. */
export function complaintText(complaint: Complaint, words: Words): string {
  const { banner } = words;
  switch (complaint.is) {
    case 'refused':
      return refusalText(complaint, words);
    case 'removed': {
      const called = complaint.room.name ?? complaint.room.title;
      return called === undefined ? banner.turnedOutHere : banner.turnedOut(called);
    }
    case 'lost':
      return banner.lostMessage;
    case 'deleted':
      return banner.deletedMessage;
    case 'offline':
      return words.obstacles.offline;
    case 'renamed':
      return banner.renamed(complaint.name, nameRefusalText(complaint.why, words));
  }
}

function ofLink(standing: Standing, words: Words): Saying | undefined {
  const { link, whyClosed, complaint } = standing;
  const { banner } = words;
  if (complaint?.is === 'offline') {
    return { text: complaintText(complaint, words), tone: 'wrong', action: 'seen' };
  }
  if (link.is === 'ended') {
    return { text: banner[ENDED[link.code] ?? 'closed'], tone: 'wrong', action: 'again' };
  }
  if (whyClosed?.code === SIGN_IN) {
    return { text: banner.signedOff, tone: 'wrong', action: 'signIn' };
  }
  if (whyClosed && whyClosed.code !== BLOCKED) {
    return { text: refusalText(whyClosed, words), tone: 'wrong', action: 'now', ...untilOf(link) };
  }
  return ofLoss(standing, words);
}

/** What to say of a connection that is to come back by itself. */
function ofLoss({ link, whyClosed, isOnline }: Standing, { banner }: Words): Saying | undefined {
  if (link.is !== 'waiting' && link.is !== 'connecting') {
    return undefined;
  }
  if (link.code === ABUSE) {
    return { text: banner.paused, tone: 'passing', ...untilOf(link) };
  }
  if (link.failures > 0 && !isOnline) {
    return { text: banner.offline, tone: 'note', action: 'now' };
  }
  const isRestarting = link.code !== undefined && RESTARTING.includes(link.code);
  if (link.failures > (isRestarting ? SEVERAL_OF_RESTART : SEVERAL)) {
    return { text: whyClosed ? banner.blocked : banner.kept, tone: 'wrong', action: 'now', ...untilOf(link) };
  }
  return link.failures > 0 ? { text: isRestarting ? banner.restarting : banner.lost, tone: 'passing' } : undefined;
}

function untilOf(link: Link): { readonly until?: number } {
  return link.is === 'waiting' ? { until: link.until } : {};
}

function ofPage({ hold, complaint, isOutdated }: Standing, words: Words): Saying | undefined {
  const { banner } = words;
  const held = hold && HELD[hold.code];
  if (held) {
    return { text: banner[held], tone: 'passing', until: hold.until };
  }
  if (complaint) {
    return { text: complaintText(complaint, words), tone: 'wrong', action: 'seen' };
  }
  return isOutdated ? { text: banner.newVersion, tone: 'note', action: 'reload', canWait: true } : undefined;
}
