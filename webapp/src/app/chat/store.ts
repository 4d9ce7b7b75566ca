import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Person } from 'parley-client/message/message';
import { MOST } from 'parley-client/outbox/unsent';
import { Session } from 'parley-client/session/session';
import { whyNot } from 'parley-client/socket/check';
import { onWake } from 'parley-client/socket/wake';
import { draftAt } from 'parley-client/state/drafts';
import { roomAt } from 'parley-client/state/state';
import { NotTaken, WhoAmI } from '../me/me';
import { Kept } from './kept';
import { signalOf } from './watched';
import { BROWSER, WORLD } from './world';

/** The session of the page, in Angular's terms: its cells are signals, and it is told of what the page goes through. */
@Injectable({ providedIn: 'root' })
export class Store {
  private readonly document = inject(DOCUMENT);
  private readonly kept = inject(Kept);
  private readonly whoAmI = inject(WhoAmI);
  /** Its verbs. */
  readonly session = new Session(inject(WORLD), inject(BROWSER), {
    whyClosed: () => whyNot(this.document.baseURI, this.document.location.origin),
    nameLost: (name, now) => {
      this.keepName(name, now);
    },
  });

  readonly state = signalOf(this.session.state);
  /** Where the person is. */
  readonly place = signalOf(this.session.place);
  /** The room there, if there is one yet. */
  readonly room = computed(() => roomAt(this.state(), this.place()));
  /** What is begun there, and not said yet. */
  readonly draft = computed(() => draftAt(this.state(), this.place()));
  /** How things stand with the connection. */
  readonly link = signalOf(this.session.link);
  /** Whether the server has said welcome on the connection that stands. */
  readonly ready = signalOf(this.session.ready);
  /** Why what is unsent waits, though there is a connection. */
  readonly hold = signalOf(this.session.hold);
  private readonly online = signal(this.document.defaultView?.navigator.onLine !== false);
  /** Whether the browser knows of a network. */
  readonly isOnline = this.online.asReadonly();
  /** Whether there is no connection, and not just the first one being made. */
  readonly isOffline = computed(() => {
    const link = this.link();
    return link.is === 'ended' || ('failures' in link && link.failures > 0);
  });
  /** Why no socket opens. */
  readonly whyClosed = signalOf(this.session.whyClosed);
  /** Whether the page is on somebody's screen. */
  readonly attentive = signalOf(this.session.attentive);
  /** Whether what is unsent outlasts this tab. */
  readonly isLasting = signalOf(this.session.isLasting);
  /** Whether the person has signed out: this page is not theirs any more. */
  readonly isGone = signalOf(this.session.isGone);
  /** Whether the person was in the room where they are and is not any more. */
  readonly isTurnedOut = signalOf(this.session.isTurnedOut);
  /** Whether so much is unsent that nothing more can be said. */
  readonly isFull = computed(() => this.state().outbox.length >= MOST);

  /** Begins to talk as this person; calls `shown` once what the browser remembers of their rooms is there. */
  start(me: Person, shown?: () => void): void {
    const isLooking = () => this.document.visibilityState === 'visible';
    onWake(this.document, () => {
      this.online.set(this.document.defaultView?.navigator.onLine !== false);
      this.session.wake(isLooking());
    });
    this.document.defaultView?.addEventListener('pagehide', () => {
      this.session.hide(); // there is no later
    });
    this.session.start(me, shown);
    this.session.wake(isLooking());
  }

  /** Takes another name, as a guest. @throws NotTaken if the server refuses it */
  async rename(name: string): Promise<void> {
    const { person } = await this.whoAmI.choose(name);
    if (person) {
      this.session.becomes(person);
      this.kept.write('name', person.name);
    }
  }

  /** A guest whom the server no longer knows gets back the name that they chose. */
  private keepName(name: string, now: Person): void {
    this.rename(name).catch((e: unknown) => {
      if (!(e instanceof NotTaken)) {
        throw e;
      }
      this.session.complain({ is: 'renamed', name: now.name, why: e });
    });
  }

  /**
   * Ends being this person in this browser, whatever is unsent.
   *
   * @throws NotTaken if the server does not do it: then all is as it was
   */
  async signOut(): Promise<void> {
    this.session.disconnect(); // the server closes it, which would take this page away before all is forgotten
    try {
      await this.whoAmI.leave();
    } catch (e) {
      this.session.connect();
      throw e;
    }
    this.kept.forget('name');
    this.session.forgetAll();
  }
}
