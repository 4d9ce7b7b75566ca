import { manualChangeDetection } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FakeScreen } from '../../testing/fake-screen';
import { SettingsHarness } from '../../testing/settings.harness';
import { LANGUAGES } from '../words/languages';
import { Speech } from '../words/speech';
import { Settings } from './settings';
import { Look } from './theme';

describe('the settings', () => {
  FakeScreen.forEach();
  let closed: () => void;
  let looks: Look[];

  const shown = (event: Event) => {
    looks.push((event as CustomEvent<Look>).detail);
  };
  const open = async () => {
    const fixture = TestBed.createComponent(Settings, { bindings: [outputBinding('closed', closed)] });
    const settings = await TestbedHarnessEnvironment.harnessForFixture(fixture, SettingsHarness);
    const loaded = async () => {
      await vi.dynamicImportSettled();
      await fixture.whenStable();
    };
    return { settings, loaded };
  };

  beforeEach(() => {
    localStorage.clear();
    closed = vi.fn();
    looks = [];
    document.addEventListener('parley-theme', shown);
  });

  afterEach(() => {
    document.removeEventListener('parley-theme', shown);
    document.documentElement.lang = 'en';
    document.documentElement.dir = 'ltr';
  });

  it('open with what is, as long as nobody wants it otherwise', async () => {
    const { settings } = await open();
    expect(await settings.isOpen()).toBe(true);
    expect(await settings.language()).toBe('English');
    expect(await settings.colours()).toBe('As on this device');
    expect(await settings.isOn('High contrast')).toBe(false);
  });

  it('have all languages, by what those call them who speak them', async () => {
    const { settings } = await open();
    expect(await settings.languages()).toEqual(LANGUAGES.map(({ name }) => name));
  });

  it('have the page speak the language that is chosen, also the next time', async () => {
    const { settings, loaded } = await open();
    await settings.chooseLanguage('Deutsch');
    await loaded();
    expect(await settings.language()).toBe('Deutsch');
    expect(await settings.textIn('h2')).toBe('Einstellungen');
    expect(document.documentElement.lang).toBe('de');
    TestBed.resetTestingModule();
    await vi.dynamicImportSettled();
    await TestBed.inject(Speech).ready;
    expect(await (await open()).settings.language()).toBe('Deutsch');
  });

  it('say that a language can’t be loaded, and go back to the one that is spoken', async () => {
    const { settings, loaded } = await open();
    const french = LANGUAGES.find(({ name }) => name === 'Français')!;
    const load = vi.spyOn(french, 'load').mockRejectedValue(new TypeError('no network'));
    await manualChangeDetection(() => settings.chooseLanguage('Français')); // sooner than anything is drawn
    expect(await settings.refusal()).toBe('That language can’t be loaded right now. Try again in a moment.');
    expect(await settings.language()).toBe('English');
    load.mockRestore();
    await settings.chooseLanguage('Français');
    await loaded();
    expect(await settings.refusal()).toBe('');
    expect(await settings.language()).toBe('Français');
  });

  it('have the page in the colours that are chosen', async () => {
    const { settings } = await open();
    await settings.chooseColours('Dark');
    expect(await settings.colours()).toBe('Dark');
    await settings.chooseColours('As on this device');
    expect(await settings.colours()).toBe('As on this device');
    expect(looks).toEqual([{ scheme: 'dark' }, {}]);
  });

  it('have it in high contrast, whatever its colours', async () => {
    const { settings } = await open();
    await settings.chooseColours('Light');
    await settings.click('High contrast');
    expect(await settings.isOn('High contrast')).toBe(true);
    await settings.chooseColours('Dark');
    await settings.click('High contrast');
    expect(await settings.isOn('High contrast')).toBe(false);
    expect(looks).toEqual([
      { scheme: 'light' },
      { scheme: 'light', contrast: true },
      { scheme: 'dark', contrast: true },
      { scheme: 'dark' },
    ]);
  });

  it('remember how the page looks', async () => {
    const first = await open();
    await first.settings.chooseColours('Dark');
    await first.settings.click('High contrast');
    const { settings } = await open();
    expect(await settings.colours()).toBe('Dark');
    expect(await settings.isOn('High contrast')).toBe(true);
  });

  it('close by Escape', async () => {
    const { settings } = await open();
    await settings.press('Escape');
    expect(closed).toHaveBeenCalledOnce();
    expect(await settings.isOpen()).toBe(false);
  });
});
