import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { ABUSE, SIGNED_OUT } from 'parley-client/socket/come-back';
import { Link } from 'parley-client/socket/socket';

/** One sentence above the timeline. */
export interface Words {
  readonly text: string;
  /** How bad it is: for the people who run the server, passing by itself, or in the way of talking. */
  readonly tone: 'note' | 'passing' | 'wrong';
  /** What can be done about it. */
  readonly action?: 'Try now' | 'Connect again' | 'OK';
}

const ENDED: Readonly<Record<number, string>> = {
  1003: 'The server closed the connection: it was sent something that it can’t read.',
  1007: 'The server closed the connection: it was sent text that it can’t read.',
  1009: 'The server closed the connection: a message was too big for it.',
  [SIGNED_OUT]: 'You have signed out.',
};

/** What to say of the connection: nothing, while it stands or is only just being made. */
export function wordsFor(link: Link, ready: boolean, whyClosed: string | undefined): Words | undefined {
  if (ready || link.is === 'idle') {
    return undefined;
  }
  if (link.is === 'ended') {
    const text = ENDED[link.code] ?? 'The server closed the connection.';
    return { text, tone: 'wrong', action: 'Connect again' };
  }
  if (whyClosed) {
    return { text: whyClosed, tone: 'wrong', action: 'Try now' };
  }
  if (link.is === 'waiting' && link.code === ABUSE) {
    return { text: 'The server asked this page to pause. It will be back within a minute.', tone: 'passing' };
  }
  if (link.is === 'open') {
    return undefined;
  }
  if (link.failures > 2) {
    const text = 'No connection. What you write is kept, and sent once the server answers.';
    return { text, tone: 'wrong', action: 'Try now' };
  }
  return link.failures > 0 ? { text: 'Connection lost. Reconnecting…', tone: 'passing' } : undefined;
}

/** Says in words what is the matter. */
@Component({
  selector: 'parley-banner',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    @if (words(); as now) {
      <p [attr.data-tone]="now.tone">
        <span>{{ now.text }}</span>
        @if (now.action) {
          <button type="button" (click)="act.emit()">{{ now.action }}</button>
        }
      </p>
    }
  `,
})
export class Banner {
  readonly words = input<Words>();
  readonly act = output();
}
