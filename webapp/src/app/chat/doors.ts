import { Person } from '../message/message';
import { keyOf, LOBBY, Place } from './place';
import { otherOf, placeOfRoom, Room, roomAt, State, titleOf, unread } from './state';

/** A place to go to. */
export interface Door {
  readonly place: Place;
  /** What stands on it, besides the sign of its kind. */
  readonly label: string;
  readonly kind: 'room' | 'private' | 'group' | 'person';
  readonly link: string;
  readonly isCurrent: boolean;
  readonly isUnread: boolean;
  /** The person of a conversation, as far as they are known, … */
  readonly person?: Person | undefined;
  /** … and whether they are here now. */
  readonly isHere: boolean;
}

/** The places that one knows, and the one where one is: the lobby first, then by name. */
export function doorsOf(state: State, current: Place, linkTo: (place: Place) => string): readonly Door[] {
  const here = new Set(roomAt(state, LOBBY)?.here ?? []);
  const doors = [...state.rooms.values()].flatMap((room): Door[] => {
    const place = placeOfRoom(state, room);
    const person = room.kind === 'direct' ? state.people.get(otherOf(state, room) ?? '') : undefined;
    return place
      ? [
          {
            ...doorTo(place, linkTo),
            label: labelOf(state, room, place),
            kind: kindOf(room),
            isCurrent: keyOf(place) === keyOf(current),
            isUnread: unread(room, state.me?.id) > 0,
            person,
            isHere: !!person && here.has(person.id),
          },
        ]
      : [];
  });
  if (!doors.some(({ isCurrent }) => isCurrent)) {
    const person = [...state.people.values()].find(({ name }) => keyOf(`@${name}`) === keyOf(current));
    doors.push({ ...doorTo(current, linkTo), isCurrent: true, person, isHere: !!person && here.has(person.id) });
  }
  const rank = (door: Door) => Number(keyOf(door.place) !== LOBBY);
  return doors.sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label) || a.place.localeCompare(b.place));
}

/** The door to a place of which nothing more is known. */
function doorTo(place: Place, linkTo: (place: Place) => string): Door {
  return {
    place,
    label: place.startsWith('r_') ? 'A private room' : place.slice(1),
    kind: place.startsWith('#') ? 'room' : place.startsWith('@') ? 'person' : 'private',
    link: linkTo(place),
    isCurrent: false,
    isUnread: false,
    isHere: false,
  };
}

function kindOf({ kind }: Room): Door['kind'] {
  return kind === 'direct' ? 'person' : kind === 'group' || kind === 'private' ? kind : 'room';
}

/** A room is found by its name; its title only where it has none. */
function labelOf(state: State, room: Room, place: Place): string {
  return (room.name ? undefined : titleOf(state, room)) ?? doorTo(place, () => '').label;
}
