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
import { ALL_WORDS } from '../words/later';
import { Store } from './store';

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
  private readonly store = inject(Store);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly closed = output();

  protected readonly words = inject(ALL_WORDS);
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
      this.dialog().nativeElement.close();
      this.store.session.seek({ date: day.toISOString() });
    }
  }
}
