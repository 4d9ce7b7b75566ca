import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  output,
  viewChild,
} from '@angular/core';
import { COMMANDS } from './commands';
import { ALL_WORDS } from '../words/later';

/** What can be written that is more than a text. */
@Component({
  selector: 'parley-help',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog aria-labelledby="help-title" (close)="closed.emit()">
      <form method="dialog">
        <h2 id="help-title">{{ words().help.title }}</h2>
        <dl>
          @for (command of commands; track command) {
            <div>
              <dt>
                <kbd>/{{ command }}</kbd> {{ words().commands[command].takes }}
              </dt>
              <dd>{{ words().commands[command].does }}</dd>
            </div>
          }
          <div>
            <dt><kbd>//</kbd></dt>
            <dd>{{ words().help.slash }}</dd>
          </div>
          <div>
            <dt><kbd>&#64;</kbd> <kbd>#</kbd> <kbd>:</kbd></dt>
            <dd>{{ words().help.find }}</dd>
          </div>
          <div>
            <dt>
              <kbd>{{ words().keys.shift }} {{ words().keys.enter }}</kbd>
            </dt>
            <dd>{{ words().help.newLine }}</dd>
          </div>
          <div>
            <dt><kbd>↑</kbd></dt>
            <dd>{{ words().help.change }}</dd>
          </div>
        </dl>
        <div class="choices">
          <button type="submit">{{ words().common.close }}</button>
        </div>
      </form>
    </dialog>
  `,
})
export class Help {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly closed = output();

  protected readonly words = inject(ALL_WORDS);
  protected readonly commands = COMMANDS;

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }
}
