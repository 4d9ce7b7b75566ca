import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { ABUSE, SIGNED_OUT } from 'parley-client/socket/come-back';
import { Reason } from 'parley-client/message/message';
import { Link } from 'parley-client/socket/socket';
import { Complaint } from 'parley-client/state/state';
import { nameRefusalText, refusalText } from '../words/refusal';
import { WORDS } from '../words/speech';
import { Words } from '../words/words';

/** One sentence above the timeline. */
export interface Saying {
  readonly text: string;
  /** How bad it is: for the people who run the server, passing by itself, or in the way of talking. */
  readonly tone: 'note' | 'passing' | 'wrong';
  /** What can be done about it: connect now, or again, or have done with it. */
  readonly action?: 'now' | 'again' | 'seen';
}

const ENDED: Readonly<Record<number, 'unreadable' | 'notText' | 'tooBig' | 'signedOut'>> = {
  1003: 'unreadable',
  1007: 'notText',
  1009: 'tooBig',
  [SIGNED_OUT]: 'signedOut',
};

/** What to say of the connection: nothing, while it stands or is only just being made. */
export function sayingOf(link: Link, ready: boolean, whyClosed: Reason | undefined, words: Words): Saying | undefined {
  const { banner } = words;
  if (ready || link.is === 'idle') {
    return undefined;
  }
  if (link.is === 'ended') {
    return { text: banner[ENDED[link.code] ?? 'closed'], tone: 'wrong', action: 'again' };
  }
  if (whyClosed) {
    return { text: refusalText(whyClosed, words), tone: 'wrong', action: 'now' };
  }
  if (link.is === 'waiting' && link.code === ABUSE) {
    return { text: banner.paused, tone: 'passing' };
  }
  if (link.is === 'open') {
    return undefined;
  }
  if (link.failures > 2) {
    return { text: banner.kept, tone: 'wrong', action: 'now' };
  }
  return link.failures > 0 ? { text: banner.lost, tone: 'passing' } : undefined;
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
    case 'renamed':
      return banner.renamed(complaint.name, nameRefusalText(complaint.why, words));
  }
}

/** Says in words what is the matter. */
@Component({
  selector: 'parley-banner',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    @if (saying(); as now) {
      <p [attr.data-tone]="now.tone">
        <span>{{ now.text }}</span>
        @if (now.action) {
          <button type="button" (click)="act.emit()">{{ words().banner[now.action] }}</button>
        }
      </p>
    }
  `,
})
export class Banner {
  protected readonly words = inject(WORDS);
  readonly saying = input<Saying>();
  readonly act = output();
}
