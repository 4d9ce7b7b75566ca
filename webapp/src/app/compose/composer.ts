import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  ElementRef,
  inject,
  input,
  inputBinding,
  linkedSignal,
  output,
  outputBinding,
  signal,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { Place } from 'parley-client/state/place';
import { isTouched } from '../chat/touch';
import { Icon } from '../page/icon';
import { Lazy } from '../page/lazy';
import { isInFence } from './code';
import { Completion } from './completion';
import { linked } from './linking';
import { OfferList } from './offer-list';
import type { Known, Offer } from './offers';
import { enclose, type } from './typing';
import { WORDS } from '../words/speech';

/** From so few characters left on, they are counted down. */
const NEARLY_FULL = 200;

/** The signs that Ctrl or Cmd with a letter puts around what is marked. */
const ENCLOSING: Readonly<Record<string, string>> = { b: '**', i: '*' };

/** Where one writes. */
@Component({
  selector: 'parley-composer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, OfferList],
  templateUrl: './composer.html',
})
export class Composer {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  private readonly here = inject(ViewContainerRef);
  private readonly picker = new Lazy(() => import('../emoji/picker').then(({ Picker }) => Picker));
  /** The emoji that was chosen, until one is back in the field. */
  private picked: string | undefined;
  private isComposing = false;

  /** What its parts are called in the page. */
  readonly name = input('composer');
  readonly place = input.required<Place>();
  /** What the place is called. */
  readonly label = input.required<string>();
  /** Whether what is written here replies to something. */
  readonly isReply = input(false);
  /** What is begun at this place. */
  readonly draft = input('');
  /** Most code points a message; 0 for no limit. */
  readonly limit = input(0);
  /** Whether so much is unsent that nothing more can be said. */
  readonly isFull = input(false);
  /** Whether what is unsent goes with this tab, and that is of interest. */
  readonly isFleeting = input(false);
  /** From what a word that is begun can be completed. */
  readonly known = input.required<() => Known>();
  /** Does what was written; what it answers is why that can't be done. */
  readonly take = input.required<(text: string) => string | undefined>();
  /** This is begun at this place now. */
  readonly written = output<string>();
  /** One writes no more for now. */
  readonly rested = output();
  /** The last that one has said is to be changed. */
  readonly editLast = output();

  protected readonly words = inject(WORDS);
  protected readonly text = linkedSignal({
    source: () => ({ place: this.place(), draft: this.draft() }), // two places may have the same draft, as none
    computation: ({ draft }) => draft,
  });
  private readonly cursor = signal<number | undefined>(undefined);
  protected readonly completion = new Completion({
    text: this.text,
    cursor: this.cursor,
    known: () => this.known()(),
  });
  protected readonly optionId = (number: number) => `${this.name()}-offer-${number}`;
  /** Why what was written can't be done. */
  protected readonly obstacle = linkedSignal({ source: this.place, computation: (): string | undefined => undefined });
  /** How much is offered, for those who don't see it. */
  protected readonly suggestions = computed(() => {
    const count = this.completion.offers().length;
    return count ? this.words().composer.suggested(count) : '';
  });
  protected readonly left = computed(() => (this.limit() > 0 ? this.limit() - [...this.text()].length : Infinity));
  protected readonly isCounted = computed(() => this.left() < NEARLY_FULL);
  protected readonly isSayable = computed(() => this.text().trim() !== '' && this.left() >= 0 && !this.isFull());

  constructor() {
    afterRenderEffect(() => {
      this.show(this.text());
    });
  }

  /** Puts the cursor here, except where that would open a keyboard on the screen. */
  focus(): void {
    if (!isTouched(this.window)) {
      this.field().nativeElement.focus();
    }
  }

  /** Puts the cursor here, for somebody who is about to write. */
  write(): void {
    this.field().nativeElement.focus();
  }

  protected typed(): void {
    this.obstacle.set(undefined);
    this.put(this.field().nativeElement.value);
    this.look();
  }

  /** A browser that gives the focus back, as from a dialog, may leave the cursor where it was: what is typed would be lost. */
  protected settle(): void {
    const { nativeElement: field } = this.field();
    field.setSelectionRange(field.selectionStart, field.selectionEnd);
  }

  /** Sees where the cursor is. While an input method makes a word nothing is offered; a screen's keyboard makes all words so. */
  protected look(): void {
    const { selectionStart, selectionEnd } = this.field().nativeElement;
    const isPlain = selectionStart === selectionEnd && (!this.isComposing || isTouched(this.window));
    this.cursor.set(isPlain ? selectionStart : undefined);
  }

  protected compose(isComposing: boolean): void {
    this.isComposing = isComposing;
    this.look();
  }

  protected leave(): void {
    this.cursor.set(undefined);
    this.rested.emit();
  }

  protected pressed(event: KeyboardEvent): void {
    if (!event.isComposing && (this.complete(event) || this.edit(event))) {
      event.preventDefault();
    }
  }

  /** What a key does to what is offered; whether that is something. */
  private complete({ key, shiftKey }: KeyboardEvent): boolean {
    const { offers, chosen } = this.completion;
    const offer = offers()[chosen()];
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (offers().length) {
          this.completion.move(key === 'ArrowDown' ? 1 : -1);
        }
        return offers().length > 0;
      case 'Enter':
      case 'Tab':
        return !shiftKey && this.insert(offer);
      case ':':
        return this.insert(this.completion.named());
      default:
        return false;
    }
  }

  /**
   * What a key does to what is written; whether that is something. Enter says it; with Shift, in a fence of code, or on
   * a screen's keyboard, it begins a new line. In an empty field, up leads to what one has said last.
   */
  private edit(event: KeyboardEvent): boolean {
    const { key, shiftKey, altKey } = event;
    const isCommand = (event.ctrlKey || event.metaKey) && !altKey;
    const { nativeElement: field } = this.field();
    const sign = ENCLOSING[key];
    if (isCommand && sign) {
      enclose(field, sign);
      return true;
    }
    if (key === 'Enter' && !shiftKey) {
      const isSaid = isCommand || !(isTouched(this.window) || isInFence(this.text(), field.selectionStart));
      if (isSaid) {
        this.submit();
      }
      return isSaid;
    }
    if (key === 'ArrowUp' && !altKey && this.text() === '') {
      this.editLast.emit();
      return true;
    }
    return false;
  }

  /** Escape takes back the last thing only: what is offered. */
  protected escape(event: Event): void {
    if (!this.isComposing && this.completion.offers().length) {
      event.stopPropagation();
      this.completion.close();
    }
  }

  /** Writes what is offered in the place of the word at the cursor; whether it could. */
  protected insert(offer: Offer | undefined): boolean {
    const { nativeElement: field } = this.field();
    const { start } = this.completion.trigger() ?? {};
    if (!offer || start === undefined) {
      return false;
    }
    const end = field.selectionStart;
    field.setSelectionRange(start, end);
    type(field, /^\s/.test(field.value.slice(end)) ? offer.text : `${offer.text} `);
    return true;
  }

  /** Has an emoji chosen, and writes it at the cursor. */
  protected pickEmoji({ currentTarget }: Event): void {
    void this.picker.show(this.here, (close) => [
      inputBinding('at', () => currentTarget),
      outputBinding<string>('picked', (emoji) => {
        this.picked = emoji;
      }),
      outputBinding('closed', () => {
        close();
        this.field().nativeElement.focus();
        if (this.picked !== undefined) {
          type(this.field().nativeElement, this.picked);
        }
        this.picked = undefined;
      }),
    ]);
  }

  protected pasted(event: ClipboardEvent): void {
    const { nativeElement: field } = this.field();
    const { value, selectionStart, selectionEnd } = field;
    const link = linked(value, selectionStart, selectionEnd, event.clipboardData?.getData('text/plain') ?? '');
    if (link !== undefined) {
      event.preventDefault();
      type(field, link);
    }
  }

  protected submit(event?: Event): void {
    event?.preventDefault();
    if (this.isSayable()) {
      const obstacle = this.take()(this.text());
      this.obstacle.set(obstacle);
      if (obstacle === undefined) {
        this.put('');
        this.show(''); // at once: a key pressed before the page is drawn would else write on in what was sent
      }
    }
    this.field().nativeElement.focus();
  }

  /** A binding would write only what differs from what it wrote last, whatever was typed since. */
  private show(text: string): void {
    const { nativeElement: field } = this.field();
    if (field.value !== text) {
      field.value = text;
    }
  }

  private put(text: string): void {
    this.text.set(text);
    this.written.emit(text);
  }
}
