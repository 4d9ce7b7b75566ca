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
import { Chip } from '../chat/line';
import { Icon } from '../page/icon';
import { ALL_WORDS } from '../words/later';

/** Who has reacted to a message, and how. */
@Component({
  selector: 'parley-reactors',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <dialog #dialog aria-labelledby="reactors-title" (close)="closed.emit()">
      <header>
        <h2 id="reactors-title">{{ words().line.reactions }}</h2>
        <button type="button" [attr.aria-label]="words().common.close" (click)="dialog.close()">
          <parley-icon name="close" />
        </button>
      </header>
      <dl>
        @for (chip of chips(); track chip.emoji) {
          <div>
            <dt>{{ chip.emoji }}</dt>
            @for (name of chip.names; track $index) {
              <dd>{{ name }}</dd>
            }
            @if (chip.count > chip.names.length) {
              <dd class="others">{{ words().emoji.more(chip.count - chip.names.length) }}</dd>
            }
          </div>
        }
      </dl>
    </dialog>
  `,
})
export class Reactors {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly words = inject(ALL_WORDS);

  readonly chips = input.required<readonly Chip[]>();
  readonly closed = output();

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }
}
