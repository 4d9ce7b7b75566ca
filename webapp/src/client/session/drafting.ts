import { Noted, PersonId, ServerMessage } from '../message/message';
import { DraftShelf, KeptDraft } from '../outbox/draft-shelf';
import { Clock } from '../socket/clock';
import {
  Draft,
  Drafts,
  isOver,
  noteAt,
  noteKeyAt,
  unsentDrafts,
  withDraft,
  withoutDraft,
  WRITING,
} from '../state/drafts';
import { keyOf, Place } from '../state/place';
import { Access } from './access';

/** So long after the last key (ms) the server is told. */
const PAUSE = 1_000;
/** Most that a note holds, in UTF-16 units: what is longer stays in this browser. */
const MOST = 16_000;

/**
 * Sees to what somebody has begun to write until it is said: has the browser keep it at once, and tells the person's
 * other devices by the server's notes. Single-threaded.
 *
 * ## Who wins
 * What is written here stands until the server has told what it has since, and nobody has written here for a while.
 * From then on the server's note stands, whichever device it is from. So nothing changes under the cursor of somebody
 * who writes, and who wrote last wins everywhere.
 */
export class Drafting {
  private owner: PersonId | undefined;
  /** The notes that may be others than was told, because what was sent is not answered yet. */
  private readonly inDoubt = new Set<string>();
  private cancelPause: (() => void) | undefined;
  private cancelRest: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly shelf: DraftShelf,
  ) {}

  /** From now on sees to what this person writes; what another one had begun stays where it is kept. */
  own(person: PersonId): void {
    if (person !== this.owner) {
      this.owner = person;
      this.change(() => new Map());
      this.restore();
    }
  }

  /** This stands at a place now. */
  write(place: Place, text: string): void {
    this.keep({ place, text, at: this.clock.now(), stage: 'written' });
    this.cancelPause?.();
    this.restLater();
    if (text === '') {
      this.tell();
    } else {
      this.cancelPause = this.clock.after(PAUSE, () => {
        this.tell();
      });
    }
  }

  /** A place has another name. */
  move(from: Place, to: Place): void {
    const draft = this.drafts.get(keyOf(from));
    if (draft && keyOf(from) !== keyOf(to)) {
      this.drop(from);
      this.keep({ ...draft, place: to });
    }
  }

  /** Tells the server what was written and not told yet. A place that is no room has nothing to be told of. */
  tell(): void {
    if (!this.access.isReady()) {
      return;
    }
    for (const draft of this.drafts.values()) {
      const { place, text, stage } = draft;
      const key = noteKeyAt(this.access.state(), place);
      if (key === undefined && text === '') {
        this.drop(place);
      } else if (key !== undefined && stage === 'written' && text.length <= MOST) {
        this.send(draft, key);
      }
    }
    this.settle();
  }

  /** The connection stands. */
  begin(): void {
    this.restore();
    this.tell();
  }

  /** The connection is gone. */
  end(): void {
    this.inDoubt.clear();
    this.change(unsentDrafts);
  }

  heard(messages: readonly ServerMessage[]): void {
    for (const { after, notes } of messages.filter((message): message is Noted => message.type === 'notes')) {
      const keys = new Set(after === undefined ? this.inDoubt : notes.map(({ key }) => key));
      for (const draft of this.drafts.values()) {
        const key = noteKeyAt(this.access.state(), draft.place);
        if (key !== undefined && draft.stage === 'sent' && keys.has(key)) {
          this.answer(draft);
        }
      }
      keys.forEach((key) => this.inDoubt.delete(key));
      this.settle();
    }
  }

  /** The person has gone from this browser: nothing of theirs stays. */
  forget(): void {
    if (this.owner !== undefined) {
      this.shelf.clear(this.owner);
    }
    this.close();
  }

  /** It ends; what the browser keeps stays for when the person is back. */
  close(): void {
    this.cancelPause?.();
    this.cancelRest?.();
    this.owner = undefined;
    this.change(() => new Map());
  }

  private send(draft: Draft, key: string): void {
    if (draft.text === noteAt(this.access.state(), draft.place) && !this.inDoubt.has(key)) {
      this.answered(draft);
      return;
    }
    this.inDoubt.add(key);
    this.access.send({ type: 'note', key, ...(draft.text === '' ? {} : { value: draft.text }) });
    this.change((drafts) => withDraft(drafts, { ...draft, stage: 'sent' }));
  }

  /** The server has told this note. If it tells otherwise, what was sent may still be on its way, and is told next. */
  private answer(draft: Draft): void {
    const isAlike = draft.text === noteAt(this.access.state(), draft.place);
    this.answered(isAlike ? draft : { ...draft, at: this.clock.now() });
    this.restLater();
  }

  private restLater(): void {
    this.cancelRest?.();
    this.cancelRest = this.clock.after(WRITING, () => {
      this.settle();
    });
  }

  /** The server has it. The browser keeps it still, so that it is there at once when the page is opened anew. */
  private answered(draft: Draft): void {
    const { place, text } = draft;
    this.change((drafts) => withDraft(drafts, { ...draft, stage: 'answered' }));
    if (text === '') {
      this.unstore(place);
    } else {
      this.store({ place, text, isTold: true });
    }
  }

  /** What the server had and has no more, or otherwise, is not kept any longer. */
  private tidy(): void {
    for (const { place, text, isTold } of this.kept()) {
      if (isTold && !this.drafts.has(keyOf(place)) && text !== noteAt(this.access.state(), place)) {
        this.unstore(place);
      }
    }
  }

  /** Lets go of what the server knows better. */
  private settle(): void {
    for (const draft of this.drafts.values()) {
      if (isOver(this.access.state(), draft, this.clock.now())) {
        this.answered(draft);
        this.change((drafts) => withoutDraft(drafts, draft.place));
      }
    }
    this.tidy();
  }

  /** Takes up what the browser keeps, as from a tab that was killed. What was written in this one stands. */
  private restore(): void {
    for (const { place, text, isTold } of this.kept()) {
      if (!this.drafts.has(keyOf(place))) {
        const stage = isTold ? 'answered' : 'written';
        this.change((drafts) => withDraft(drafts, { place, text, at: -Infinity, stage }));
      }
    }
  }

  private keep(draft: Draft): void {
    const { place, text } = draft;
    if (this.owner !== undefined) {
      this.store({ place, text, isTold: false });
      this.change((drafts) => withDraft(drafts, draft));
    }
  }

  private drop(place: Place): void {
    this.unstore(place);
    this.change((drafts) => withoutDraft(drafts, place));
  }

  private kept(): readonly KeptDraft[] {
    return this.owner === undefined ? [] : this.shelf.all(this.owner);
  }

  private store(draft: KeptDraft): void {
    if (this.owner !== undefined) {
      this.shelf.keep(this.owner, draft);
    }
  }

  private unstore(place: Place): void {
    if (this.owner !== undefined) {
      this.shelf.forget(this.owner, place);
    }
  }

  private get drafts(): Drafts {
    return this.access.state().drafts;
  }

  private change(by: (drafts: Drafts) => Drafts): void {
    this.access.change((state) => ({ ...state, drafts: by(state.drafts) }));
  }
}
