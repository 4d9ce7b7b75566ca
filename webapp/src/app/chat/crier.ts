import { effect, inject, Signal, signal, untracked } from '@angular/core';
import { Room } from 'parley-client/state/state';
import { WORDS } from '../words/speech';
import { announcement } from './announcement';
import { Store } from './store';

/** Has new messages of others read out, once; never what was there before. To be made in an injection context. */
export class Crier {
  private readonly store = inject(Store);
  private readonly words = inject(WORDS);
  private readonly text = signal('');
  private spoken: { readonly id: string; readonly seq: number } | undefined;

  /** What is to be read out now. */
  readonly announced = this.text.asReadonly();

  /**
   * @param room what is on the screen, if that is a room
   */
  constructor(room: Signal<Room | undefined>) {
    effect(() => {
      this.announce(room());
    });
  }

  private announce(room: Room | undefined): void {
    const seq = room?.position?.seq ?? 0;
    if (!room?.position || seq < room.end || room.isRecalled) {
      return;
    }
    if (this.spoken?.id === room.id && seq > this.spoken.seq) {
      const { people, me } = untracked(this.store.state);
      const text = announcement(room, this.spoken.seq, people, me?.id, untracked(this.words));
      if (text) {
        this.text.set(text);
      }
    }
    this.spoken = { id: room.id, seq };
  }
}
