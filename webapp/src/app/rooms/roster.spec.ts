import { ANN, AT, BOB, publicRoom, reset, welcome } from '../../testing/frames';
import { apply } from 'parley-client/state/apply';
import { EMPTY } from 'parley-client/state/state';
import { english } from '../../testing/english';
import { joined, NOBODY, rowsOf } from './roster';

const CEM = { id: 'p_cem', name: 'Cem', guest: false };
const TEA = { ...publicRoom('tea'), owner: BOB.id };
const state = [welcome(TEA), reset(TEA), { type: 'person', ...CEM } as const].reduce(
  (before, it) => apply(before, it, AT),
  EMPTY,
);
const part = (members: string[], invited: string[], after?: string) =>
  ({
    type: 'members',
    ref: 'a',
    recipient: TEA.id,
    count: 3,
    members,
    invited,
    ...(after ? { after } : {}),
  }) as const;

describe('a roster', () => {
  it('is told part by part', () => {
    const first = joined(NOBODY, part([ANN.id], [], ANN.id));
    expect(first).toEqual({ count: 3, members: [ANN.id], invited: [], next: ANN.id });
    expect(joined(first, part([BOB.id], [CEM.id]))).toEqual({
      count: 3,
      members: [ANN.id, BOB.id],
      invited: [CEM.id],
    });
  });

  it('begins with the owner and ends with who is only invited', () => {
    const roster = { count: 2, members: [ANN.id, BOB.id, 'p_unknown'], invited: [CEM.id] };
    expect(
      rowsOf(state, state.rooms.get(TEA.id)!, roster, english).map(({ person, is }) => `${person.name} ${is}`),
    ).toEqual(['bob owner', 'ann member', 'Cem invited']);
  });
});
