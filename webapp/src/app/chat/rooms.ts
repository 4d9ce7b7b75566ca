import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Person } from '../message/message';
import { Icon } from '../page/icon';
import { Mark } from '../page/mark';
import { Avatar } from './avatar';
import { nameTyped, Place } from './place';

/** A place to go to. */
export interface Door {
  readonly place: Place;
  readonly link: string;
  readonly isCurrent: boolean;
  readonly isUnread: boolean;
  /** The person of a conversation, as far as they are known, … */
  readonly person?: Person | undefined;
  /** … and whether they are here now. */
  readonly isHere: boolean;
}

/** The places that one knows, the way to others, and who one is. */
@Component({
  selector: 'parley-rooms',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Icon, Mark],
  templateUrl: './rooms.html',
})
export class Rooms {
  readonly rooms = input.required<readonly Door[]>();
  readonly conversations = input.required<readonly Door[]>();
  readonly me = input<Person>();
  /** Somebody wants to go to a place by its name. */
  readonly visit = output<Place>();
  /** Somebody wants another name for themselves. */
  readonly rename = output();

  protected open(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const name = nameTyped(field.value);
    if (name) {
      this.visit.emit(field.value.trim().startsWith('@') ? `@${name}` : `#${name}`);
      field.value = '';
    }
  }
}
