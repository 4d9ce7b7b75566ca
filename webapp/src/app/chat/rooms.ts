import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, output } from '@angular/core';
import { Person, RoomId } from 'parley-client/message/message';
import { Icon } from '../page/icon';
import { Mark } from '../page/mark';
import { Avatar } from './avatar';
import { Door } from './doors';
import { nameTyped, Place } from 'parley-client/state/place';
import { capsFor, isApple } from './shortcuts';
import { Sign } from './sign';

/** A room that one may join, … */
export interface Invitation {
  readonly id: RoomId;
  readonly title: string;
  /** … and who asks one to. */
  readonly by: string;
}

/** The places that one knows, the way to others, and who one is. */
@Component({
  selector: 'parley-rooms',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Icon, Mark, Sign],
  templateUrl: './rooms.html',
})
export class Rooms {
  readonly rooms = input.required<readonly Door[]>();
  readonly conversations = input.required<readonly Door[]>();
  /** Rooms that one may join, with what they are called and the name of whoever asks one to. */
  readonly invitations = input<readonly Invitation[]>([]);
  readonly me = input<Person>();
  /** Somebody takes an invitation, … */
  readonly accept = output<Invitation>();
  /** … or turns it down. */
  readonly decline = output<Invitation>();
  /** Somebody wants to go to a place by its name. */
  readonly visit = output<Place>();
  /** Somebody wants to look for a place. */
  readonly find = output();
  /** Somebody wants another name for themselves. */
  readonly rename = output();
  readonly signOut = output();

  protected readonly findKeys = capsFor('switch', isApple(inject(DOCUMENT).defaultView));

  protected badgeWords({ unread, isMentioned }: Door): string {
    return ` new message${unread === 1 ? '' : 's'}${isMentioned ? ', for you' : ''}`;
  }

  protected open(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const name = nameTyped(field.value);
    if (name) {
      this.visit.emit(field.value.trim().startsWith('@') ? `@${name}` : `#${name}`);
      field.value = '';
    }
  }
}
