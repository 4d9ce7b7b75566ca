import { AT, BOB, mark, page } from '../../testing/frames';
import { amendedPeeks, peekAt, peeked, peeksOf } from './peeks';

const stamp = { recipient: 'r_tea', mark: mark(0), sender: BOB.id, at: AT };
const peeks = peeked(new Map(), page('a', 'r_tea', [3, 4], { asOf: 10 }));

describe('an excerpt', () => {
  it('is of the message that was read', () => {
    expect(peekAt(peeks, 'r_tea', 3)?.content).toBe('number 3');
    expect(peekAt(peeks, 'r_tea', 5)).toBeUndefined();
    expect(peekAt(peeks, 'r_cake', 3)).toBeUndefined();
  });

  it('stands among those of its room, in order', () => {
    const more = peeked(peeked(peeks, page('b', 'r_tea', [1])), page('c', 'r_cake', [2]));
    expect(peeksOf(more, 'r_tea').map(({ seq }) => seq)).toEqual([1, 3, 4]);
  });

  it('stays when others come', () => {
    const more = peeked(peeks, page('b', 'r_cake', [3]));
    expect(peekAt(more, 'r_tea', 4)?.content).toBe('number 4');
    expect(peekAt(more, 'r_cake', 3)?.content).toBe('number 3');
  });

  it('is edited and deleted with its message', () => {
    const edited = amendedPeeks(peeks, { ...stamp, type: 'edit', seq: 11, target: 3, content: 'in other words' });
    expect(peekAt(edited, 'r_tea', 3)?.content).toBe('in other words');
    const deleted = amendedPeeks(edited, { ...stamp, type: 'delete', seq: 12, target: 3, author: BOB.id });
    expect(peekAt(deleted, 'r_tea', 3)).toMatchObject({ deleted: true, content: '' });
    expect(peekAt(deleted, 'r_tea', 4)?.content).toBe('number 4');
  });

  it('knows already what came before it was read', () => {
    const edit = { ...stamp, type: 'edit', seq: 10, target: 3, content: 'before that' } as const;
    expect(peekAt(amendedPeeks(peeks, edit), 'r_tea', 3)?.content).toBe('number 3');
  });

  it('is not touched by what happens to another message', () => {
    const edit = { ...stamp, type: 'edit', seq: 11, target: 9, content: 'elsewhere' } as const;
    expect(amendedPeeks(peeks, edit)).toBe(peeks);
  });
});
