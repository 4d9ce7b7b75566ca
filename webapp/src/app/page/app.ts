import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  signal,
} from '@angular/core';
import { Chat } from '../chat/chat';
import { Store } from '../chat/store';
import { BROWSER } from '../chat/world';
import { Me, NotTaken } from '../me/me';
import { Arrival } from './arrival';
import { Entrance, Farewell } from './entrance';
import { Mark } from './mark';
import { Speech } from '../words/speech';
import { nameRefusalText } from '../words/refusal';
import { Reason } from 'parley-client/message/message';
import { SIGN_IN } from 'parley-client/socket/check';
import { Renewal } from './renewal';

/** Where somebody stands who opened the page. */
type Step =
  | { readonly is: 'asking' }
  | { readonly is: 'outside' }
  | { readonly is: 'inside'; readonly notice: string | undefined }
  | { readonly is: 'unreachable'; readonly why: Reason };

/** The whole page: finds out who is there, lets guests choose a name, then opens the chat. */
@Component({
  selector: 'parley-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chat, Entrance, Mark],
  template: `
    @let now = step();
    @switch (now.is) {
      @case ('asking') {
        <main class="threshold" aria-busy="true">
          <parley-mark />
          <h1 class="visually-hidden">Parley</h1>
        </main>
      }
      @case ('outside') {
        <parley-entrance (entered)="comeIn($event)" />
      }
      @case ('unreachable') {
        <main class="threshold">
          <parley-mark />
          <h1>{{ words().page.nobodyAnswers }}</h1>
          <p role="alert">{{ textOf(now.why) }}</p>
          <button type="button" (click)="again(now.why)">
            {{ now.why.code === signIn ? words().banner.signIn : words().common.tryAgain }}
          </button>
        </main>
      }
      @case ('inside') {
        <parley-chat [notice]="now.notice" />
      }
    }
  `,
})
export class App {
  private readonly arrival = inject(Arrival);
  private readonly store = inject(Store);
  private readonly speech = inject(Speech);
  private readonly document = inject(DOCUMENT);

  protected readonly words = this.speech.words;
  protected readonly signIn = SIGN_IN;

  /** Who the server has taken this page for, on the connection that stands. */
  private readonly met = computed(() => (this.store.ready() ? this.store.state().me : undefined));
  protected readonly step = signal<Step>({ is: 'asking' });

  constructor() {
    effect(() => {
      if (this.store.isGone()) {
        this.leave({ hasSignedOut: true });
      }
    });
    effect(() => {
      const person = this.met();
      if (person) {
        this.arrival.known({ person });
      }
    });
    const [renewal, browser] = [inject(Renewal), inject(BROWSER)];
    afterNextRender(() => {
      browser.whenIdle(() => {
        renewal.start();
      });
    });
    void this.ask();
  }

  protected textOf(why: Reason): string {
    return why.code === SIGN_IN ? this.words().banner.signedOff : nameRefusalText(why, this.words());
  }

  /** Asks once more; or goes to where one signs in, which the server shows in place of this page. */
  protected again({ code }: Reason): void {
    if (code === SIGN_IN) {
      this.document.location.reload();
    } else {
      void this.ask();
    }
  }

  protected async ask(): Promise<void> {
    this.step.set({ is: 'asking' });
    try {
      const [{ me, later }] = await Promise.all([this.arrival.ask(), this.speech.ready]);
      this.enter(me);
      void later?.then((answer) => {
        this.correct(me, answer);
      });
    } catch (e) {
      if (!(e instanceof NotTaken)) {
        throw e;
      }
      this.step.set({ is: 'unreachable', why: e });
    }
  }

  /** Forgets everything that this page knows, also where it was, by opening it anew; but for how that came. */
  private leave(how?: Farewell): void {
    const { location, defaultView } = this.document;
    this.step.set({ is: 'asking' });
    this.arrival.known({});
    defaultView?.history.replaceState(how ?? null, '', location.pathname + location.search);
    location.reload();
  }

  /** The server says late who is there: if it is another one, nothing stays on the screen. */
  private correct({ person }: Me, answer: Me | undefined): void {
    if (answer && answer.person?.id !== person?.id) {
      this.leave();
    } else if (answer) {
      this.step.set({ is: 'inside', notice: answer.notice });
    }
  }

  /** Somebody has chosen a name. */
  protected comeIn(me: Me): void {
    this.enter(this.arrival.known(me));
  }

  private enter({ person, notice }: Me): void {
    if (person) {
      this.store.start(person, () => {
        this.step.set({ is: 'inside', notice }); // and not before: an empty room would be drawn first
      });
    } else {
      this.step.set({ is: 'outside' });
    }
  }
}
