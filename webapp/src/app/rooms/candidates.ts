import { Person } from 'parley-client/message/message';
import { isSame, nameTyped, Place } from 'parley-client/state/place';
import { best, rankBy } from '../match/best';

/** Somebody who may be chosen: known, or only by a name that somebody may have. */
export interface Candidate {
  readonly place: Place;
  readonly name: string;
  readonly person?: Person;
}

/** So many are offered. */
const SHOWN = 6;

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{0,39}$/u;

/** Who may be meant by what was typed, of those who are not chosen yet: first whom one knows, then a name as it stands. */
export function candidates(people: readonly Person[], chosen: readonly Place[], typed: string): readonly Candidate[] {
  const name = nameTyped(typed);
  if (!name) {
    return [];
  }
  const rank = rankBy(name);
  const isChosen = (place: Place) => chosen.some((other) => isSame(other, place));
  const known = best(
    people.filter((person) => !isChosen(`@${person.name}`)),
    (person) => rank(person.name),
    SHOWN,
  ).map((person) => ({ place: `@${person.name}` as const, name: person.name, person }));
  const isKnown = people.some((person) => isSame(`@${person.name}`, `@${name}`));
  const isNew = NAME.test(name) && !isKnown && !isChosen(`@${name}`);
  return isNew ? [...known, { place: `@${name}`, name }] : known;
}

/** Whom somebody meant who typed a whole name and chose nobody. */
export function meant(people: readonly Person[], chosen: readonly Place[], typed: string): readonly Place[] {
  const name = nameTyped(typed);
  const found = candidates(people, chosen, typed).find(({ place }) => isSame(place, `@${name}`));
  return found ? [...chosen, found.place] : chosen;
}
