import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  inject,
  input,
  inputBinding,
  output,
  outputBinding,
  signal,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { Person, PersonId } from 'parley-client/message/message';
import { Icon } from '../page/icon';
import { Lazy } from '../page/lazy';
import { Avatar } from './avatar';
import type { PersonWish } from './person-menu';
import { WORDS } from '../words/speech';

/** Who is in a room. */
@Component({
  selector: 'parley-people',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Icon],
  templateUrl: './people.html',
})
export class People {
  private readonly menu = new Lazy(() => import('./person-menu').then(({ PersonMenu }) => PersonMenu));
  private readonly menus = viewChild.required('menus', { read: ViewContainerRef });

  /** Those who are known to be here. */
  readonly here = input.required<readonly Person[]>();
  /** How many are here. */
  readonly count = input.required<number>();
  /** Whether that is how things are now, not how they were when the connection was lost. */
  readonly live = input(true);
  readonly me = input<Person>();
  /** The link to the conversation with somebody. */
  readonly linkTo = input.required<(person: Person) => string>();
  /** Whether one can take others out of the room. */
  readonly isRemovable = input(false);
  /** Somebody wants something of a person. */
  readonly wish = output<{ readonly person: Person; readonly wish: PersonWish }>();

  /** Whose menu is open. */
  protected readonly opened = signal<PersonId | undefined>(undefined);

  protected readonly words = inject(WORDS);
  protected readonly sorted = computed(() => {
    const me = this.me()?.id;
    const { compare } = this.words();
    return [...this.here()].sort(
      (a, b) => Number(b.id === me) - Number(a.id === me) || compare(a.name, b.name) || a.id.localeCompare(b.id),
    );
  });
  protected readonly others = computed(() => Math.max(0, this.count() - this.here().length));

  constructor() {
    this.menu.prepare(inject(DOCUMENT).defaultView);
  }

  /** Opens the menu of a person beside a button. */
  protected openMenu(person: Person, opener: HTMLElement): void {
    this.opened.set(person.id);
    void this.menu.show(this.menus(), (close) => [
      inputBinding('person', () => person),
      inputBinding('opener', () => opener),
      inputBinding('isRemovable', this.isRemovable),
      outputBinding<PersonWish>('wish', (wish) => {
        this.wish.emit({ person, wish });
      }),
      outputBinding('closed', () => {
        this.opened.set(undefined);
        close();
      }),
    ]);
  }
}
