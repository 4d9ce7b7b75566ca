import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Place } from 'parley-client/state/place';
import { Choice } from '../match/choice';
import { FindField } from '../match/find-field';
import { Door, doorTo } from './doors';
import { found, goalsOf, unknown } from './finding';
import { Sign } from './sign';
import { Trail } from './trail';
import { ALL_WORDS } from '../words/later';

/** Where one goes to any place by some letters of its name. */
@Component({
  selector: 'parley-switcher',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FindField, Sign],
  templateUrl: './switcher.html',
})
export class Switcher {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  /** All places that are known, and the people. */
  readonly doors = input.required<readonly Door[]>();
  /** Where one was lately. */
  readonly trail = input<Trail>([]);
  /** The link to a place that nobody knows yet. */
  readonly linkTo = input.required<(place: Place) => string>();
  readonly visit = output<Place>();
  readonly closed = output();

  protected readonly words = inject(ALL_WORDS);
  protected readonly typed = signal('');
  private readonly goals = computed(() => goalsOf(this.doors(), this.trail()));
  private readonly known = computed(() => found(this.goals(), this.typed()));
  /** What may be meant: first what is known, then what would be new. */
  protected readonly finds = computed(() => [
    ...this.known().map((door) => ({ door, isNew: false })),
    ...unknown(this.goals(), this.typed(), this.known()).map((place) => ({
      door: doorTo(place, this.linkTo(), this.words()),
      isNew: true,
    })),
  ]);
  /** Which one Enter leads to. */
  protected readonly choice = new Choice(this.finds, this.typed, ({ door }, event) => {
    this.go(event, door);
  });

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
    afterRenderEffect(() => {
      this.list().nativeElement.children[this.choice.at()]?.scrollIntoView({ block: 'nearest' });
    });
  }

  /** Goes there, unless somebody wants to have it in another tab. */
  protected go(event: KeyboardEvent | MouseEvent, { place }: Door): void {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.dialog().nativeElement.close();
      this.visit.emit(place);
    }
  }
}
