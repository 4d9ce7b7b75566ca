import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { dateField } from './day';
import { WORDS } from '../words/speech';

/** Where one chooses the day from which on to read. */
@Component({
  selector: 'parley-dating',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog aria-labelledby="dating-title" (close)="closed.emit()">
      <form novalidate (submit)="choose($event, field.value)">
        <h2 id="dating-title">{{ words().common.goToDay }}</h2>
        <input
          #field
          type="date"
          aria-labelledby="dating-title"
          aria-describedby="dating-refusal"
          [max]="today"
          [value]="today"
          [attr.aria-invalid]="isBad() ? true : null"
        />
        <p id="dating-refusal" class="refusal" aria-live="polite">
          {{ isBad() ? words().dating.refusal : '' }}
        </p>
        <div class="choices">
          <button type="button" (click)="dialog.close()">{{ words().common.cancel }}</button>
          <button type="submit">{{ words().common.go }}</button>
        </div>
      </form>
    </dialog>
  `,
})
export class Dating {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  /** The day's first moment. */
  readonly chosen = output<Date>();
  readonly closed = output();

  protected readonly words = inject(WORDS);
  protected readonly today = dateField(new Date());
  protected readonly isBad = signal(false);

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }

  protected choose(event: Event, value: string): void {
    event.preventDefault();
    const day = new Date(`${value}T00:00`);
    const isBad = isNaN(day.getTime()) || value > this.today;
    this.isBad.set(isBad);
    if (!isBad) {
      this.chosen.emit(day);
    }
  }
}
