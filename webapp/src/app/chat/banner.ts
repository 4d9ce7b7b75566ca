import { ChangeDetectionStrategy, Component, effect, inject, input, output, signal } from '@angular/core';
import { WORDS } from '../words/speech';
import { Saying } from './states';
import { WORLD } from './world';

const SECOND = 1_000;

/** Says in words what is the matter, above the messages and without moving them. */
@Component({
  selector: 'parley-banner',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    @if (saying(); as now) {
      <p [attr.data-tone]="now.tone">
        <span>
          {{ now.text }}
          @if (left() > 1) {
            <span class="left" aria-hidden="true">{{ words().banner.seconds(words().number(left())) }}</span>
          }
        </span>
        @if (now.canWait) {
          <button type="button" (click)="put.emit()">{{ words().banner.later }}</button>
        }
        @if (now.action) {
          <button type="button" (click)="act.emit()">{{ words().banner[now.action] }}</button>
        }
      </p>
    }
  `,
})
export class Banner {
  private readonly clock = inject(WORLD).clock;

  protected readonly words = inject(WORDS);

  readonly saying = input<Saying>();
  /** It is done what can be done. */
  readonly act = output();
  /** It is put off. */
  readonly put = output();

  /** In how many seconds it goes on by itself. */
  protected readonly left = signal(0);

  constructor() {
    effect((onCleanup) => {
      const until = this.saying()?.until;
      let cancel: () => void = () => undefined;
      const count = () => {
        const ms = (until ?? 0) - this.clock.now();
        this.left.set(Math.max(0, Math.ceil(ms / SECOND)));
        if (ms > 0) {
          cancel = this.clock.after(SECOND, count);
        }
      };
      count();
      onCleanup(() => {
        cancel();
      });
    });
  }
}
