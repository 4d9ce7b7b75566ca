import { signal } from '@angular/core';
import { ALL_WORDS } from '../app/words/later';
import { WORDS } from '../app/words/speech';
import { english } from './english';

/** Has components say what they say in English, all of which is there. */
export const IN_ENGLISH = [WORDS, ALL_WORDS].map((provide) => ({ provide, useValue: signal(english) }));
