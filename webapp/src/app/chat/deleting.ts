import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { ALL_WORDS } from '../words/later';

/** Asks whether somebody really wants to delete what they have said. */
@Component({
  selector: 'parley-deleting',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog aria-labelledby="deleting-title" aria-describedby="deleting-words" (close)="closed.emit()">
      <form (submit)="delete($event)">
        <h2 id="deleting-title">{{ words().deleting.title }}</h2>
        <p id="deleting-words">
          <span class="words" dir="auto">{{ said() }}</span>
          {{ words().deleting.warning }}
        </p>
        <div class="choices">
          <button type="button" (click)="dialog.close()">{{ words().common.cancel }}</button>
          <button type="submit">{{ words().common.delete }}</button>
        </div>
      </form>
    </dialog>
  `,
})
export class Deleting {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly words = inject(ALL_WORDS);
  /** What was said. */
  readonly said = input.required<string>();
  readonly confirmed = output();
  readonly closed = output();

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }

  protected delete(event: Event): void {
    event.preventDefault();
    this.confirmed.emit();
  }
}
