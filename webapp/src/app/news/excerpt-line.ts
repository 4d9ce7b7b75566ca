import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Person } from 'parley-client/message/message';
import { Avatar } from '../chat/avatar';
import { plainOf } from '../markdown/plain';
import { WORDS } from '../words/speech';
import { dayName } from '../words/words';

/** A message in a few words, which lead to it. */
@Component({
  selector: 'parley-excerpt',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar],
  template: `
    <a [href]="link()" [class.new]="isNew()">
      @if (sender(); as person) {
        <parley-avatar [person]="person" />
        <bdi class="sender">{{ person.name }}</bdi>
      }
      @if (place(); as place) {
        <bdi class="place">{{ place }}</bdi>
      }
      <time [attr.datetime]="at()" [title]="words().moment(date())">
        @if (place()) {
          {{ day() }}
        }
        {{ words().time(date()) }}
      </time>
      <span class="words" dir="auto">{{ text() }}</span>
    </a>
  `,
})
export class ExcerptLine {
  protected readonly words = inject(WORDS);

  readonly sender = input<Person>();
  /** Where it was said, if that has to be told. */
  readonly place = input<string>();
  readonly at = input.required<string>();
  /** Nothing as long as it has to be read. */
  readonly content = input<string>();
  readonly isNew = input(false);
  readonly link = input.required<string>();

  protected readonly date = computed(() => new Date(this.at()));
  protected readonly day = computed(() => dayName(this.date(), new Date(), this.words()));
  protected readonly text = computed(() => plainOf(this.content() ?? '…'));
}
