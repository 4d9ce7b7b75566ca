import { Members, Person, PersonId } from 'parley-client/message/message';
import { Room, State } from 'parley-client/state/state';
import { Words } from '../words/words';

/** Somebody who belongs to a room, and how. */
export interface Row {
  readonly person: Person;
  readonly is: 'owner' | 'member' | 'invited';
}

/** Who is told to be in a room, part by part. */
export interface Roster {
  readonly count: number;
  readonly members: readonly PersonId[];
  readonly invited: readonly PersonId[];
  /** Where the next part begins, if there is one. */
  readonly next?: PersonId;
}

export const NOBODY: Roster = { count: 0, members: [], invited: [] };

/** What was told before and this part. */
export function joined(before: Roster, { count, members, invited, after }: Members): Roster {
  return {
    count,
    members: [...before.members, ...members],
    invited: [...before.invited, ...invited],
    ...(after === undefined ? {} : { next: after }),
  };
}

/** Those of them who are known by name, the owner first, and those who are only invited last. */
export function rowsOf({ people }: State, { owner }: Room, { members, invited }: Roster, words: Words): readonly Row[] {
  const named = (ids: readonly PersonId[]) =>
    ids.flatMap((id) => people.get(id) ?? []).sort((a, b) => words.compare(a.name, b.name));
  const inside = named(members).map((person) => ({
    person,
    is: person.id === owner ? ('owner' as const) : ('member' as const),
  }));
  return [
    ...inside.filter(({ is }) => is === 'owner'),
    ...inside.filter(({ is }) => is === 'member'),
    ...named(invited).map((person) => ({ person, is: 'invited' as const })),
  ];
}
