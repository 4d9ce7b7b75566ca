import { Door } from './doors';

/** Doors that stand together in the list. */
export interface Section {
  /** What it is of. */
  readonly of: 'favourites' | 'rooms' | 'people';
  readonly doors: readonly Door[];
}

/** The doors as they are listed: what one likes best, then rooms, then people. What is empty is left out. */
export function sectionsOf(doors: readonly Door[]): readonly Section[] {
  const others = doors.filter(({ preferences }) => !preferences.isFavourite);
  const sections: readonly Section[] = [
    { of: 'favourites', doors: doors.filter(({ preferences }) => preferences.isFavourite) },
    { of: 'rooms', doors: others.filter((door) => !isConversation(door)) },
    { of: 'people', doors: others.filter(isConversation) },
  ];
  return sections.filter((section) => section.doors.length > 0);
}

/** Whether behind it are people who talk among themselves, and no room that others may enter. */
export function isConversation({ kind }: Door): boolean {
  return kind === 'person' || kind === 'group';
}
