import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';

/** Asks whether somebody really wants to delete what they have said. */
@Component({
  selector: 'parley-deleting',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog aria-labelledby="deleting-title" aria-describedby="deleting-words" (close)="closed.emit()">
      <form (submit)="delete($event)">
        <h2 id="deleting-title">Delete this message?</h2>
        <p id="deleting-words">
          <span class="words">{{ words() }}</span>
          It goes for everybody, and can’t be brought back.
        </p>
        <div class="choices">
          <button type="button" (click)="dialog.close()">Cancel</button>
          <button type="submit">Delete</button>
        </div>
      </form>
    </dialog>
  `,
})
export class Deleting {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  /** What was said. */
  readonly words = input.required<string>();
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
