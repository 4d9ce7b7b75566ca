import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Icon } from '../page/icon';
import { Avatar } from './avatar';
import { Door } from './doors';
import { WORDS } from '../words/speech';

/** The sign of its kind that stands before a door's name. */
@Component({
  selector: 'parley-sign',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Icon],
  template: `
    @let at = door();
    @if (at.person; as person) {
      <parley-avatar [person]="person" [here]="at.isHere" />
    } @else if (at.kind === 'group') {
      <parley-icon name="people" />
    } @else if (at.kind === 'private') {
      <parley-icon name="lock" />
      <span class="visually-hidden">{{ words().rooms.private }}</span>
    } @else {
      <span class="hash" aria-hidden="true">{{ at.kind === 'person' ? '@' : '#' }}</span>
    }
  `,
})
export class Sign {
  protected readonly words = inject(WORDS);
  readonly door = input.required<Door>();
}
