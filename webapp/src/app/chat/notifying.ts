import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  output,
  viewChild,
} from '@angular/core';
import { noteAt } from 'parley-client/state/notes';
import { Notifications, Permission } from '../page/notifications';
import { Knocking } from './knocking';
import { QUIET, quietNote, quietOf } from './quiet';
import { Store } from './store';

const WORDS: Readonly<Record<Permission, string>> = {
  granted: 'While Parley is open in a tab, this browser can tell you of messages that you don’t see.',
  unasked: 'While Parley is open in a tab, this browser can tell you of messages that you don’t see.',
  denied: 'This browser was told not to show notifications of this page. Its settings for this page can allow them.',
  insecure: 'This page came over plain http, and browsers show notifications only of pages that come over https.',
  missing: 'This browser shows no notifications of open pages.',
};

/** Where one chooses whether, and when, to be told of messages. */
@Component({
  selector: 'parley-notifying',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog aria-labelledby="notifying-title" (close)="closed.emit()">
      <form (submit)="save($event, from.value, to.value)">
        <h2 id="notifying-title">Notifications</h2>
        <p role="status">{{ words() }}</p>
        @if (isPossible()) {
          <p>Which messages, the menu of each room says.</p>
          <button type="button" class="wide" role="switch" [attr.aria-checked]="knocking.isOn()" (click)="turn()">
            {{ knocking.isOn() ? 'On in this browser' : 'Off in this browser' }}
          </button>
        }
        <fieldset>
          <legend>Quiet hours, on all your devices</legend>
          <label>from <input #from type="time" [value]="quiet()?.from ?? ''" /></label>
          <label>to <input #to type="time" [value]="quiet()?.to ?? ''" /></label>
        </fieldset>
        <div class="choices">
          <button type="button" (click)="dialog.close()">Cancel</button>
          <button type="submit">Save</button>
        </div>
      </form>
    </dialog>
  `,
})
export class Notifying {
  private readonly store = inject(Store);
  private readonly notifications = inject(Notifications);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly closed = output();

  protected readonly knocking = inject(Knocking);
  protected readonly words = computed(() => WORDS[this.notifications.permission()]);
  protected readonly isPossible = computed(() => ['granted', 'unasked'].includes(this.notifications.permission()));
  protected readonly quiet = computed(() => quietOf(noteAt(this.store.state().notes, QUIET)));

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }

  protected turn(): void {
    if (this.knocking.isOn()) {
      this.knocking.turnOff();
    } else {
      void this.knocking.turnOn();
    }
  }

  protected save(event: Event, from: string, to: string): void {
    event.preventDefault();
    this.store.session.note(QUIET, quietNote(from, to));
    this.dialog().nativeElement.close();
  }
}
