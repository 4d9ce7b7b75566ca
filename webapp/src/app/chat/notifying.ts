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
import { Notifications } from '../page/notifications';
import { Knocking } from './knocking';
import { QUIET, quietNote, quietOf } from './quiet';
import { Store } from './store';
import { ALL_WORDS } from '../words/later';

/** Where one chooses whether, and when, to be told of messages. */
@Component({
  selector: 'parley-notifying',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog aria-labelledby="notifying-title" (close)="closed.emit()">
      <form novalidate (submit)="save($event, from, to)">
        <h2 id="notifying-title">{{ words().common.notifications }}</h2>
        <p role="status">{{ standing() }}</p>
        @if (isPossible()) {
          <p>{{ words().notifying.which }}</p>
          <button type="button" class="wide" role="switch" [attr.aria-checked]="knocking.isOn()" (click)="turn()">
            {{ knocking.isOn() ? words().notifying.on : words().notifying.off }}
          </button>
        }
        <fieldset>
          <legend>{{ words().notifying.quiet }}</legend>
          <label>{{ words().notifying.from }} <input #from type="time" [value]="quiet()?.from ?? ''" /></label>
          <label>{{ words().notifying.to }} <input #to type="time" [value]="quiet()?.to ?? ''" /></label>
        </fieldset>
        <div class="choices">
          <button type="button" (click)="dialog.close()">{{ words().common.cancel }}</button>
          <button type="submit">{{ words().common.save }}</button>
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

  protected readonly words = inject(ALL_WORDS);
  protected readonly knocking = inject(Knocking);
  protected readonly standing = computed(() => {
    const permission = this.notifications.permission();
    return this.words().notifying[permission === 'granted' || permission === 'unasked' ? 'possible' : permission];
  });
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

  /** Hours without a beginning, or without an end, are none: the browser says what is missing. */
  protected save(event: Event, from: HTMLInputElement, to: HTMLInputElement): void {
    event.preventDefault();
    from.required = to.value !== '';
    to.required = from.value !== '';
    if (from.reportValidity() && to.reportValidity()) {
      this.store.session.note(QUIET, quietNote(from.value, to.value));
      this.dialog().nativeElement.close();
    }
  }
}
