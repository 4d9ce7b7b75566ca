import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Person, Reason } from 'parley-client/message/message';
import { WORDS } from '../words/speech';
import { nameRefusalText } from '../words/refusal';

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
        <h2 id="signing-out-title">{{ words().signingOut.title }}</h2>
        @if (unsent(); as count) {
          <p id="signing-out-loss" class="loss">
            {{ words().signingOut.loss(count) }}
          </p>
        }
        <p id="signing-out-text">
          @if (me()?.guest) {
            {{ words().signingOut.guest(me()?.name ?? '') }}
          } @else {
            {{ words().signingOut.known }}
          }
        </p>
        <p class="refusal" aria-live="polite">{{ refusalText() }}</p>
        <div class="choices">
          <button type="button" (click)="dialog.close()">{{ words().common.cancel }}</button>
          <button type="submit">{{ unsent() ? words().signingOut.throwAway : words().common.signOut }}</button>
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
  readonly refusal = input<Reason>();
  readonly confirmed = output();
  readonly closed = output();

  protected readonly words = inject(WORDS);
  protected readonly refusalText = computed(() => {
    const why = this.refusal();
    return why && nameRefusalText(why, this.words());
  });

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
