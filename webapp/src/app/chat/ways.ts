import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  input,
  inputBinding,
  output,
  outputBinding,
  signal,
  untracked,
  ViewContainerRef,
} from '@angular/core';
import { Place } from 'parley-client/state/place';
import { Lazy } from '../page/lazy';
import { doorBeside } from './beside';
import { Door, doorsToPeople } from './doors';
import { Kept } from './kept';
import { Command, commandOf, isApple } from './shortcuts';
import { Store } from './store';
import { arrived, TRAIL, trailOf } from './trail';
import { WORDS } from '../words/speech';

/** The ways from place to place that need no list: the switcher, and the keys, with the sheet that tells them. */
@Component({
  selector: 'parley-ways',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown)': 'pressed($event)' },
  template: '',
})
export class Ways {
  private readonly document = inject(DOCUMENT);
  private readonly store = inject(Store);
  private readonly kept = inject(Kept);
  private readonly here = inject(ViewContainerRef);
  private readonly words = inject(WORDS);
  private readonly switcher = new Lazy(() => import('./switcher').then(({ Switcher }) => Switcher));
  private readonly sheet = new Lazy(() => import('./sheet').then(({ Sheet }) => Sheet));
  private readonly settings = new Lazy(() => import('../settings/settings').then(({ Settings }) => Settings));
  private readonly isApple = isApple(this.document.defaultView);

  /** The doors in the order in which they are listed. */
  readonly doors = input.required<readonly Door[]>();
  readonly linkTo = input.required<(place: Place) => string>();
  /** Somebody wants to go to a place. */
  readonly visit = output<Place>();
  /** Somebody wants to have done with what is before them. */
  readonly dismiss = output();

  private readonly trail = signal(trailOf(this.kept.read(TRAIL, this.me())));
  private readonly places = computed(() => [
    ...this.doors(),
    ...doorsToPeople(this.store.state(), this.doors(), this.linkTo(), this.words()),
  ]);

  constructor() {
    this.switcher.prepare(this.document.defaultView);
    this.sheet.prepare(this.document.defaultView);
    this.settings.prepare(this.document.defaultView);
    effect(() => {
      const place = this.store.place();
      untracked(() => {
        this.trail.update((trail) => arrived(trail, place));
        this.kept.write(TRAIL, this.trail(), this.me());
      });
    });
  }

  /** Asks where to go. */
  ask(): void {
    void this.switcher.show(this.here, (close) => [
      inputBinding('doors', this.places),
      inputBinding('trail', this.trail),
      inputBinding('linkTo', this.linkTo),
      outputBinding<Place>('visit', (place) => {
        this.visit.emit(place);
      }),
      outputBinding('closed', close),
    ]);
  }

  /** Asks how the page is to be. */
  adjust(): void {
    void this.settings.show(this.here, (close) => [outputBinding('closed', close)]);
  }

  /** What stands before everything else keeps its keys: there, only the browser's own search is held back. */
  protected pressed(event: KeyboardEvent): void {
    const isTyping = !!(event.target as Element).closest('input, textarea, select');
    const command = commandOf(event, { isApple: this.isApple, isTyping });
    const isCovered = this.document.querySelector('dialog[open]') !== null;
    if (command && (!isCovered || command === 'switch')) {
      event.preventDefault();
    }
    if (command && !isCovered) {
      this.do(command);
    }
  }

  private do(command: Command): void {
    switch (command) {
      case 'switch':
        this.ask();
        break;
      case 'sheet':
        void this.sheet.show(this.here, (close) => [outputBinding('closed', close)]);
        break;
      case 'settings':
        this.adjust();
        break;
      case 'previous':
        this.go(-1);
        break;
      case 'next':
        this.go(1);
        break;
      case 'previousUnread':
        this.go(-1, isNew);
        break;
      case 'nextUnread':
        this.go(1, isNew);
        break;
      case 'read':
        this.dismiss.emit();
        break;
    }
  }

  private go(step: -1 | 1, isWanted?: (door: Door) => boolean): void {
    const door = doorBeside(this.doors(), step, isWanted);
    if (door) {
      this.visit.emit(door.place);
    }
  }

  private me(): string {
    return this.store.state().me?.id ?? '';
  }
}

function isNew({ badge }: Door): boolean {
  return badge > 0;
}
