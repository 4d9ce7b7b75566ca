import { Door } from './doors';

/** Doors that stand together in the list. */
export interface Section {
  readonly title: string;
  readonly doors: readonly Door[];
}

/** The doors as they are listed: what one likes best, then rooms, then people. What is empty is left out. */
export function sectionsOf(doors: readonly Door[]): readonly Section[] {
  const others = doors.filter(({ preferences }) => !preferences.isFavourite);
  return [
    { title: 'Favourites', doors: doors.filter(({ preferences }) => preferences.isFavourite) },
    { title: 'Rooms', doors: others.filter((door) => !isConversation(door)) },
    { title: 'People', doors: others.filter(isConversation) },
  ].filter((section) => section.doors.length > 0);
}

/** Whether behind it are people who talk among themselves, and no room that others may enter. */
export function isConversation({ kind }: Door): boolean {
  return kind === 'person' || kind === 'group';
}
