import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input, output } from '@angular/core';
import { Avatar } from '../chat/avatar';
import { Icon } from '../page/icon';
import { Offer } from './offers';
import { WORDS } from '../words/speech';

/** What can be written for the word at the cursor, above the field. The focus stays in the field, which says what is chosen. */
@Component({
  selector: 'parley-offer-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Icon],
  host: {
    role: 'listbox',
    '[attr.aria-label]': 'words().composer.suggestions',
    '(mousedown)': '$event.preventDefault()',
    '(mousemove)': 'point($event)',
    '(click)': 'press($event)',
  },
  template: `
    @for (offer of offers(); track $index) {
      <div role="option" [id]="optionId()($index)" [attr.aria-selected]="$index === chosen()">
        @if (offer.person; as person) {
          <parley-avatar [person]="person" />
        } @else if (offer.emoji) {
          <span class="emoji" aria-hidden="true">{{ offer.emoji }}</span>
        } @else if (offer.icon; as icon) {
          <parley-icon [name]="icon" />
        }
        <span class="label" dir="auto">{{ offer.label }}</span>
        @if (offer.takes) {
          <span class="takes" dir="auto">{{ offer.takes }}</span>
        }
        @if (offer.aside) {
          <span class="aside" dir="auto">{{ offer.aside }}</span>
        }
      </div>
    }
  `,
})
export class OfferList {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly words = inject(WORDS);
  readonly offers = input.required<readonly Offer[]>();
  /** The number of the chosen one; -1 for none. */
  readonly chosen = input.required<number>();
  /** The id that the one of a number has in the page. */
  readonly optionId = input.required<(number: number) => string>();
  /** The pointer is on one. */
  readonly choose = output<number>();
  /** One is to be written. */
  readonly take = output<number>();

  constructor() {
    effect(() => {
      this.options()[this.chosen()]?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected point(event: Event): void {
    const number = this.numberAt(event);
    if (number >= 0 && number !== this.chosen()) {
      this.choose.emit(number);
    }
  }

  protected press(event: Event): void {
    const number = this.numberAt(event);
    if (number >= 0) {
      this.take.emit(number);
    }
  }

  private numberAt({ target }: Event): number {
    return this.options().findIndex((option) => option.contains(target as Node));
  }

  private options(): readonly Element[] {
    return [...this.element.nativeElement.children];
  }
}
