import { keyOf, LOBBY, Place } from './place';
import { Door } from './rooms';
import { otherOf, placeOfRoom, roomAt, State, unread } from './state';

/** The places that one knows, and the one where one is: the lobby first, then by name. */
export function doorsOf(state: State, current: Place, linkTo: (place: Place) => string): readonly Door[] {
  const here = new Set(roomAt(state, LOBBY)?.here ?? []);
  const doors = [...state.rooms.values()].flatMap((room): Door[] => {
    const place = placeOfRoom(state, room);
    const person = room.name ? undefined : state.people.get(otherOf(state, room) ?? '');
    const isCurrent = place !== undefined && keyOf(place) === keyOf(current);
    return place
      ? [
          {
            place,
            link: linkTo(place),
            isCurrent,
            isUnread: unread(room) > 0,
            person,
            isHere: !!person && here.has(person.id),
          },
        ]
      : [];
  });
  if (!doors.some(({ isCurrent }) => isCurrent)) {
    const person = [...state.people.values()].find(({ name }) => keyOf(`@${name}`) === keyOf(current));
    doors.push({
      place: current,
      link: linkTo(current),
      isCurrent: true,
      isUnread: false,
      person,
      isHere: !!person && here.has(person.id),
    });
  }
  const rank = (door: Door) => Number(keyOf(door.place) !== LOBBY);
  return doors.sort((a, b) => rank(a) - rank(b) || a.place.localeCompare(b.place));
}
