import { Belongs, Person, PersonId, Settled } from 'parley-client/message/message';
import { Happening } from 'parley-client/state/state';

type Who = (id: PersonId) => Person;

/** What happened to a room, in words. */
export function sentence(happening: Happening, who: Who, me: Person | undefined): string {
  const name = (id: PersonId) => (id === me?.id ? 'You' : who(id).name);
  return happening.type === 'settings' ? settings(happening, name) : membership(happening, name);
}

function settings({ sender, title, topic, archived }: Settled, name: (id: PersonId) => string): string {
  const parts = [
    ...(title === undefined ? [] : [title ? `called the room “${title}”` : 'took the title away']),
    ...(topic === undefined ? [] : [topic ? `set the topic: ${topic}` : 'took the topic away']),
    ...(archived === undefined ? [] : [archived ? 'archived the room' : 'opened the room again']),
  ];
  return `${name(sender)} ${parts.join(' and ')}`;
}

function membership({ sender, person, change }: Belongs, name: (id: PersonId) => string): string {
  const object = name(person).replace(/^You$/, 'you');
  switch (change) {
    case 'joined':
      return `${name(person)} joined`;
    case 'left':
      return `${name(person)} left the room`;
    case 'invited':
      return `${name(sender)} invited ${object}`;
    case 'declined':
      return `${name(person)} declined the invitation`;
    case 'removed':
      return `${name(sender)} removed ${object}`;
    case 'owner':
      return `${name(sender)} handed the room on to ${object}`;
    default:
      return `${name(sender)}: ${change}`;
  }
}
