import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Icon } from '../page/icon';
import { Door } from './doors';
import { Sign } from './sign';
import { WORDS } from '../words/speech';

/** A door in the list. */
@Component({
  selector: 'parley-door',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Sign],
  template: `
    @let at = door();
    <a
      [href]="at.link"
      [class.unread]="at.badge"
      [class.muted]="at.preferences.isMuted"
      [attr.aria-current]="at.isCurrent ? 'page' : null"
    >
      <parley-sign [door]="at" />
      <span class="name" dir="auto">{{ at.label }}</span>
      @if (at.preferences.isMuted) {
        <span class="silent"
          ><parley-icon name="muted" /><span class="visually-hidden">{{ words().rooms.muted }}</span></span
        >
      }
      @if (at.hasDraft) {
        <span class="draft"
          ><parley-icon name="pen" /><span class="visually-hidden">{{ words().rooms.draft }}</span></span
        >
      }
      @if (at.isStuck) {
        <span class="stuck"
          ><parley-icon name="refused" /><span class="visually-hidden">{{ words().rooms.stuck }}</span></span
        >
      }
      @if (at.badge; as count) {
        <span class="badge" [class.to-me]="at.mentions">
          <span aria-hidden="true">{{ words().upTo99(count) }}</span>
          <span class="visually-hidden">{{
            at.mentions ? words().rooms.newToYou(count) : words().common.newMessages(count)
          }}</span>
        </span>
      }
    </a>
  `,
})
export class DoorView {
  protected readonly words = inject(WORDS);
  readonly door = input.required<Door>();
}
