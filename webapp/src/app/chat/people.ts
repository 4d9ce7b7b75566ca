import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Person } from 'parley-client/message/message';
import { Avatar } from './avatar';
import { WORDS } from '../words/speech';

/** Who is in a room. */
@Component({
  selector: 'parley-people',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar],
  templateUrl: './people.html',
})
export class People {
  /** Those who are known to be here. */
  readonly here = input.required<readonly Person[]>();
  /** How many are here. */
  readonly count = input.required<number>();
  /** Whether that is how things are now, not how they were when the connection was lost. */
  readonly live = input(true);
  readonly me = input<Person>();
  /** The link to the conversation with somebody. */
  readonly linkTo = input.required<(person: Person) => string>();

  protected readonly words = inject(WORDS);
  protected readonly sorted = computed(() => {
    const me = this.me()?.id;
    const { compare } = this.words();
    return [...this.here()].sort(
      (a, b) => Number(b.id === me) - Number(a.id === me) || compare(a.name, b.name) || a.id.localeCompare(b.id),
    );
  });
  protected readonly others = computed(() => Math.max(0, this.count() - this.here().length));
}
