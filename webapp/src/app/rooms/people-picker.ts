import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { Person } from 'parley-client/message/message';
import { Place } from 'parley-client/state/place';
import { Avatar } from '../chat/avatar';
import { Choice } from '../match/choice';
import { Icon } from '../page/icon';
import { ALL_WORDS } from '../words/later';
import { Candidate, candidates, meant } from './candidates';

/** Where people are chosen by some letters of their names: Enter takes one, Backspace gives the last one back. */
@Component({
  selector: 'parley-people-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Icon],
  template: `
    <label for="picker">{{ label() }}</label>
    <div class="field">
      @for (place of chosen(); track place) {
        <span class="chip">
          <bdi>{{ place.slice(1) }}</bdi>
          <button
            type="button"
            [attr.aria-label]="words().making.takeOut(place.slice(1))"
            (click)="drop(place); field.focus()"
          >
            <parley-icon name="close" />
          </button>
        </span>
      }
      <input
        #field
        class="framed"
        id="picker"
        role="combobox"
        aria-autocomplete="list"
        aria-controls="picks"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength="80"
        [attr.aria-expanded]="offers().length > 0"
        [attr.aria-activedescendant]="offers().length ? 'pick-' + choice.at() : null"
        [value]="typed()"
        (input)="typed.set(field.value)"
        (keydown)="pressed($event)"
      />
    </div>
    <div id="picks" role="listbox" [attr.aria-label]="label()" [hidden]="!offers().length">
      @for (offer of offers(); track offer.place; let i = $index) {
        <button
          type="button"
          tabindex="-1"
          role="option"
          [id]="'pick-' + i"
          [attr.aria-selected]="i === choice.at()"
          (mousedown)="$event.preventDefault()"
          (mousemove)="choice.at.set(i)"
          (click)="take(offer); field.focus()"
        >
          @if (offer.person; as person) {
            <parley-avatar [person]="person" />
          } @else {
            <span class="at" aria-hidden="true">&#64;</span>
          }
          <bdi class="name">{{ offer.name }}</bdi>
          @if (!offer.person) {
            <span class="aside">{{ words().making.byName }}</span>
          }
        </button>
      }
    </div>
  `,
})
export class PeoplePicker {
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected readonly words = inject(ALL_WORDS);

  /** Those whom one knows. */
  readonly people = input.required<readonly Person[]>();
  readonly label = input.required<string>();
  readonly chosen = model<readonly Place[]>([]);

  protected readonly typed = signal('');
  protected readonly offers = computed(() => candidates(this.people(), this.chosen(), this.typed()));
  /** Which one Enter takes. */
  protected readonly choice = new Choice(this.offers, this.typed, (offer, event) => {
    event.preventDefault();
    this.take(offer);
  });

  /** All who are chosen, with who was named in full and not taken. */
  settle(): readonly Place[] {
    this.chosen.set(meant(this.people(), this.chosen(), this.typed()));
    this.clear();
    return this.chosen();
  }

  protected pressed(event: KeyboardEvent): void {
    if (this.choice.pressed(event) || event.isComposing) {
      return;
    }
    if (event.key === 'Escape' && this.typed()) {
      event.preventDefault();
      event.stopPropagation();
      this.clear();
    } else if (event.key === 'Backspace' && !this.typed()) {
      this.chosen.update((chosen) => chosen.slice(0, -1));
    }
  }

  protected take({ place }: Candidate): void {
    this.chosen.update((chosen) => [...chosen, place]);
    this.clear();
  }

  protected drop(place: Place): void {
    this.chosen.update((chosen) => chosen.filter((other) => other !== place));
  }

  /** At once: what is typed and taken before the page is drawn would else stay in the field. */
  private clear(): void {
    this.typed.set('');
    this.field().nativeElement.value = '';
  }
}
