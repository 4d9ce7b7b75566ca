import { DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { RoomId } from 'parley-client/message/message';
import { nameInBrowser } from 'parley-client/outbox/name';
import { noteAt } from 'parley-client/state/notes';
import { hashOf } from 'parley-client/state/place';
import { lastingPlaceOf, Room } from 'parley-client/state/state';
import { Notifications } from '../page/notifications';
import { Kept } from './kept';
import { knockOf, Knock, knockWords } from './knock';
import { preferencesOf } from './preferences';
import { isQuiet, QUIET, quietOf } from './quiet';
import { Store } from './store';
import { viewOf } from './view';
import { WORLD } from './world';
import { WORDS } from '../words/speech';

/** What is read so soon (ms), in another tab or on another device, nobody has to be told of. */
const PATIENCE = 1_500;

/**
 * Tells somebody who looks elsewhere of new messages, as notifications of the browser. All tabs of a person hear the
 * same, and one tells it: the one that has the lock. What one sees is read, and what is read is not told.
 */
@Injectable({ providedIn: 'root' })
export class Knocking {
  private readonly document = inject(DOCUMENT);
  private readonly store = inject(Store);
  private readonly kept = inject(Kept);
  private readonly notifications = inject(Notifications);
  private readonly words = inject(WORDS);
  private readonly clock = inject(WORLD).clock;

  /** How far each room has been listened to. */
  private readonly heard = new Map<RoomId, number>();
  private readonly shown = new Map<RoomId, { readonly seq: number; readonly notification: Notification }>();
  private readonly on = signal(false);
  private isFirst = false;

  /** Whether this browser is to tell of messages. */
  readonly isOn = this.on.asReadonly();

  /** Begins to listen for the person whom the store talks as. */
  start(): void {
    this.on.set(this.kept.read('notify', this.me()) === true);
    this.beFirst();
    effect(() => {
      for (const room of this.store.state().rooms.values()) {
        untracked(() => {
          this.listen(room);
        });
      }
    });
  }

  /** Tells of messages from now on, if the person lets the browser; asked for only here. */
  async turnOn(): Promise<void> {
    if ((await this.notifications.request()) === 'granted') {
      this.keep(true);
      this.notifications.show('Parley', this.words().knock.hello, this.name('hello'), () => undefined);
    }
  }

  turnOff(): void {
    this.keep(false);
  }

  private keep(isOn: boolean): void {
    this.on.set(isOn);
    this.kept.write('notify', isOn, this.me());
  }

  /** Waits until no other tab of this person is first; then this one is, until it goes. */
  private beFirst(): void {
    const locks = this.document.defaultView?.navigator.locks as LockManager | undefined;
    void locks?.request(this.name('first'), () => {
      this.isFirst = true;
      return new Promise(() => undefined);
    });
  }

  /** What is not heard to the end was there before. */
  private listen(room: Room): void {
    const { id, position, end, seen, isRecalled } = room;
    const before = isRecalled ? end : (this.heard.get(id) ?? (position ? seen : end));
    const seq = position && position.seq >= end ? position.seq : before;
    this.heard.set(id, Math.max(before, seq));
    const shown = this.shown.get(id);
    if (shown && seen >= shown.seq) {
      shown.notification.close();
      this.shown.delete(id);
    }
    const knock = seq > before && knockOf(room, before, preferencesOf(this.store.state().notes, room), this.me());
    if (knock) {
      this.clock.after(PATIENCE, () => {
        this.tell(knock);
      });
    }
  }

  private tell(knock: Knock): void {
    const { entry } = knock;
    const state = this.store.state();
    const room = state.rooms.get(knock.room.id);
    const isShown = !viewOf(this.document.location.hash);
    const isBefore = this.store.attentive() && isShown && this.store.room()?.id === room?.id;
    const isQuietNow = isQuiet(quietOf(noteAt(state.notes, QUIET)), new Date());
    const isWanted = this.isFirst && !isQuietNow && this.kept.read('notify', this.me()) === true;
    if (!room || room.seen >= entry.seq || isBefore || !isWanted || this.notifications.permission() !== 'granted') {
      return;
    }
    const { title, body } = knockWords(state, knock, this.words());
    const notification = this.notifications.show(title, body, this.name(room.id), () => {
      this.document.location.hash = hashOf(lastingPlaceOf(room), entry.seq);
    });
    if (notification) {
      this.shown.set(room.id, { seq: entry.seq, notification });
    }
  }

  private name(of: string): string {
    return nameInBrowser(this.document, `notify ${of}`, this.me());
  }

  private me(): string {
    return this.store.state().me?.id ?? '';
  }
}
