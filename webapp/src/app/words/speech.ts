import { computed, DOCUMENT, inject, Injectable, InjectionToken, Signal, signal } from '@angular/core';
import { Kept } from '../chat/kept';
import { en } from './en';
import { ENGLISH, First, Language, languageFor, LANGUAGES, Later, regionOf } from './languages';
import { Words, wordsOf } from './words';

/** Under this name a browser keeps the language that somebody chose. */
const KEPT = 'language';

/** Which language the page speaks. Until another one is loaded, that is English. */
@Injectable({ providedIn: 'root' })
export class Speech {
  private readonly document = inject(DOCUMENT);
  private readonly kept = inject(Kept);
  private readonly wanted = this.document.defaultView?.navigator.languages ?? [];
  private readonly spoken = signal<{ readonly language: Language; readonly catalogue: First }>({
    language: ENGLISH,
    catalogue: en,
  });
  /** The rest of English. */
  private late: Partial<Later> = {};
  /** The one that was asked for last: what is loaded later than it does not come in its way. */
  private asked: Language | undefined;

  readonly language = computed(() => this.spoken().language);
  readonly words = computed((): Words => {
    const { language, catalogue } = this.spoken();
    const region = regionOf(language, this.wanted);
    return language === ENGLISH
      ? wordsOf(catalogue, language, region, () => this.late)
      : wordsOf(catalogue, language, region);
  });
  /** Done when the page speaks the language that its reader wants, or can't. */
  readonly ready = this.speak(this.remembered() ?? languageFor(this.wanted));

  constructor() {
    this.document.defaultView?.requestIdleCallback?.(() => void this.learn());
    this.kept.watch(KEPT, () => void this.speak(this.remembered() ?? languageFor(this.wanted)));
  }

  /** Speaks this language from now on, also when the page is opened again; whether it can. */
  async choose(language: Language): Promise<boolean> {
    const isSpoken = await this.speak(language);
    if (this.language() === language) {
      this.kept.write(KEPT, language.tag);
    }
    return isSpoken;
  }

  private async speak(language: Language): Promise<boolean> {
    this.asked = language;
    const catalogue = await this.load(() => language.load());
    if (catalogue && this.asked === language) {
      this.spoken.set({ language, catalogue });
      this.document.documentElement.lang = language.tag;
      this.document.documentElement.dir = language.dir;
    }
    return catalogue !== undefined;
  }

  /** Has the rest of English at hand, too. */
  private async learn(): Promise<void> {
    this.late = (await this.load(() => import('./en-later').then(({ later }) => later))) ?? {};
  }

  private async load<T>(from: () => Promise<T>): Promise<T | undefined> {
    try {
      return await from();
    } catch (e) {
      if (!(e instanceof TypeError)) {
        throw e;
      }
      return undefined; // nobody answers just now
    }
  }

  private remembered(): Language | undefined {
    const kept = this.kept.read(KEPT);
    return LANGUAGES.find(({ tag }) => tag === kept);
  }
}

/** The words of the language that the page speaks: `words = inject(WORDS)`, and then `words().common.close`. */
export const WORDS = new InjectionToken<Signal<Words>>('what the page says', { factory: () => inject(Speech).words });
