import { en } from '../app/words/en';
import { later } from '../app/words/en-later';
import { ENGLISH } from '../app/words/languages';
import { wordsOf } from '../app/words/words';

/** What the page says in tests. */
export const english = wordsOf({ ...en, ...later }, ENGLISH, 'en-GB');
