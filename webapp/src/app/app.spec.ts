import { TestBed } from '@angular/core/testing';
import { App } from './app';

describe('App', () => {
  it('names itself', () => {
    const page = TestBed.createComponent(App);
    page.detectChanges();
    expect(page.nativeElement.textContent).toContain('Parley');
  });
});
