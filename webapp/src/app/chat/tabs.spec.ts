import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FakeBrowser, FakeTab } from '../../testing/fake-browser';
import { FakeClock } from '../../testing/fake-clock';
import { FakeLine, FakeWorld } from '../../testing/fake-line';
import { FakeServer } from '../../testing/fake-server';
import { ANN } from '../../testing/frames';
import { LEASE, LOOK } from 'parley-client/outbox/claims';
import { SIGNED_OUT } from 'parley-client/socket/come-back';
import { Store } from './store';
import { BROWSER, WORLD } from './world';

/** A tab, and the connections that it has made. */
interface Tab {
  readonly store: Store;
  readonly world: FakeWorld;
  readonly browser: FakeTab;
  /** The line that the server has let in. */
  line: FakeLine | undefined;
}

/** Numbers that are the same in each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** Everything that ann's tabs have to do with. */
class Scene {
  readonly clock = new FakeClock();
  readonly browser = new FakeBrowser();
  readonly server: FakeServer;
  tabs: Tab[] = [];

  constructor(...verdict: ConstructorParameters<typeof FakeServer>[1][]) {
    this.server = new FakeServer(['lobby', 'tea'], verdict[0] ?? (() => undefined));
  }

  open(): Tab {
    const [world, browser] = [new FakeWorld(this.clock), this.browser.open()];
    const injector = Injector.create({
      parent: TestBed.inject(Injector),
      providers: [{ provide: WORLD, useValue: world }, { provide: BROWSER, useValue: browser }, { provide: Store }],
    });
    const tab = { store: injector.get(Store), world, browser, line: undefined };
    tab.store.start(ANN);
    browser.settle(); // it connects once it has looked what is remembered
    this.tabs = [...this.tabs, tab];
    return tab;
  }

  /** The server lets the tab in, if it is at the door. */
  connect(tab: Tab): void {
    const { line } = tab.world;
    if (tab.line === undefined && tab.world.lines.length && line.onopen) {
      tab.line = line;
      this.server.accept(line);
    }
  }

  disconnect(tab: Tab): void {
    const { line } = tab;
    tab.line = undefined;
    if (line) {
      this.server.drop(line);
      line.ends(1006);
    }
  }

  kill(tab: Tab): void {
    tab.browser.kill();
    if (tab.line) {
      this.server.drop(tab.line);
    }
    this.tabs = this.tabs.filter((other) => other !== tab);
  }

  /** Lets everything happen that can without time passing. */
  settle(): void {
    for (let i = 0; this.browser.busy || this.server.unread.length; i++) {
      if (i > 10_000) {
        throw new Error('it never settles');
      }
      this.browser.settle();
      for (const line of this.server.unread) {
        this.server.read(line);
      }
    }
  }

  pass(ms: number): void {
    for (let left = ms; left > 0; left -= 100) {
      this.clock.pass(Math.min(100, left));
      this.settle();
    }
  }

  said(room = 'r_lobby'): string[] {
    return (this.server.log.get(room) ?? []).map(({ content }) => content);
  }
}

const stages = ({ store }: Tab) => store.state().outbox.map(({ content, stage }) => `${content} ${stage.is}`);

describe('the tabs of one person', () => {
  beforeEach(() => {
    localStorage.clear();
    vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({ ok: true })));
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('show the same, and one of them sends it', () => {
    const scene = new Scene();
    const [one, two] = [scene.open(), scene.open()];
    one.store.session.say('hello');
    expect(stages(one)).toEqual(['hello new']);
    scene.settle();
    expect(stages(one)).toEqual(['hello waiting']);
    expect(stages(two)).toEqual(['hello waiting']);
    scene.connect(one);
    scene.connect(two);
    scene.pass(1_000);
    expect(scene.said()).toEqual(['hello']);
    expect([...stages(one), ...stages(two)]).toEqual([]);
    const sent = [one, two].flatMap(({ world }) => world.line.sentOf('message'));
    expect(sent).toHaveLength(1);
  });

  it('do not send what is not kept yet', () => {
    const scene = new Scene();
    const tab = scene.open();
    scene.connect(tab);
    scene.settle();
    tab.store.session.say('hello');
    expect(tab.world.line.sentOf('message')).toEqual([]);
    scene.browser.step();
    expect(tab.world.line.sentOf('message')).toEqual([]);
    scene.browser.step();
    expect(tab.world.line.sentOf('message')).toHaveLength(1);
  });

  it('wait for each other in a room, and not in another one', () => {
    const scene = new Scene(({ content }) => (content === 'one' ? { code: 'busy', retryAfter: 700 } : undefined));
    const [one, two] = [scene.open(), scene.open()];
    scene.connect(one);
    scene.connect(two);
    scene.settle();
    one.store.session.say('one');
    scene.settle();
    two.store.session.say('two');
    two.store.session.go('#tea');
    two.store.session.say('elsewhere');
    scene.pass(3 * LEASE);
    expect(stages(two)).toEqual(['one elsewhere', 'two waiting']);
    expect(scene.said()).toEqual([]);
    expect(scene.said('r_tea')).toEqual(['elsewhere']);
  });

  it('take over from a tab that has died, within seconds', () => {
    const scene = new Scene();
    const [one, two] = [scene.open(), scene.open()];
    scene.connect(one);
    scene.connect(two);
    scene.settle();
    one.store.session.say('last words');
    scene.browser.step();
    scene.browser.step();
    expect(one.world.line.sentOf('message')).toHaveLength(1);
    scene.kill(one); // before the server has read it, and before the other tab has heard of it
    scene.pass(LOOK + LEASE);
    expect(scene.said()).toEqual(['last words']);
    expect(stages(two)).toEqual([]);
  });

  it('agree on what was refused, edited and discarded', () => {
    const scene = new Scene(({ content }) => (content.startsWith('bad') ? { code: 'too_long' } : undefined));
    const [one, two] = [scene.open(), scene.open()];
    scene.connect(one);
    scene.settle();
    one.store.session.say('fine');
    one.store.session.say('bad 1');
    one.store.session.say('bad 2');
    one.store.session.say('good');
    scene.pass(1_000);
    expect(scene.said()).toEqual(['fine', 'good']);
    expect(stages(two)).toEqual(['bad 1 refused', 'bad 2 refused']);
    expect(two.store.state().outbox[0]?.stage).toEqual({
      is: 'refused',
      code: 'too_long',
      text: 'No: too_long.',
      after: 1,
    });
    const [first, second] = two.store.state().outbox.map(({ ref }) => ref);
    two.store.session.edit(first ?? '', 'better');
    two.store.session.discard(second ?? '');
    scene.pass(1_000);
    expect(scene.said()).toEqual(['fine', 'good', 'better']);
    expect(scene.server.log.get('r_lobby')?.some(({ ref }) => ref === first)).toBe(false);
    expect([...stages(one), ...stages(two)]).toEqual([]);
  });

  it('find what was written offline and was never sent, in the order in which it was written', () => {
    const scene = new Scene();
    const tab = scene.open();
    for (let i = 1; i <= 60; i++) {
      tab.store.session.say(`number ${i}`);
    }
    scene.settle();
    scene.kill(tab);
    const later = scene.open();
    scene.settle();
    expect(stages(later)).toHaveLength(60);
    scene.connect(later);
    scene.pass(10_000);
    expect(scene.said()).toEqual(Array.from({ length: 60 }, (_, i) => `number ${i + 1}`));
  });

  it('go on from memory where the browser keeps nothing more, and say so', () => {
    const scene = new Scene();
    const tab = scene.open();
    tab.store.session.say('kept');
    scene.settle();
    expect(tab.store.isLasting()).toBe(true);
    scene.browser.isFull = true;
    tab.store.session.say('one');
    scene.settle();
    expect(tab.store.isLasting()).toBe(false);
    tab.store.session.say('two');
    scene.connect(tab);
    scene.pass(1_000);
    expect(scene.said()).toEqual(['kept', 'one', 'two']);
  });

  it('are all over once the person signs out in one, and nothing stays', async () => {
    const scene = new Scene();
    const [one, two] = [scene.open(), scene.open()];
    one.store.session.say('never mind');
    scene.settle();
    await one.store.signOut();
    scene.settle();
    expect(one.store.isGone()).toBe(true);
    expect(two.store.isGone()).toBe(true);
    const later = scene.open();
    scene.settle();
    expect(stages(later)).toEqual([]);
  });

  it('go on as they were where the server does not sign the person out', async () => {
    vi.mocked(fetch).mockImplementation((_, init) =>
      Promise.resolve(Response.json({ text: 'Not now.' }, { status: init?.method === 'DELETE' ? 503 : 200 })),
    );
    const scene = new Scene();
    const [one, two] = [scene.open(), scene.open()];
    scene.connect(one);
    scene.settle();
    await expect(one.store.signOut()).rejects.toThrow('Not now.');
    one.line = undefined;
    one.store.session.say('still here');
    scene.connect(one);
    scene.pass(1_000);
    expect(scene.said()).toEqual(['still here']);
    expect(one.store.isGone() || two.store.isGone()).toBe(false);
  });

  it('keep what is unsent where only the server says that the person has signed out', () => {
    const scene = new Scene();
    const tab = scene.open();
    tab.store.session.say('for later');
    scene.settle();
    tab.world.line.ends(SIGNED_OUT);
    expect(tab.store.isGone()).toBe(true);
    const later = scene.open();
    scene.connect(later);
    scene.pass(LEASE);
    expect(scene.said()).toEqual(['for later']);
  });

  it('do not run into the limit again and again', () => {
    let [left, refusals] = [20, 0];
    const scene = new Scene(() => {
      if (left >= 1) {
        left--;
        return undefined;
      }
      refusals++;
      return { code: 'slow_down', retryAfter: Math.ceil((1 - left) * 200) };
    });
    const [one, two] = [scene.open(), scene.open()];
    scene.connect(one);
    scene.connect(two);
    scene.settle();
    for (let i = 0; i < 50; i++) {
      one.store.session.go(i % 2 ? '#tea' : '#lobby');
      one.store.session.say(`number ${i}`);
    }
    for (let ms = 0; ms < 8_000; ms += 100) {
      scene.pass(100);
      left = Math.min(20, left + 0.5);
    }
    expect([...scene.said(), ...scene.said('r_tea')]).toHaveLength(50);
    expect(refusals).toBeLessThan(10);
  });

  /**
   * Tabs open, die and lose their connections at any moment, in the middle of transactions too; the server refuses for
   * now and for good; people edit and discard. Whatever was kept is stored once, and in order.
   */
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))('lose nothing, whatever happens (%i)', (seed) => {
    const random = seeded(seed);
    const some = (n: number) => Math.floor(random() * n);
    const scene = new Scene(({ content }) => {
      if (content.startsWith('bad')) {
        return { code: 'too_long' };
      }
      const codes = ['slow_down', 'busy', 'storage_full'];
      return isCalm || random() < 0.7 ? undefined : { code: codes[some(3)] ?? '', retryAfter: some(900) };
    });
    let isCalm = false;
    let [count, discarded] = [0, 0];
    scene.open();
    for (let i = 0; i < 400; i++) {
      const tab = scene.tabs[some(scene.tabs.length)];
      const refused = tab?.store.state().outbox.find(({ stage }) => stage.is === 'refused');
      const unread = scene.server.unread;
      const line = unread[some(unread.length)];
      const chance = random();
      if (chance < 0.12 && tab) {
        tab.store.session.go(some(2) ? '#lobby' : '#tea');
        tab.store.session.say(`${some(8) ? 'good' : 'bad'} ${count++}`);
      } else if (chance < 0.45) {
        scene.browser.step(some(scene.browser.busy));
      } else if (chance < 0.7 && line) {
        scene.server.read(line);
      } else if (chance < 0.8 && tab) {
        scene.connect(tab);
      } else if (chance < 0.84 && tab) {
        scene.disconnect(tab);
      } else if (chance < 0.87 && tab) {
        scene.kill(tab);
      } else if (chance < 0.9 && scene.tabs.length < 4) {
        scene.open();
      } else if (chance < 0.92 && tab && refused) {
        if (some(2)) {
          tab.store.session.edit(refused.ref, `edited ${refused.content}`);
        } else {
          tab.store.session.discard(refused.ref);
          discarded++;
        }
      } else {
        scene.clock.pass(some(4) ? some(300) : some(6_000));
      }
    }
    isCalm = true;
    const last = scene.open();
    for (let i = 0; i < 60; i++) {
      scene.tabs.forEach((tab) => {
        scene.connect(tab);
      });
      scene.pass(1_000);
    }
    for (const tab of scene.tabs) {
      expect(stages(tab).filter((stage) => !stage.endsWith('refused'))).toEqual([]);
      expect(stages(tab)).toEqual(stages(last));
    }
    const kept = [...scene.browser.kept];
    const stored = [...scene.said(), ...scene.said('r_tea')];
    const left = last.store.state().outbox.map(({ content }) => content);
    expect(new Set(stored).size).toBe(stored.length);
    const good = kept.filter((content) => content.startsWith('good'));
    expect(stored.filter((content) => content.startsWith('good')).sort()).toEqual([...good].sort());
    for (const room of ['r_lobby', 'r_tea']) {
      const here = scene.said(room).filter((content) => content.startsWith('good'));
      expect(here).toEqual(good.filter((content) => here.includes(content)));
    }
    const gone = kept.filter((content) => content.startsWith('bad') && !left.includes(content));
    const edits = gone.filter((content) => stored.includes(`edited ${content}`));
    expect(gone.length - edits.length).toBeLessThanOrEqual(discarded);
  });
});
