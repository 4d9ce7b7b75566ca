import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Person } from 'parley-client/message/message';
import { WORDS } from '../words/speech';

/** Who says something, and when. It is its own part so that times are not worded anew with all that is drawn around it. */
@Component({
  selector: 'parley-byline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'by' },
  template: `
    <span class="sender" dir="auto">{{ sender().name }}</span>
    @if (sender().guest) {
      <span class="visually-hidden">{{ words().common.guest }}</span>
    }
    @if (link(); as href) {
      <a class="at" [href]="href" [title]="words().moment(at())"
        ><time [attr.datetime]="at().toISOString()">{{ words().time(at()) }}</time></a
      >
    } @else {
      <time [attr.datetime]="at().toISOString()" [title]="words().moment(at())">{{ words().time(at()) }}</time>
    }
  `,
})
export class Byline {
  readonly sender = input.required<Person>();
  readonly at = input.required<Date>();
  /** Where to find what was said; nothing as long as the server doesn't have it. */
  readonly link = input<string>();
  protected readonly words = inject(WORDS);
}
