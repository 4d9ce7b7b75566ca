import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { NotTaken } from '../me/me';
import { ALL_WORDS } from '../words/later';
import { nameRefusalText } from '../words/refusal';
import { Kept } from './kept';
import { Store } from './store';
import { TRAIL } from './trail';

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
  private readonly store = inject(Store);
  private readonly kept = inject(Kept);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly closed = output();

  protected readonly words = inject(ALL_WORDS);
  protected readonly me = computed(() => this.store.state().me);
  /** How many messages the server does not have yet. */
  protected readonly unsent = computed(
    () => this.store.state().outbox.filter(({ stage }) => stage.is !== 'stored').length,
  );
  /** Why it could not be done. */
  private readonly refusal = signal<NotTaken | undefined>(undefined);
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
    void this.signOut();
  }

  private async signOut(): Promise<void> {
    const me = this.me()?.id;
    try {
      await this.store.signOut();
      this.kept.forget(TRAIL, me);
    } catch (e) {
      if (!(e instanceof NotTaken)) {
        throw e;
      }
      this.refusal.set(e);
    }
  }
}
