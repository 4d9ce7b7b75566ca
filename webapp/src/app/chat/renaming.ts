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
import { nameTyped } from 'parley-client/state/place';
import { NotTaken } from '../me/me';
import { ALL_WORDS } from '../words/later';
import { nameRefusalText } from '../words/refusal';
import { Store } from './store';

/** Where a guest takes another name. */
@Component({
  selector: 'parley-renaming',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog aria-labelledby="renaming-title" (close)="closed.emit()">
      <form (submit)="choose($event, field.value)">
        <h2 id="renaming-title">{{ words().common.callYou }}</h2>
        <input
          #field
          aria-labelledby="renaming-title"
          aria-describedby="renaming-refusal"
          autocomplete="nickname"
          dir="auto"
          autocapitalize="off"
          spellcheck="false"
          maxlength="80"
          [value]="name"
          [attr.aria-invalid]="refusal() ? true : null"
        />
        <p id="renaming-refusal" class="refusal" aria-live="polite">{{ refusalText() }}</p>
        <div class="choices">
          <button type="button" (click)="dialog.close()">{{ words().common.cancel }}</button>
          <button type="submit">{{ words().renaming.change }}</button>
        </div>
      </form>
    </dialog>
  `,
})
export class Renaming {
  private readonly store = inject(Store);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly closed = output();

  protected readonly words = inject(ALL_WORDS);
  /** The name until now. */
  protected readonly name = this.store.state().me?.name ?? '';
  /** Why the last one was not taken. */
  protected readonly refusal = signal<NotTaken | undefined>(undefined);
  protected readonly refusalText = computed(() => {
    const why = this.refusal();
    return why && nameRefusalText(why, this.words());
  });

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }

  protected choose(event: Event, typed: string): void {
    event.preventDefault();
    const name = nameTyped(typed);
    if (name) {
      void this.rename(name);
    }
  }

  private async rename(name: string): Promise<void> {
    try {
      await this.store.rename(name);
      this.dialog().nativeElement.close();
    } catch (e) {
      if (!(e instanceof NotTaken)) {
        throw e;
      }
      this.refusal.set(e);
    }
  }
}
