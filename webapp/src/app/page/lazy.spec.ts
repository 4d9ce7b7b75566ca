import {
  afterNextRender,
  Component,
  ElementRef,
  output,
  outputBinding,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { FakeScreen } from '../../testing/fake-screen';
import { Lazy } from './lazy';

@Component({ template: `<dialog #dialog (close)="closed.emit()"></dialog>` })
class Asking {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  readonly closed = output();

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }
}

@Component({ template: '<ng-container #here />' })
class Page {
  readonly here = viewChild.required('here', { read: ViewContainerRef });
}

describe('a part that is loaded when it is wanted', () => {
  FakeScreen.forEach();
  let fixture: ComponentFixture<Page>;
  let load: () => Promise<typeof Asking>;
  let lazy: Lazy<Asking>;
  const dialogs = () => [...document.querySelectorAll('dialog')];
  const closed = vi.fn();

  beforeEach(() => {
    closed.mockClear();
    load = vi.fn(() => Promise.resolve(Asking));
    lazy = new Lazy(() => load());
    fixture = TestBed.createComponent(Page);
    fixture.detectChanges();
  });

  async function show(): Promise<void> {
    await lazy.show(fixture.componentInstance.here(), (close) => [
      outputBinding('closed', () => {
        closed();
        close();
      }),
    ]);
    await fixture.whenStable();
  }

  it('is loaded once, and shown once at a time', async () => {
    await show();
    await show();
    expect(dialogs()).toHaveLength(1);
    dialogs()[0]?.close();
    await fixture.whenStable();
    expect(dialogs()).toHaveLength(0);
    await show();
    expect(dialogs()).toHaveLength(1);
    expect(load).toHaveBeenCalledOnce();
  });

  it('is shown again where it is wanted before it has told that it was closed, which it tells once', async () => {
    await show();
    const [first] = dialogs();
    first?.close();
    await show();
    expect(dialogs()).toHaveLength(1);
    expect(dialogs()[0]).not.toBe(first);
    expect(dialogs()[0]?.open).toBe(true);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('has to be wanted again where nobody answers, and is loaded then', async () => {
    load = () => Promise.reject(new TypeError('no network'));
    await show();
    expect(dialogs()).toHaveLength(0);
    load = () => Promise.resolve(Asking);
    await show();
    expect(dialogs()).toHaveLength(1);
  });

  it('does not hide what is wrong with it', async () => {
    load = () => Promise.reject(new RangeError('a fault'));
    await expect(show()).rejects.toThrow('a fault');
  });
});
