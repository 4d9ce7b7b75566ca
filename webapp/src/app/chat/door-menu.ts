import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { LOBBY, isSame } from 'parley-client/state/place';
import { Door, DoorWish } from './doors';
import { Menu } from './menu';
import { LEVELS } from './preferences';
import { isConversation } from './sections';
import { ALL_WORDS } from '../words/later';

/** What one can want of a door. */
@Component({
  selector: 'parley-door-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.aria-label]': 'door().label' },
  template: `
    @let now = door().preferences;
    <button type="button" role="menuitemcheckbox" [attr.aria-checked]="now.isFavourite" (click)="want('favourite')">
      {{ words().menu.favourite }}
    </button>
    <button type="button" role="menuitemcheckbox" [attr.aria-checked]="now.isMuted" (click)="want('mute')">
      {{ words().menu.mute }}
    </button>
    <div role="group" aria-labelledby="levels">
      <span id="levels">{{ words().menu.notify }}</span>
      @for (level of levels; track level) {
        <button type="button" role="menuitemradio" [attr.aria-checked]="now.level === level" (click)="want(level)">
          {{ words().menu[level] }}
        </button>
      }
    </div>
    @if (door().unread) {
      <button type="button" role="menuitem" (click)="want('read')">{{ words().menu.markRead }}</button>
    }
    @if (isLeavable()) {
      <button type="button" role="menuitem" (click)="want('leave')">{{ words().common.leave }}</button>
    }
  `,
})
export class DoorMenu extends Menu {
  protected readonly levels = LEVELS;
  protected readonly words = inject(ALL_WORDS);

  readonly door = input.required<Door>();
  readonly wish = output<DoorWish>();

  protected readonly isLeavable = computed(() => !isConversation(this.door()) && !isSame(this.door().place, LOBBY));

  protected want(wish: DoorWish): void {
    this.close();
    this.wish.emit(wish);
  }
}
