import {
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
import { Icon } from '../page/icon';
import { Quote } from './line';
import { isTouched } from './touch';

/** From so few characters left on, they are counted down. */
const NEARLY_FULL = 200;

/** Where one writes. */
@Component({
  selector: 'parley-composer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  templateUrl: './composer.html',
})
export class Composer {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  /** What the place is called. */
  readonly label = input.required<string>();
  /** What is begun at this place. */
  readonly draft = input('');
  /** Most code points a message; 0 for no limit. */
  readonly limit = input(0);
  /** Whether so much is unsent that nothing more can be said. */
  readonly isFull = input(false);
  /** Whether what is unsent goes with this tab, and that is of interest. */
  readonly isFleeting = input(false);
  /** What one replies to. */
  readonly quote = input<Quote>();
  /** What is to be said. */
  readonly say = output<string>();
  /** This is begun at this place now. */
  readonly written = output<string>();
  /** One writes no more for now. */
  readonly rested = output();
  /** It is to be no reply any more. */
  readonly unreply = output();
  /** The last that one has said is to be changed. */
  readonly editLast = output();

  protected readonly text = linkedSignal(() => this.draft());
  protected readonly left = computed(() => (this.limit() > 0 ? this.limit() - [...this.text()].length : Infinity));
  protected readonly isCounted = computed(() => this.left() < NEARLY_FULL);
  protected readonly isSayable = computed(() => this.text().trim() !== '' && this.left() >= 0 && !this.isFull());

  /** Puts the cursor here, except where that would open a keyboard on the screen. */
  focus(): void {
    if (!isTouched(this.window)) {
      this.field().nativeElement.focus();
    }
  }

  /** Puts the cursor here, for somebody who is about to write. */
  write(): void {
    this.field().nativeElement.focus();
  }

  /** Enter says it; with Shift, or on a screen's keyboard, it begins a new line. In an empty field, up leads to what one has said last. */
  protected pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !isTouched(this.window)) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'ArrowUp' && this.text() === '' && !event.isComposing) {
      event.preventDefault();
      this.editLast.emit();
    } else if (event.key === 'Escape' && this.quote()) {
      event.stopPropagation();
      this.unreply.emit();
    }
  }

  protected submit(event?: Event): void {
    event?.preventDefault();
    if (this.isSayable()) {
      this.say.emit(this.text());
      this.put('');
    }
    this.field().nativeElement.focus();
  }

  protected put(text: string): void {
    this.text.set(text);
    this.written.emit(text);
  }
}
