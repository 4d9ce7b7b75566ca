import { computed, inject, InjectionToken, Signal } from '@angular/core';
import { later } from './en-later';
import { Speech } from './speech';
import { AllWords } from './words';

/** All words, for the parts of the page that are loaded later, and bring what they say in English: `words = inject(ALL_WORDS)`. */
export const ALL_WORDS = new InjectionToken<Signal<AllWords>>('what the page says, also later', {
  factory: () => {
    const { words } = inject(Speech);
    return computed(() => ({ ...later, ...words() }));
  },
});
