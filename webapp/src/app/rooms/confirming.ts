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
import { ALL_WORDS } from '../words/later';

/** Something that can't easily be taken back, and the name of whom, or of the room, it is done to. */
export interface Grave {
  readonly is: 'handOn' | 'remove' | 'leave';
  readonly name: string;
}

/** Asks whether somebody really wants something. */
@Component({
  selector: 'parley-confirming',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog aria-labelledby="confirming-title" aria-describedby="confirming-warning" (close)="closed.emit()">
      <form (submit)="confirm($event)">
        <h2 id="confirming-title">{{ asked().title }}</h2>
        <p id="confirming-warning">{{ asked().warning }}</p>
        <div class="choices">
          <button type="button" (click)="dialog.close()">{{ words().common.cancel }}</button>
          <button type="submit">{{ asked().action }}</button>
        </div>
      </form>
    </dialog>
  `,
})
export class Confirming {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly words = inject(ALL_WORDS);

  readonly what = input.required<Grave>();
  readonly confirmed = output();
  readonly closed = output();

  protected readonly asked = computed(() => {
    const [{ is, name }, { common, details }] = [this.what(), this.words()];
    switch (is) {
      case 'handOn':
        return { title: details.asksOwner(name), warning: details.ownerWarning, action: details.makeOwner };
      case 'remove':
        return { title: details.asksRemove(name), warning: details.removeWarning, action: details.remove };
      case 'leave':
        return { title: details.asksLeave(name), warning: details.leaveWarning, action: common.leave };
    }
  });

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    this.confirmed.emit();
    this.dialog().nativeElement.close();
  }
}
