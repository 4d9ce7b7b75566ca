import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Person } from 'parley-client/message/message';
import { ALL_WORDS } from '../words/later';
import { Menu } from './menu';

/** What somebody wants of a person in the room. */
export type PersonWish = 'write' | 'invite' | 'remove';

/** What one can want of a person. */
@Component({
  selector: 'parley-person-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.aria-label]': 'person().name' },
  template: `
    <button type="button" role="menuitem" (click)="want('write')">{{ words().person.write }}</button>
    <button type="button" role="menuitem" (click)="want('invite')">{{ words().person.invite }}</button>
    @if (isRemovable()) {
      <button type="button" role="menuitem" (click)="want('remove')">{{ words().person.remove }}</button>
    }
  `,
})
export class PersonMenu extends Menu {
  protected readonly words = inject(ALL_WORDS);

  readonly person = input.required<Person>();
  /** Whether the room is one's own. */
  readonly isRemovable = input(false);
  readonly wish = output<PersonWish>();

  protected want(wish: PersonWish): void {
    this.close();
    this.wish.emit(wish);
  }
}
