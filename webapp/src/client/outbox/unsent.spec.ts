import { AT } from '../../testing/frames';
import { Change, edited, queueOf, refused, retried, Rows, said, without } from './unsent';

const written = (...contents: string[]): Rows =>
  contents.reduce<Rows>((rows, content) => said({ ref: `ref-${content}`, place: '#a', content, at: AT })(rows), []);
const NO = { code: 'too_long', text: 'Shorter, please.', after: 9 };

describe('what is unsent', () => {
  it('stands in the order in which it was written, whatever goes meanwhile', () => {
    const rows = said({ ref: 'ref-d', place: '#a', content: 'd', at: AT })(without('ref-a')(written('a', 'b', 'c')));
    expect(rows.map(({ order, content }) => `${order} ${content}`)).toEqual(['2 b', '3 c', '4 d']);
  });

  it('is nobody’s to see to once it is refused, and again as it was when it is tried again', () => {
    const rows = written('a', 'b').map((row) => ({ ...row, claim: { tab: 'me', until: 5 } }));
    const [a, b] = refused('ref-a', NO)(rows);
    expect(a).toEqual({ ...written('a')[0], refusal: NO });
    expect(b).toBe(rows[1]);
    expect(retried('ref-a')(refused('ref-a', NO)(written('a')))).toEqual(written('a'));
  });

  it('keeps its place in other words, as another message', () => {
    const rows = edited('ref-a', { ref: 'new', content: 'A' })(refused('ref-a', NO)(written('a', 'b')));
    expect(rows).toEqual([{ order: 1, ref: 'new', place: '#a', content: 'A', at: AT }, written('a', 'b')[1]]);
  });

  it('is edited only where it was refused: else it may be stored as it was', () => {
    const rows = written('a');
    expect(edited('ref-a', { ref: 'new', content: 'A' })(rows)).toBe(rows);
  });

  it.each<[string, Change]>([
    ['without', without('x')],
    ['refused', refused('x', NO)],
    ['retried', retried('x')],
    ['edited', edited('x', { ref: 'y', content: '' })],
  ])('is the very same where there is nothing to do (%s)', (_, change) => {
    const rows = written('a');
    expect(change(rows)).toBe(rows);
  });

  it('is in one queue with what is said at the same place, or to the same person by another name', () => {
    expect(queueOf({ place: '#Tea' })).toBe(queueOf({ place: '#tea' }));
    expect(queueOf({ place: '@bob', person: 'p_1' })).toBe(queueOf({ place: '@robert', person: 'p_1' }));
    expect(queueOf({ place: '@bob' })).not.toBe(queueOf({ place: '#bob' }));
  });
});
