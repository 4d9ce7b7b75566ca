import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Place } from 'parley-client/state/place';
import { Door } from '../chat/doors';
import { View } from '../chat/view';
import { MentionsView } from './mentions-view';
import { UnreadView } from './unread-view';

/** What is shown in place of a room, as long as it is. */
@Component({
  selector: 'parley-newsroom',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MentionsView, UnreadView],
  template: `
    @switch (view()) {
      @case ('unread') {
        <parley-unread [doors]="doors()" [linkTo]="linkTo()" />
      }
      @case ('mentions') {
        <parley-mentions [doors]="doors()" [linkTo]="linkTo()" />
      }
    }
  `,
})
export class Newsroom {
  readonly view = input<View>();
  readonly doors = input.required<readonly Door[]>();
  readonly linkTo = input.required<(place: Place, seq?: number) => string>();
}
