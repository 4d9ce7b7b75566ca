import { afterNextRender, ChangeDetectionStrategy, Component, ElementRef, output, viewChild } from '@angular/core';
import { COMMANDS } from './commands';

/** What can be written that is more than a text. */
@Component({
  selector: 'parley-help',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog aria-labelledby="help-title" (close)="closed.emit()">
      <form method="dialog">
        <h2 id="help-title">What you can write</h2>
        <dl>
          @for (command of commands; track command.name) {
            <div>
              <dt>
                <kbd>/{{ command.name }}</kbd> {{ command.takes }}
              </dt>
              <dd>{{ command.does }}</dd>
            </div>
          }
          <div>
            <dt><kbd>//</kbd></dt>
            <dd>Begin a text with a slash</dd>
          </div>
          <div>
            <dt><kbd>&#64;</kbd> <kbd>#</kbd> <kbd>:</kbd></dt>
            <dd>Find a person, a room, an emoji by its name</dd>
          </div>
          <div>
            <dt><kbd>Shift Enter</kbd></dt>
            <dd>Begin a new line; Enter alone sends</dd>
          </div>
          <div>
            <dt><kbd>↑</kbd></dt>
            <dd>Change what you said last</dd>
          </div>
        </dl>
        <div class="choices"><button type="submit">Close</button></div>
      </form>
    </dialog>
  `,
})
export class Help {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly closed = output();

  protected readonly commands = COMMANDS;

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }
}
