import { TestBed } from '@angular/core/testing';
import { Foothold } from './foothold';

describe('the keyboard', () => {
  let lost: number;
  const element = (id: string) => document.getElementById(id) as HTMLElement;

  beforeEach(() => {
    lost = 0;
    document.body.innerHTML = `
      <div role="log" tabindex="0" id="log">
        <div tabindex="-1" id="line"><p id="words"><button id="react"></button></p></div>
      </div>
      <button id="other"></button>`;
    TestBed.runInInjectionContext(() => new Foothold(() => lost++));
  });

  afterEach(() => {
    document.body.innerHTML = '';
  });

  /** Has something go that the keyboard is at. */
  function goes(id: string): void {
    element('react').focus();
    element(id).remove();
    TestBed.tick();
  }

  it('is at the nearest around what is gone, …', () => {
    goes('words');
    expect(document.activeElement).toBe(element('line'));
    expect(lost).toBe(0);
  });

  it('… or where somebody else says, if there is nothing but what scrolls, …', () => {
    goes('line');
    expect(document.activeElement).toBe(document.body);
    expect(lost).toBe(1);
    TestBed.tick();
    expect(lost).toBe(1);
  });

  it('… and stays where somebody has put it meanwhile', () => {
    element('react').focus();
    element('line').remove();
    element('other').focus();
    TestBed.tick();
    expect(document.activeElement).toBe(element('other'));
    expect(lost).toBe(0);
  });

  it('is at what was only moved', () => {
    element('line').focus();
    element('log').append(element('words'), element('line'));
    TestBed.tick();
    expect(document.activeElement).toBe(element('line'));
    expect(lost).toBe(0);
  });

  it('leaves the page where somebody goes on from its end', () => {
    element('other').focus();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
    element('other').blur();
    TestBed.tick();
    expect(document.activeElement).toBe(document.body);
    expect(lost).toBe(0);
  });

  it('is nowhere, where somebody has pressed on nothing', () => {
    element('react').focus();
    document.dispatchEvent(new Event('pointerdown'));
    element('react').blur();
    TestBed.tick();
    expect(document.activeElement).toBe(document.body);
    expect(lost).toBe(0);
  });
});
