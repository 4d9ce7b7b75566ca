import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
} from '@angular/core';
import { LOBBY, isSame } from 'parley-client/state/place';
import { Door, DoorWish } from './doors';
import { LEVELS } from './preferences';
import { isConversation } from './sections';
import { ALL_WORDS } from '../words/later';

/** What one can want of a door, as a menu beside the button that opened it; the arrow keys go from one to the next. */
@Component({
  selector: 'parley-door-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    popover: 'auto',
    role: 'menu',
    '[attr.aria-label]': 'door().label',
    '(keydown)': 'pressed($event)',
    '(toggle)': 'toggled($event)',
  },
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
export class DoorMenu {
  private readonly menu = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly levels = LEVELS;
  protected readonly words = inject(ALL_WORDS);

  readonly door = input.required<Door>();
  /** The button that it stands beside. */
  readonly opener = input.required<HTMLElement>();
  readonly wish = output<DoorWish>();
  readonly closed = output();

  protected readonly isLeavable = computed(() => !isConversation(this.door()) && !isSame(this.door().place, LOBBY));

  constructor() {
    afterNextRender(() => {
      this.menu.showPopover();
      this.settle();
      this.items()[0]?.focus();
    });
  }

  protected want(wish: DoorWish): void {
    this.close();
    this.wish.emit(wish);
  }

  protected pressed(event: KeyboardEvent): void {
    const items = this.items();
    const at = items.indexOf(event.target as HTMLElement);
    const to = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items[to]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.close();
    }
    event.stopPropagation();
  }

  protected toggled({ newState }: ToggleEvent): void {
    if (newState === 'closed') {
      this.closed.emit();
    }
  }

  private close(): void {
    this.menu.hidePopover();
    this.opener().focus();
  }

  private items(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('button')];
  }

  /** Stands below its button, or above it where there is no room. */
  private settle(): void {
    const { top, bottom, left, right } = this.opener().getBoundingClientRect();
    const { width, height } = this.menu.getBoundingClientRect();
    const view = this.menu.ownerDocument.documentElement;
    const isBelow = bottom + height <= view.clientHeight;
    this.menu.style.top = `${Math.max(0, isBelow ? bottom : top - height)}px`;
    this.menu.style.left = `${Math.max(0, Math.min(view.dir === 'rtl' ? right - width : left, view.clientWidth - width))}px`;
  }
}
