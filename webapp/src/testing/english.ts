import { en } from '../app/words/en';
import { ENGLISH } from '../app/words/languages';
import { wordsOf } from '../app/words/words';

/** What the page says in tests. */
export const english = wordsOf(en, ENGLISH, 'en-GB');
