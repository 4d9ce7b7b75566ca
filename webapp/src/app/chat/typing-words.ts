import { Room, State } from 'parley-client/state/state';
import { Words } from '../words/words';

/** So many who are writing are named; of more it is said that they are several. */
const NAMED = 3;

/** Who else is writing in a room, in words; nothing, if nobody is. */
export function typingWords({ people, me }: State, room: Room | undefined, { typing, list }: Words): string {
  const ids = room?.typing?.people ?? [];
  const others = ids.filter((id) => id !== me?.id).flatMap((id) => people.get(id)?.name ?? []);
  if (room?.typing?.several || others.length > NAMED) {
    return typing.several;
  }
  return others.length ? typing.named(others.length, { names: list(others) }) : '';
}
