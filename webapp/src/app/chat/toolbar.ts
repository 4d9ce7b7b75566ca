import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { Icon, IconName } from '../page/icon';
import { Verb } from './may';
import { WORDS } from '../words/speech';

/** What one reacts with by one press. */
export const QUICK = ['👍', '❤️', '😂'] as const;

/** What is done to a message: by a verb, or a reaction; or it is asked who has reacted, or replied. */
export type Wish = Verb | 'reactors' | 'replies' | { readonly emoji: string };

const ICONS: Readonly<Record<Verb, IconName>> = {
  react: 'smile',
  reply: 'reply',
  edit: 'pen',
  pin: 'pin',
  link: 'link',
  unread: 'dot',
  delete: 'bin',
};

/** What one can do to a message, as a row of buttons; the arrow keys go from one to the next. */
@Component({
  selector: 'parley-toolbar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  host: {
    role: 'toolbar',
    '[attr.aria-label]': 'words().toolbar.label',
    '(keydown.arrowright)': 'move($event, 1)',
    '(keydown.arrowleft)': 'move($event, -1)',
  },
  template: `
    @for (emoji of quick(); track emoji) {
      <button
        type="button"
        class="emoji"
        [attr.aria-label]="words().toolbar.reactWith(emoji)"
        (click)="wish.emit({ emoji })"
      >
        {{ emoji }}
      </button>
    }
    @for (verb of verbs(); track verb) {
      <button type="button" [attr.aria-label]="textOf(verb)" [title]="textOf(verb)" (click)="wish.emit(verb)">
        <parley-icon [name]="icons[verb]" />
      </button>
    }
  `,
})
export class Toolbar {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly verbs = input.required<readonly Verb[]>();
  readonly isPinned = input(false);
  readonly wish = output<Wish>();

  protected readonly words = inject(WORDS);
  protected readonly icons = ICONS;
  protected readonly quick = computed(() => (this.verbs().includes('react') ? QUICK : []));

  protected textOf(verb: Verb): string {
    const { common, toolbar } = this.words();
    switch (verb) {
      case 'reply':
      case 'edit':
      case 'delete':
        return common[verb];
      case 'pin':
        return this.isPinned() ? toolbar.unpin : toolbar.pin;
      default:
        return toolbar[verb];
    }
  }

  protected move(event: Event, by: number): void {
    const buttons = [...this.element.nativeElement.querySelectorAll('button')];
    const isRtl = this.element.nativeElement.matches(':dir(rtl)');
    const next = buttons.indexOf(event.target as HTMLButtonElement) + (isRtl ? -by : by);
    buttons[(next + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  }
}
