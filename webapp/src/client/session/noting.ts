import { Refused } from '../message/message';
import { Access } from './access';
import { Notes, notesRefused, notesSent, notesUnsent, noteWritten } from '../state/notes';

/** Keeps the person's notes with the server: what is written without a connection is sent once there is one. Single-threaded. */
export class Noting {
  constructor(private readonly access: Access) {}

  /** Has a note say this on all devices; without a value, has it gone. */
  write(key: string, value?: string): void {
    this.change((notes) => noteWritten(notes, key, value));
    this.tell();
  }

  /** Sends what was not sent yet. */
  tell(): void {
    const unsent = [...this.access.state().notes.written].filter(([, { isSent }]) => !isSent);
    if (unsent.length && this.access.isReady()) {
      this.change(notesSent);
      for (const [key, { value }] of unsent) {
        this.access.send({ type: 'note', key, ...(value === undefined ? {} : { value }) });
      }
    }
  }

  /** What can't be kept is given up: what is told of the refusal says why. */
  heard(refusals: readonly Refused[]): void {
    if (refusals.some(({ code }) => code === 'too_many_notes')) {
      this.change(notesRefused);
    }
  }

  /** The connection is gone. */
  end(): void {
    this.change(notesUnsent);
  }

  private change(by: (notes: Notes) => Notes): void {
    this.access.change((state) => ({ ...state, notes: by(state.notes) }));
  }
}
