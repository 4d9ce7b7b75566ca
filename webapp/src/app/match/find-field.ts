import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Icon } from '../page/icon';
import { WORDS } from '../words/speech';
import { Choice } from './choice';

/**
 * Where one types what is looked for in a dialog, above the list of what was found, and closes it. The list has the id
 * `listId`, and its options that id with a dash and their number (the combobox pattern of WAI-ARIA).
 */
@Component({
  selector: 'parley-find-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <parley-icon name="search" />
    <input
      #field
      class="framed"
      role="combobox"
      dir="auto"
      aria-autocomplete="list"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      maxlength="80"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      [attr.aria-controls]="listId()"
      [attr.aria-expanded]="count() > 0"
      [attr.aria-activedescendant]="count() ? listId() + '-' + choice().at() : null"
      (input)="typed.emit(field.value)"
      (keydown)="press($event)"
    />
    <button type="button" [attr.aria-label]="words().common.close" (click)="closed.emit()">
      <parley-icon name="close" />
    </button>
  `,
})
export class FindField {
  protected readonly words = inject(WORDS);

  readonly label = input.required<string>();
  readonly listId = input.required<string>();
  /** How many were found. */
  readonly count = input.required<number>();
  readonly choice = input.required<Pick<Choice<never>, 'at' | 'pressed'>>();
  readonly typed = output<string>();
  readonly closed = output();

  /** Says nothing to Angular, which would keep from the browser a key of which it is told `false`. */
  protected press(event: KeyboardEvent): void {
    this.choice().pressed(event);
  }
}
