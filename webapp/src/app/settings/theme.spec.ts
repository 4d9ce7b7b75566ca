import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Look, lookOf, Theme } from './theme';

describe('a look', () => {
  it.each([
    [
      { scheme: 'dark', contrast: true },
      { scheme: 'dark', contrast: true },
    ],
    [{ scheme: 'pink', contrast: 'yes' }, {}],
    ['dark', {}],
    [null, {}],
  ])('that was kept as %j is %j', (kept, look) => {
    expect(lookOf(kept)).toEqual(look);
  });
});

describe('the theme', () => {
  const open = () => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [Theme] });
    return TestBed.inject(Theme);
  };

  beforeEach(() => {
    localStorage.clear();
  });

  it('is kept, and told to the script that shows it', () => {
    const theme = open();
    const told: Look[] = [];
    TestBed.inject(DOCUMENT).addEventListener('parley-theme', (event) => {
      told.push((event as CustomEvent<Look>).detail);
    });
    expect(theme.look()).toEqual({});
    theme.choose({ scheme: 'light', contrast: true });
    theme.choose({ contrast: true });
    expect(told).toEqual([{ scheme: 'light', contrast: true }, { contrast: true }]);
    expect(open().look()).toEqual({ contrast: true });
  });
});
