import { ANN, AT, BOB, publicRoom, reset, welcome } from '../../testing/frames';
import { apply } from 'parley-client/state/apply';
import { verbsFor } from './may';
import { EMPTY, Entry, Room } from 'parley-client/state/state';

const LOBBY = publicRoom('lobby');
const lobby: Room = [welcome(LOBBY), reset(LOBBY)]
  .reduce((state, it) => apply(state, it, AT), EMPTY)
  .rooms.get(LOBBY.id)!;
const entry = (sender: string): Entry => ({ seq: 1, sender, content: 'one', at: AT });

describe('what one may do to a message', () => {
  it('is to edit and delete one’s own, and no other', () => {
    expect(verbsFor(entry(ANN.id), lobby, ANN.id)).toEqual(
      expect.arrayContaining(['edit', 'delete', 'react', 'reply', 'pin']),
    );
    expect(verbsFor(entry(BOB.id), lobby, ANN.id)).toEqual(['react', 'reply', 'pin', 'link', 'unread']);
  });

  it('is only to read in an archived room, and to delete one’s own', () => {
    const archived = { ...lobby, archived: true };
    expect(verbsFor(entry(ANN.id), archived, ANN.id)).toEqual(['link', 'unread', 'delete']);
    expect(verbsFor(entry(BOB.id), archived, ANN.id)).toEqual(['link', 'unread']);
  });

  it('is not to have a room unread from a reply on', () => {
    expect(verbsFor({ ...entry(BOB.id), thread: 1 }, lobby, ANN.id)).toEqual(['react', 'reply', 'pin', 'link']);
  });

  it('is nothing where it was deleted', () => {
    expect(verbsFor({ ...entry(ANN.id), deleted: true }, lobby, ANN.id)).toEqual([]);
  });
});
