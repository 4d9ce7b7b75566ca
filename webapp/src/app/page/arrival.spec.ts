import { TestBed } from '@angular/core/testing';
import { FakeBrowser } from '../../testing/fake-browser';
import { FakeWorld } from '../../testing/fake-line';
import { ANN, BOB } from '../../testing/frames';
import { EMPTY } from 'parley-client/state/state';
import { BROWSER, WORLD } from '../chat/world';
import { NotTaken } from '../me/me';
import { Arrival } from './arrival';

describe('who opens the page', () => {
  let world: FakeWorld;
  let browser: FakeBrowser;
  let answer: () => Promise<Response>;

  beforeEach(() => {
    localStorage.clear();
    world = new FakeWorld();
    browser = new FakeBrowser();
    vi.spyOn(globalThis, 'fetch').mockImplementation(() => answer());
    TestBed.configureTestingModule({
      providers: [
        { provide: WORLD, useValue: world },
        { provide: BROWSER, useValue: browser.open() },
      ],
    });
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  const says =
    (body: unknown, status = 200) =>
    () =>
      Promise.resolve(Response.json(body, { status }));
  const isAway = () => Promise.reject(new TypeError('no network'));
  const ask = () => TestBed.inject(Arrival).ask();
  /** Ann was here, and the browser remembers her rooms. */
  async function was(): Promise<void> {
    answer = says({ person: ANN });
    await ask();
    browser.memory.set(ANN.id, { self: { me: ANN, limits: EMPTY.limits, people: [], notes: undefined }, rooms: [] });
  }

  it('is who the server says it is', async () => {
    answer = says({ person: ANN, notice: 'The disk is full.' });
    expect((await ask()).me).toEqual({ person: ANN, notice: 'The disk is full.' });
  });

  it.each([
    ['there is no network', isAway],
    ['a proxy answers for it', says({}, 502)],
    ['somebody else answers for it', () => Promise.resolve(new Response('<h1>It works!</h1>'))],
  ])('is who was here last, where %s', async (_, what) => {
    await was();
    answer = what;
    expect((await ask()).me).toEqual({ person: ANN });
  });

  it('is nobody, where nobody was here and the server does not answer', async () => {
    answer = isAway;
    await expect(ask()).rejects.toThrow(NotTaken);
  });

  it('is who was here last until the server says something, where that takes long', async () => {
    await was();
    let tell: (answer: Response) => void = () => undefined;
    answer = () => new Promise((resolve) => (tell = resolve));
    const asked = ask();
    world.clock.pass(1_000);
    const { me, later } = await asked;
    expect(me).toEqual({ person: ANN });
    tell(Response.json({ person: BOB }));
    expect(await later).toEqual({ person: BOB });
    expect(browser.memory.has(ANN.id)).toBe(false);
  });

  it('is not who was here last, where the server says that they may not come in', async () => {
    await was();
    answer = says({ code: 'origin', text: 'No.' }, 403);
    await expect(ask()).rejects.toThrow(NotTaken);
  });

  it.each([
    ['another one', { person: BOB }],
    ['nobody', {}],
  ])('finds nothing of who was here last, if it is %s', async (_, me) => {
    await was();
    answer = says(me);
    expect((await ask()).me).toEqual(me);
    expect(browser.memory.has(ANN.id)).toBe(false);
    answer = isAway;
    await ('person' in me ? expect(ask()).resolves.toEqual({ me: { person: BOB } }) : expect(ask()).rejects.toThrow());
  });
});
