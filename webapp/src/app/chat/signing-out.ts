import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Person } from 'parley-client/message/message';

/** Asks whether somebody really wants to sign out, and says what they would lose. */
@Component({
  selector: 'parley-signing-out',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog
      #dialog
      aria-labelledby="signing-out-title"
      aria-describedby="signing-out-loss signing-out-text"
      (close)="closed.emit()"
    >
      <form (submit)="sign($event)">
        <h2 id="signing-out-title">Sign out?</h2>
        @if (unsent(); as count) {
          <p id="signing-out-loss" class="loss">
            {{ count === 1 ? 'A message of yours has' : count + ' messages of yours have' }} not been sent.
            {{ count === 1 ? 'It' : 'They' }} will be thrown away.
          </p>
        }
        <p id="signing-out-text">
          @if (me()?.guest) {
            Guests have no password: once signed out, you can’t come back as {{ me()?.name }}.
          } @else {
            You sign out in all tabs of this browser.
          }
        </p>
        <p class="refusal" aria-live="polite">{{ refusal() }}</p>
        <div class="choices">
          <button type="button" (click)="dialog.close()">Cancel</button>
          <button type="submit">{{ unsent() ? 'Throw away and sign out' : 'Sign out' }}</button>
        </div>
      </form>
    </dialog>
  `,
})
export class SigningOut {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly me = input<Person>();
  /** How many messages the server does not have yet. */
  readonly unsent = input(0);
  /** Why it could not be done. */
  readonly refusal = input<string>();
  readonly confirmed = output();
  readonly closed = output();

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }

  protected sign(event: Event): void {
    event.preventDefault();
    this.confirmed.emit();
  }
}
