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
import { nameTyped } from 'parley-client/state/place';
import { WORDS } from '../words/speech';
import { nameRefusalText } from '../words/refusal';
import { Reason } from 'parley-client/message/message';

/** Where a guest takes another name. */
@Component({
  selector: 'parley-renaming',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog aria-labelledby="renaming-title" (close)="closed.emit()">
      <form (submit)="choose($event, field)">
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
          [value]="name()"
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
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  /** The name until now. */
  readonly name = input.required<string>();
  /** Why the last one was not taken. */
  readonly refusal = input<Reason>();
  readonly chosen = output<string>();
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

  protected choose(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const name = nameTyped(field.value);
    if (name) {
      this.chosen.emit(name);
    }
  }
}
