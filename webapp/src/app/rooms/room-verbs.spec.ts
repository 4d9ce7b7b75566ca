import { ANN, AT, BOB, conversation, publicRoom, reset, welcome } from '../../testing/frames';
import { RoomInfo } from 'parley-client/message/message';
import { apply } from 'parley-client/state/apply';
import { EMPTY } from 'parley-client/state/state';
import { roomVerbsFor } from './room-verbs';

const verbs = (info: RoomInfo) => {
  const state = [welcome(info), reset(info)].reduce((before, it) => apply(before, it, AT), EMPTY);
  return roomVerbsFor(state.rooms.get(info.id)!, ANN.id);
};
const TEA = publicRoom('tea');

describe('what one can do to a room', () => {
  it('is everything for its owner', () => {
    const all = ['settle', 'invite', 'remove', 'handOn', 'archive', 'leave'];
    expect(verbs({ ...TEA, owner: ANN.id })).toEqual(all);
    expect(verbs({ ...TEA, kind: 'private', title: 'Plans', owner: ANN.id })).toEqual(all);
  });

  it('is inviting and leaving for the others', () => {
    expect(verbs({ ...TEA, owner: BOB.id })).toEqual(['invite', 'leave']);
    expect(verbs(TEA)).toEqual(['invite', 'leave']);
  });

  it('is little where it is archived', () => {
    expect(verbs({ ...TEA, owner: BOB.id, archived: true })).toEqual(['leave']);
    expect(verbs({ ...TEA, owner: ANN.id, archived: true })).toEqual(['remove', 'handOn', 'reopen', 'leave']);
  });

  it('is nothing in the lobby and in conversations', () => {
    expect(verbs(publicRoom('lobby'))).toEqual([]);
    expect(verbs(conversation())).toEqual([]);
    expect(verbs({ ...conversation(), kind: 'group' })).toEqual([]);
  });
});
