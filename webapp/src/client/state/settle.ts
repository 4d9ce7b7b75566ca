import { Belongs, RoomInfo, Settled } from '../message/message';
import { Happening, Room } from './state';

/** What the server tells is set of a room; nothing where nothing is. */
export function traits({
  title,
  topic,
  owner,
  archived,
}: RoomInfo): Pick<Room, 'title' | 'topic' | 'owner' | 'archived'> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(topic === undefined ? {} : { topic }),
    ...(owner === undefined ? {} : { owner }),
    ...(archived === undefined ? {} : { archived }),
  };
}

/** The room once this has happened to it. */
export function happened(room: Room, happening: Happening): Room {
  const now = happening.type === 'settings' ? settled(room, happening) : belongs(room, happening);
  return { ...now, happenings: [...room.happenings, happening] };
}

/** An empty title or topic is none. */
function settled(room: Room, { title, topic, archived }: Settled): Room {
  const { title: oldTitle, topic: oldTopic, archived: wasArchived, ...rest } = room;
  const now = { title: title ?? oldTitle, topic: topic ?? oldTopic, archived: archived ?? wasArchived };
  return {
    ...rest,
    ...(now.title ? { title: now.title } : {}),
    ...(now.topic ? { topic: now.topic } : {}),
    ...(now.archived ? { archived: true } : {}),
  };
}

/** A room without an owner belongs to who joins it next. */
function belongs(room: Room, { person, change }: Belongs): Room {
  const { owner, ...rest } = room;
  switch (change) {
    case 'owner':
      return { ...rest, owner: person };
    case 'joined':
      return { ...rest, owner: owner ?? person };
    case 'left':
    case 'removed':
      return owner === person ? rest : room;
    default:
      return room;
  }
}
