import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  ElementRef,
  inject,
  output,
  viewChild,
} from '@angular/core';
import { Icon } from '../page/icon';
import { MESSAGE_KEYS } from './message-keys';
import { capsOf, Command, isApple, SHORTCUTS } from './shortcuts';
import { ALL_WORDS } from '../words/later';
import { AllWords } from '../words/words';

/** A sheet with all shortcuts. */
@Component({
  selector: 'parley-sheet',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <dialog #dialog aria-labelledby="sheet-title" (close)="closed.emit()">
      <header>
        <h2 id="sheet-title">{{ words().shortcuts.title }}</h2>
        <button type="button" [attr.aria-label]="words().common.close" (click)="dialog.close()">
          <parley-icon name="close" />
        </button>
      </header>
      <dl>
        @for (shortcut of shortcuts(); track shortcut.does) {
          <div>
            <dt>{{ shortcut.does }}</dt>
            <dd>
              @for (caps of shortcut.chords; track caps; let isFirst = $first) {
                {{ isFirst ? '' : words().shortcuts.or }}
                @for (cap of caps; track cap) {
                  <kbd>{{ cap }}</kbd>
                }
              }
            </dd>
          </div>
        }
        @for (messageKey of messageKeys; track messageKey.key) {
          <div>
            <dt>{{ words().thread[messageKey.does] }}</dt>
            <dd>
              <kbd>{{ messageKey.key.toUpperCase() }}</kbd>
            </dd>
          </div>
        }
      </dl>
      @if (isInsecure) {
        <p class="aside">{{ words().shortcuts.insecure }}</p>
      }
    </dialog>
  `,
})
export class Sheet {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly isApple = isApple(this.window);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly closed = output();

  /** Whether the browser lets this page neither open offline nor notify anybody. */
  protected readonly isInsecure = this.window?.isSecureContext === false;
  protected readonly words = inject(ALL_WORDS);
  protected readonly shortcuts = computed(() =>
    SHORTCUTS.map(({ command, chords }) => ({
      does: doesOf(command, this.words()),
      chords: chords.map((chord) => capsOf(chord, this.isApple, this.words().keys)),
    })),
  );

  protected readonly messageKeys = MESSAGE_KEYS;

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }
}

/** What a command does, in words. */
function doesOf(command: Command, { common, shortcuts }: AllWords): string {
  return command === 'switch' ? common.findPlace : shortcuts[command];
}
