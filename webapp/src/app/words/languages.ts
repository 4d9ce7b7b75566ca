import { en } from './en';
import type { later } from './en-later';

/** What the page says from the start, in some language. */
export type First = typeof en;

/** What its parts say that are loaded later. */
export type Later = typeof later;

/** All that the page says. */
export type Catalogue = First & Later;

/** A language that the page can speak. */
export interface Language {
  /** How HTML, and this page's settings, call it. */
  readonly tag: string;
  /** How those call it who speak it. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** How it forms lists and plurals, where its tag does not say it all. */
  readonly form: string;
  /** English has only what is said first: the rest comes with the parts that say it. */
  load(): Promise<First>;
}

/** English: it is there before anything else. */
export const ENGLISH: Language = {
  tag: 'en',
  name: 'English',
  dir: 'ltr',
  form: 'en-GB', // which has no comma before "and"
  load: () => Promise.resolve(en),
};

/** All languages, by their names. */
export const LANGUAGES: readonly Language[] = [
  { tag: 'ar', name: 'العربية', dir: 'rtl', form: 'ar', load: () => import('./ar').then(({ ar }) => ar) },
  { tag: 'de', name: 'Deutsch', dir: 'ltr', form: 'de', load: () => import('./de').then(({ de }) => de) },
  ENGLISH,
  { tag: 'es', name: 'Español', dir: 'ltr', form: 'es', load: () => import('./es').then(({ es }) => es) },
  { tag: 'fr', name: 'Français', dir: 'ltr', form: 'fr', load: () => import('./fr').then(({ fr }) => fr) },
  { tag: 'ja', name: '日本語', dir: 'ltr', form: 'ja', load: () => import('./ja').then(({ ja }) => ja) },
  { tag: 'pl', name: 'Polski', dir: 'ltr', form: 'pl', load: () => import('./pl').then(({ pl }) => pl) },
  {
    tag: 'pt-BR',
    name: 'Português (Brasil)',
    dir: 'ltr',
    form: 'pt-BR',
    load: () => import('./pt').then(({ pt }) => pt),
  },
];

/** The first of the languages wanted that the page can speak; else English. */
export function languageFor(wanted: readonly string[]): Language {
  for (const one of wanted) {
    const found = LANGUAGES.find(({ tag }) => baseOf(tag) === baseOf(one));
    if (found) {
      return found;
    }
  }
  return ENGLISH;
}

/** The language as it is used where its reader is, if the browser tells that. */
export function regionOf({ tag }: Language, wanted: readonly string[]): string {
  return wanted.find((one) => baseOf(one) === baseOf(tag) && isTag(one)) ?? tag;
}

/** Whether this can be the tag of a language: a browser in a system that has none may want `en-US@posix`. */
function isTag(one: string): boolean {
  return /^[A-Za-z\d-]+$/.test(one);
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}
