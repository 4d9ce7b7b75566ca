import { Door } from './doors';

/** The next door above (−1) or below (1) the one where one is that is wanted; after the last one comes the first. */
export function doorBeside(
  doors: readonly Door[],
  step: -1 | 1,
  isWanted: (door: Door) => boolean = () => true,
): Door | undefined {
  const from = doors.findIndex(({ isCurrent }) => isCurrent);
  for (let i = 1; i < doors.length; i++) {
    const door = doors[(from + step * i + doors.length) % doors.length];
    if (door && isWanted(door)) {
      return door;
    }
  }
  return undefined;
}
