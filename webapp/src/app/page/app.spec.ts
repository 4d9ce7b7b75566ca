import { TestBed } from '@angular/core/testing';
import { FakeBrowser } from '../../testing/fake-browser';
import { FakeWorld } from '../../testing/fake-line';
import { FakeScreen } from '../../testing/fake-screen';
import { ANN } from '../../testing/frames';
import { App } from './app';
import { BROWSER, WORLD } from '../chat/world';

describe('the page', () => {
  FakeScreen.forEach();
  let world: FakeWorld;
  let answers: Response[];

  beforeEach(() => {
    localStorage.clear();
    world = new FakeWorld();
    answers = [];
    vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
      answers.length ? Promise.resolve(answers.shift()!) : Promise.reject(new TypeError('no network')),
    );
    TestBed.configureTestingModule({ providers: [{ provide: WORLD, useValue: world }] });
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  async function open() {
    const page = TestBed.createComponent(App);
    await page.whenStable();
    const element = page.nativeElement as HTMLElement;
    return { page, element, find: <E extends HTMLElement>(selector: string) => element.querySelector<E>(selector) };
  }

  it('lets somebody whom the server knows straight in', async () => {
    answers.push(Response.json({ person: ANN }));
    const { find } = await open();
    expect(find('parley-chat')).not.toBeNull();
    expect(world.lines).toHaveLength(1);
  });

  it('shows the rooms that the browser remembers at once, and not an empty one first', async () => {
    const browser = new FakeBrowser();
    TestBed.overrideProvider(BROWSER, { useValue: browser.open() });
    answers.push(Response.json({ person: ANN }));
    const { page, find } = await open();
    expect(find('parley-chat')).toBeNull();
    browser.settle();
    await page.whenStable();
    expect(find('parley-chat')).not.toBeNull();
  });

  it('opens no socket for a stranger before they have a name', async () => {
    answers.push(Response.json({}));
    const { page, find } = await open();
    expect(world.lines).toHaveLength(0);
    answers.push(Response.json({ code: 'name_taken', text: 'Somebody is called ann.' }, { status: 409 }));
    find<HTMLInputElement>('input')!.value = 'ann';
    find<HTMLButtonElement>('button')!.click();
    await page.whenStable();
    await vi.waitFor(() => {
      expect(find('.refusal')?.textContent).toContain('Somebody is called ann.');
    });
    expect(world.lines).toHaveLength(0);
    answers.push(Response.json({ person: ANN, notice: 'The disk is full.' }));
    find<HTMLButtonElement>('button')!.click();
    await vi.waitFor(() => {
      expect(find('.notice-board')?.textContent).toContain('The disk is full.');
    });
    expect(world.lines).toHaveLength(1);
  });

  it('says so when nobody answers, and asks again', async () => {
    const { page, element, find } = await open();
    expect(element.textContent).toContain('Nobody answers');
    answers.push(Response.json({}));
    find<HTMLButtonElement>('button')!.click();
    await page.whenStable();
    await vi.waitFor(() => {
      expect(find('parley-entrance')).not.toBeNull();
    });
  });
});
