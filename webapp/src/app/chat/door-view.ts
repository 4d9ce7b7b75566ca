import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../page/icon';
import { Door } from './doors';
import { Sign } from './sign';

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
      <span class="name">{{ at.label }}</span>
      @if (at.preferences.isMuted) {
        <span class="silent"><parley-icon name="muted" /><span class="visually-hidden">muted</span></span>
      }
      @if (at.hasDraft) {
        <span class="draft"><parley-icon name="pen" /><span class="visually-hidden">draft</span></span>
      }
      @if (at.isStuck) {
        <span class="stuck"
          ><parley-icon name="refused" /><span class="visually-hidden">a message was not sent</span></span
        >
      }
      @if (at.badge; as count) {
        <span class="badge" [class.to-me]="at.mentions"
          >{{ count > 99 ? '99+' : count
          }}<span class="visually-hidden">
            new message{{ count === 1 ? '' : 's' }}{{ at.mentions ? ', for you' : '' }}</span
          ></span
        >
      }
    </a>
  `,
})
export class DoorView {
  readonly door = input.required<Door>();
}
