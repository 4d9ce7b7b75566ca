import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { isInFence } from '../compose/code';
import { isTouched } from './touch';
import { WORDS } from '../words/speech';

/** Where one puts in other words what one has said. */
@Component({
  selector: 'parley-amending',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form (submit)="submit($event)">
      <div class="sizer" [attr.data-text]="text() + '​'">
        <textarea
          #field
          class="framed"
          rows="1"
          dir="auto"
          [attr.aria-label]="words().line.inOtherWords"
          aria-describedby="amending-left"
          [value]="text()"
          [attr.aria-invalid]="left() < 0 ? true : null"
          (input)="text.set(field.value)"
          (keydown)="pressed($event)"
        ></textarea>
      </div>
      <div class="choices">
        <p id="amending-left" role="status">{{ left() < 0 ? words().common.tooMany(-left()) : '' }}</p>
        <button type="button" (click)="cancelled.emit()">{{ words().common.cancel }}</button>
        <button type="submit" [attr.aria-disabled]="!isSayable()">{{ action() ?? words().common.send }}</button>
      </div>
    </form>
  `,
})
export class Amending {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  /** The words until now. */
  readonly before = input.required<string>();
  /** Most code points a message; 0 for no limit. */
  readonly limit = input(0);
  /** What is done with the new words, in a word: they are sent, if nothing else. */
  readonly action = input<string>();
  readonly amended = output<string>();
  readonly cancelled = output();

  protected readonly words = inject(WORDS);
  protected readonly text = linkedSignal(() => this.before());
  protected readonly left = computed(() => (this.limit() > 0 ? this.limit() - [...this.text()].length : Infinity));
  protected readonly isSayable = computed(() => this.text().trim() !== '' && this.left() >= 0);

  constructor() {
    afterNextRender(() => {
      const field = this.field().nativeElement;
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    });
  }

  /** Enter sends it; with Shift, in a fence of code, or on a screen's keyboard, it begins a new line. */
  protected pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.cancelled.emit();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && this.isSaidByEnter(event)) {
      this.submit(event);
    }
  }

  private isSaidByEnter({ ctrlKey, metaKey }: KeyboardEvent): boolean {
    const { selectionStart } = this.field().nativeElement;
    return ctrlKey || metaKey || !(isTouched(this.window) || isInFence(this.text(), selectionStart));
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.isSayable()) {
      this.amended.emit(this.text());
    }
  }
}
