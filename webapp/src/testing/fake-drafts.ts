import { PersonId } from 'parley-client/message/message';
import { DraftShelf, KeptDraft } from 'parley-client/outbox/draft-shelf';
import { keyOf, Place } from 'parley-client/state/place';

/** What a browser keeps of drafts, and its tabs share. */
export class FakeDrafts implements DraftShelf {
  readonly kept = new Map<string, KeptDraft>();

  all(person: PersonId): readonly KeptDraft[] {
    return [...this.kept].filter(([key]) => key.startsWith(`${person} `)).map(([, draft]) => draft);
  }

  keep(person: PersonId, draft: KeptDraft): void {
    this.kept.set(`${person} ${keyOf(draft.place)}`, draft);
  }

  forget(person: PersonId, place: Place): void {
    this.kept.delete(`${person} ${keyOf(place)}`);
  }

  clear(person: PersonId): void {
    this.all(person).forEach(({ place }) => {
      this.forget(person, place);
    });
  }

  get texts(): readonly string[] {
    return [...this.kept.values()].map(({ text }) => text);
  }
}
