import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  inject,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { LANGUAGES } from '../words/languages';
import { ALL_WORDS } from '../words/later';
import { Speech } from '../words/speech';
import { Theme } from './theme';

/** Where one chooses how the page is in this browser. What is chosen counts at once. */
@Component({
  selector: 'parley-settings',
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [Theme],
  templateUrl: './settings.html',
})
export class Settings {
  private readonly speech = inject(Speech);
  private readonly theme = inject(Theme);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly closed = output();

  protected readonly words = inject(ALL_WORDS);
  /** The language that is marked: while it is loaded, not yet the one that is spoken. */
  protected readonly marked = linkedSignal(() => this.speech.language());
  protected readonly languages = LANGUAGES;
  protected readonly look = this.theme.look;
  /** Whether the browser lets this page neither open offline nor notify anybody. */
  protected readonly isInsecure = inject(DOCUMENT).defaultView?.isSecureContext === false;
  protected readonly schemes = [undefined, 'light', 'dark'] as const;
  /** Whether the language that was chosen last could not be loaded. */
  protected readonly isUnloaded = signal(false);

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }

  protected async speak(field: HTMLSelectElement): Promise<void> {
    const language = LANGUAGES.find(({ tag }) => tag === field.value);
    if (!language) {
      return;
    }
    this.marked.set(language);
    const isSpoken = await this.speech.choose(language);
    if (this.marked() === language) {
      this.isUnloaded.set(!isSpoken);
      this.marked.set(this.speech.language());
      field.value = this.marked().tag;
    }
  }

  protected colour(scheme: 'light' | 'dark' | undefined): void {
    const { contrast } = this.look();
    this.theme.choose({ ...(scheme ? { scheme } : {}), ...(contrast ? { contrast } : {}) });
  }

  protected turnContrast(): void {
    const { scheme, contrast } = this.look();
    this.theme.choose({ ...(scheme ? { scheme } : {}), ...(contrast ? {} : { contrast: true }) });
  }
}
