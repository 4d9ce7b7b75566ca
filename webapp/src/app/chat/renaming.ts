import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';
import { nameTyped } from 'parley-client/state/place';

/** Where a guest takes another name. */
@Component({
  selector: 'parley-renaming',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog aria-labelledby="renaming-title" (close)="closed.emit()">
      <form (submit)="choose($event, field)">
        <h2 id="renaming-title">What shall we call you?</h2>
        <input
          #field
          aria-labelledby="renaming-title"
          aria-describedby="renaming-refusal"
          autocomplete="nickname"
          autocapitalize="off"
          spellcheck="false"
          maxlength="80"
          [value]="name()"
          [attr.aria-invalid]="refusal() ? true : null"
        />
        <p id="renaming-refusal" class="refusal" aria-live="polite">{{ refusal() }}</p>
        <div class="choices">
          <button type="button" (click)="dialog.close()">Cancel</button>
          <button type="submit">Change</button>
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
  readonly refusal = input<string>();
  readonly chosen = output<string>();
  readonly closed = output();

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
