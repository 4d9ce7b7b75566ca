import { FakeClock } from '../../testing/fake-clock';
import { FakeDrafts } from '../../testing/fake-drafts';
import { ANN, AT, BOB, conversation, mark, publicRoom, reset, welcome } from '../../testing/frames';
import { ClientMessage, Noted, ServerMessage } from '../message/message';
import { DraftShelf } from '../outbox/draft-shelf';
import { apply } from '../state/apply';
import { draftAt } from '../state/drafts';
import { Place } from '../state/place';
import { EMPTY, State } from '../state/state';
import { Drafting } from './drafting';

const ROOMS = [publicRoom('tea'), publicRoom('zoo'), conversation()];

/** A tab of ann's. */
class Tab {
  state: State = EMPTY;
  isReady = false;
  readonly sent: ClientMessage[] = [];
  readonly drafting: Drafting;
  private version = 0;

  constructor(
    readonly clock: FakeClock,
    shelf: DraftShelf,
  ) {
    this.drafting = new Drafting(
      clock,
      {
        state: () => this.state,
        isReady: () => this.isReady,
        change: (by) => {
          this.state = by(this.state);
        },
        send: (message) => {
          this.sent.push(message);
        },
      },
      shelf,
    );
    this.drafting.own(ANN.id);
  }

  /** The connection stands, and these are all notes. */
  connect(notes: Noted['notes'] = []): void {
    this.apply(welcome(...ROOMS), ...ROOMS.map((room) => reset(room)));
    this.isReady = true;
    this.drafting.begin();
    this.hear({ type: 'notes', version: ++this.version, mark: mark(1), notes });
  }

  lose(): void {
    this.isReady = false;
    this.drafting.end();
  }

  /** The server has this of the tea room's draft now. */
  told(value?: string): void {
    const notes = [{ key: 'draft:r_tea', ...(value === undefined ? {} : { value }) }];
    this.hear({ type: 'notes', after: this.version++, version: this.version, mark: mark(1), notes });
  }

  hear(message: ServerMessage): void {
    this.apply(message);
    this.drafting.heard([message]);
  }

  at(place: Place = '#tea'): string {
    return draftAt(this.state, place);
  }

  /** What the server was told, as `key value`. */
  get notes(): readonly string[] {
    return this.sent.flatMap((message) =>
      message.type === 'note' ? [`${message.key.slice('draft:'.length)} ${message.value ?? '-'}`] : [],
    );
  }

  private apply(...messages: ServerMessage[]): void {
    this.state = messages.reduce((s, m) => apply(s, m, AT), this.state);
  }
}

describe('drafting', () => {
  let clock: FakeClock;
  let shelf: FakeDrafts;
  let tab: Tab;

  beforeEach(() => {
    clock = new FakeClock();
    shelf = new FakeDrafts();
    tab = new Tab(clock, shelf);
  });

  it('keeps what is written at once, and tells it when one has paused', () => {
    tab.connect();
    tab.drafting.write('#tea', 'hel');
    clock.pass(999);
    tab.drafting.write('#tea', 'hello');
    expect(shelf.texts).toEqual(['hello']);
    clock.pass(999);
    expect(tab.notes).toEqual([]);
    clock.pass(1);
    expect(tab.notes).toEqual(['r_tea hello']);
  });

  it('tells at once that there is nothing any more, if there was something', () => {
    tab.connect();
    tab.drafting.write('#tea', 'hello');
    tab.drafting.write('#tea', '');
    expect(tab.notes).toEqual([]);
    tab.drafting.write('#tea', 'hello');
    tab.drafting.tell();
    tab.drafting.write('#tea', '');
    expect(tab.notes).toEqual(['r_tea hello', 'r_tea -']);
    clock.pass(5_000);
    expect(tab.state.drafts.size).toBe(0);
    expect(shelf.texts).toEqual([]);
  });

  it('shows what another device writes, unless one is writing here', () => {
    tab.connect();
    tab.told('from the phone');
    expect(tab.at()).toBe('from the phone');
    tab.drafting.write('#tea', 'from the phone, and here');
    clock.pass(1_000);
    tab.told('from the phone, and there');
    clock.pass(4_000);
    expect(tab.at()).toBe('from the phone, and here');
    clock.pass(1_000);
    expect(tab.at()).toBe('from the phone, and there');
    expect(tab.notes).toEqual(['r_tea from the phone, and here']);
  });

  it('tells again what was written since', () => {
    tab.connect();
    tab.drafting.write('#tea', 'one');
    clock.pass(1_000);
    tab.told('two');
    tab.drafting.write('#tea', 'one and');
    clock.pass(1_000);
    expect(tab.notes).toEqual(['r_tea one', 'r_tea one and']);
    expect(tab.at()).toBe('one and');
  });

  it('never lets go of what the server has not told', () => {
    tab.connect();
    tab.drafting.write('#tea', 'hello');
    clock.pass(60_000);
    expect(tab.at()).toBe('hello');
    tab.told('hello');
    expect(tab.state.drafts.size).toBe(0);
    expect(tab.at()).toBe('hello');
  });

  it('tells when the connection is back what was written without one', () => {
    tab.drafting.write('#tea', 'offline');
    clock.pass(10_000);
    expect(tab.notes).toEqual([]);
    tab.connect([{ key: 'draft:r_tea', value: 'older' }]);
    expect(tab.notes).toEqual(['r_tea offline']);
    expect(tab.at()).toBe('offline');
    tab.told('offline');
    clock.pass(5_000);
    expect(tab.at()).toBe('offline');
    expect(tab.state.drafts.size).toBe(0);
  });

  it('tells again what may be lost with a connection', () => {
    tab.connect();
    tab.drafting.write('#tea', 'hello');
    clock.pass(1_000);
    tab.lose();
    tab.connect();
    expect(tab.notes).toEqual(['r_tea hello', 'r_tea hello']);
  });

  it('takes up what a tab that was killed had kept', () => {
    tab.connect();
    tab.drafting.write('#tea', 'not told yet');
    const next = new Tab(clock, shelf);
    expect(next.at()).toBe('not told yet');
    next.connect();
    expect(next.notes).toEqual(['r_tea not told yet']);
  });

  it('shows what was told before at once, until the server tells otherwise', () => {
    tab.connect();
    tab.drafting.write('#tea', 'told');
    clock.pass(1_000);
    tab.told('told');
    clock.pass(4_000);
    const next = new Tab(clock, shelf);
    expect(next.at()).toBe('told');
    next.connect([{ key: 'draft:r_tea', value: 'said and begun anew' }]);
    expect(next.at()).toBe('said and begun anew');
    expect(next.notes).toEqual([]);
    expect(shelf.texts).toEqual([]);
  });

  it('takes up only what is newer than what was told', () => {
    tab.connect();
    tab.drafting.write('#tea', 'begun here');
    clock.pass(1_000);
    tab.told('begun here');
    const next = new Tab(clock, shelf);
    next.connect();
    expect(next.at()).toBe('');
    expect(next.notes).toEqual([]);
  });

  it('keeps what another tab has just written, whatever is told meanwhile', () => {
    tab.connect();
    const other = new Tab(clock, shelf);
    other.connect();
    tab.drafting.write('#tea', 'newer');
    other.told('older');
    expect(shelf.texts).toEqual(['newer']);
  });

  it('keeps to this browser what is at no room yet, or too long', () => {
    tab.connect();
    tab.drafting.write('@nobody', 'hello?');
    tab.drafting.write('#tea', 'a'.repeat(16_001));
    clock.pass(10_000);
    expect(tab.notes).toEqual([]);
    expect(new Tab(clock, shelf).at('@nobody')).toBe('hello?');
    tab.drafting.write('@nobody', '');
    expect(tab.state.drafts.size).toBe(1);
  });

  it('goes with a place that has another name', () => {
    tab.drafting.write('r_ann_bob', 'hello');
    tab.drafting.move('r_ann_bob', '@bob');
    expect(tab.at('@bob')).toBe('hello');
    expect(shelf.all(ANN.id).map(({ place }) => place)).toEqual(['@bob']);
  });

  it('keeps people apart', () => {
    tab.drafting.write('#tea', 'ann’s');
    tab.drafting.own(BOB.id);
    expect(tab.at()).toBe('');
    tab.drafting.own(ANN.id);
    expect(tab.at()).toBe('ann’s');
  });

  it('keeps nothing of somebody who has signed out', () => {
    tab.drafting.write('#tea', 'hello');
    tab.drafting.forget();
    tab.drafting.write('#tea', 'more');
    expect(shelf.texts).toEqual([]);
    expect(tab.at()).toBe('');
  });

  it('keeps for when they are back what was begun by somebody who has signed out elsewhere', () => {
    tab.drafting.write('#tea', 'hello');
    tab.drafting.close();
    expect(tab.at()).toBe('');
    tab.drafting.own(ANN.id);
    expect(tab.at()).toBe('hello');
  });
});
