import { Belongs, Person, PersonId, Settled } from 'parley-client/message/message';
import { Happening } from 'parley-client/state/state';
import { Words } from '../words/words';

type Who = (id: PersonId) => Person;
/** The name of somebody, unless that is oneself. */
type Other = (id: PersonId) => string | undefined;

/** What happened to a room, in words. */
export function sentence(happening: Happening, who: Who, me: Person | undefined, words: Words): string {
  const other = (id: PersonId) => (id === me?.id ? undefined : who(id).name);
  return happening.type === 'settings' ? settings(happening, other, words) : membership(happening, other, words);
}

/** Each change by itself. */
function settings({ sender, title, topic, archived }: Settled, other: Other, { happened }: Words): string {
  const by = other(sender);
  return [
    ...(title === undefined ? [] : [title ? happened.titled(by, title) : happened.untitled(by)]),
    ...(topic === undefined ? [] : [topic ? happened.topic(by, topic) : happened.noTopic(by)]),
    ...(archived === undefined ? [] : [archived ? happened.archived(by) : happened.reopened(by)]),
  ].join(' · ');
}

function membership({ sender, person, change }: Belongs, other: Other, { happened }: Words): string {
  switch (change) {
    case 'joined':
    case 'left':
    case 'declined':
      return happened[change](other(person));
    case 'invited':
    case 'removed':
    case 'owner':
      return happened[change](other(sender), other(person));
    default:
      return happened.other(other(sender), change);
  }
}
