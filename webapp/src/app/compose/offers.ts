import { Person } from 'parley-client/message/message';
import { Room, State } from 'parley-client/state/state';
import { best, rankBy } from '../match/best';
import { folded } from '../match/matching';
import { IconName } from '../page/icon';
import { COMMANDS } from './commands';
import { Trigger } from './trigger';
import { Words } from '../words/words';

/** Something that can be written in the place of a word that was begun. */
export interface Offer {
  /** What is written then. */
  readonly text: string;
  /** How it is shown. */
  readonly label: string;
  /** What is to follow it. */
  readonly takes?: string;
  /** What else is of interest. */
  readonly aside?: string;
  /** An emoji is shown as such, … */
  readonly emoji?: string;
  /** … a person with their picture, … */
  readonly person?: Person;
  /** … and everyone as a crowd. */
  readonly icon?: IconName;
}

/** What is known to whoever writes. */
export interface Known {
  readonly state: State;
  /** The room where they write, if there is one yet. */
  readonly room: Room | undefined;
  readonly words: Words;
}

/** Most that is offered at a time. */
export const MOST = 8;

/** What names everyone, as the server knows it. */
const HERE = 'here';

/** What can be written for a word that was begun, the best first. */
export function offersFor(trigger: Trigger, { state, room, words }: Known): readonly Offer[] {
  switch (trigger.sign) {
    case '@':
      return people(trigger.query, state, room, words);
    case '#':
      return rooms(trigger.query, state, words);
    case '/':
      return commands(trigger.query, words);
    case ':':
      return [];
  }
}

/** Whether a word that was begun is already all of one of these. An emoji's name is not its sign. */
export function isWhole({ sign, query }: Trigger, offers: readonly Offer[]): boolean {
  return sign !== ':' && offers.some(({ text }) => folded(text) === folded(sign + query));
}

/** Who spoke last in this room, who else is in it, then all others whom one knows. */
function people(query: string, state: State, room: Room | undefined, { composer }: Words): readonly Offer[] {
  const spoke = (room?.entries ?? []).map(({ sender }) => sender).reverse();
  const known = new Set([...spoke, ...(room?.here ?? []), ...(room?.people ?? []), ...state.people.keys()]);
  const here = new Set(room?.here);
  const rank = rankBy(query);
  const found = best(
    [...known].filter((id) => id !== state.me?.id).flatMap((id) => state.people.get(id) ?? []),
    ({ name }) => rank(name),
    MOST,
  ).map((person) => ({
    text: `@${person.name}`,
    label: person.name,
    person,
    ...(here.has(person.id) ? { aside: composer.here } : {}),
  }));
  const isForAll = room && room.kind !== 'direct' && HERE.startsWith(folded(query));
  return isForAll
    ? [...found.slice(0, MOST - 1), { text: `@${HERE}`, label: HERE, aside: composer.everyone, icon: 'people' }]
    : found;
}

function rooms(query: string, { rooms: all }: State, { compare }: Words): readonly Offer[] {
  const rank = rankBy(query);
  const named = [...all.values()].flatMap(({ name, title }) => (name ? [{ name, title }] : []));
  return best(
    named.sort((a, b) => compare(a.name, b.name)),
    ({ name }) => rank(name.slice(1)),
    MOST,
  ).map(({ name, title }) => ({ text: name, label: name, ...(title === undefined ? {} : { aside: title }) }));
}

function commands(query: string, words: Words): readonly Offer[] {
  return COMMANDS.filter((name) => name.startsWith(query.toLowerCase())).map((name) => {
    const { takes = '', does = '' } = words.rest().commands?.[name] ?? {};
    return { text: `/${name}`, label: `/${name}`, ...(takes ? { takes } : {}), ...(does ? { aside: does } : {}) };
  });
}
