import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  inject,
  output,
  viewChild,
} from '@angular/core';
import { Icon } from '../page/icon';
import { capsOf, isApple, SHORTCUTS } from './shortcuts';

/** A sheet with all shortcuts. */
@Component({
  selector: 'parley-sheet',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <dialog #dialog aria-labelledby="sheet-title" (close)="closed.emit()">
      <header>
        <h2 id="sheet-title">Shortcuts</h2>
        <button type="button" aria-label="Close" (click)="dialog.close()"><parley-icon name="close" /></button>
      </header>
      <dl>
        @for (shortcut of shortcuts; track shortcut.does) {
          <div>
            <dt>{{ shortcut.does }}</dt>
            <dd>
              @for (caps of shortcut.chords; track caps; let isFirst = $first) {
                {{ isFirst ? '' : 'or' }}
                @for (cap of caps; track cap) {
                  <kbd>{{ cap }}</kbd>
                }
              }
            </dd>
          </div>
        }
      </dl>
    </dialog>
  `,
})
export class Sheet {
  private readonly isApple = isApple(inject(DOCUMENT).defaultView);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly closed = output();

  protected readonly shortcuts = SHORTCUTS.map(({ does, chords }) => ({
    does,
    chords: chords.map((chord) => capsOf(chord, this.isApple)),
  }));

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }
}
