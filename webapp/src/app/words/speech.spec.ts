import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { en } from './en';
import { ENGLISH, LANGUAGES, languageFor, regionOf } from './languages';
import { Speech } from './speech';

const language = (tag: string) => LANGUAGES.find((one) => one.tag === tag)!;

describe('the language for somebody', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['nl', 'pt-PT', 'en'], 'pt-BR'],
    [['nl'], 'en'],
    [[], 'en'],
  ])('who wants %j is %s', (wanted, tag) => {
    expect(languageFor(wanted).tag).toBe(tag);
  });

  it('is used as it is where they are', () => {
    expect(regionOf(language('de'), ['en', 'de-CH', 'de'])).toBe('de-CH');
    expect(regionOf(language('ja'), ['en'])).toBe('ja');
    expect(regionOf(language('en'), ['en-US@posix', 'en-GB'])).toBe('en-GB');
    expect(regionOf(language('en'), ['en-US@posix'])).toBe('en');
  });
});

describe('the speech', () => {
  const open = (...wanted: string[]) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(wanted);
    TestBed.resetTestingModule();
    return TestBed.inject(Speech);
  };
  const html = () => {
    const { lang, dir } = TestBed.inject(DOCUMENT).documentElement;
    return `${lang} ${dir}`;
  };

  beforeEach(() => {
    localStorage.clear();
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await TestBed.inject(Speech).choose(ENGLISH);
  });

  it('is the browser’s, as soon as it is loaded', async () => {
    const speech = open('de-CH', 'en');
    expect(speech.words().common.close).toBe(en.common.close);
    await speech.ready;
    expect(speech.words().common.close).toBe('Schließen');
    expect(html()).toBe('de ltr');
  });

  it('is the one chosen, also when the page is opened again', async () => {
    const speech = open('en');
    expect(await speech.choose(language('ar'))).toBe(true);
    expect(speech.words().common.close).toBe('إغلاق');
    expect(html()).toBe('ar rtl');
    const again = open('en');
    await again.ready;
    expect(again.language().tag).toBe('ar');
  });

  it('stays as it is where the other one can’t be loaded', async () => {
    const speech = open('en');
    await speech.ready;
    const lost = { ...language('fr'), load: () => Promise.reject(new TypeError('no network')) };
    expect(await speech.choose(lost)).toBe(false);
    expect(speech.language()).toBe(ENGLISH);
    await open('en').ready;
    expect(html()).toBe('en ltr');
  });

  it('is what was asked for last, whatever comes when', async () => {
    const speech = open('en');
    let come: (words: typeof en) => void = () => undefined;
    const slow = { ...language('fr'), load: () => new Promise<typeof en>((done) => (come = done)) };
    const first = speech.choose(slow);
    await speech.choose(language('ja'));
    come(en);
    await first;
    expect(speech.language().tag).toBe('ja');
    const again = open('en');
    await again.ready;
    expect(again.language().tag).toBe('ja');
    expect(speech.words().day(new Date(2026, 10, 26))).toContain('11月26日');
  });
});
