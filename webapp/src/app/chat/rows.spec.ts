import { Block } from './blocks';
import { rowsOf } from './rows';

const ANN = { id: 'p_ann', name: 'ann', guest: true };
const AT = new Date(2026, 10, 23, 12);

const said = (...seqs: (number | undefined)[]): Block => ({
  is: 'said',
  key: `said ${seqs}`,
  sender: ANN,
  mine: false,
  at: AT,
  lines: seqs.map((seq, i) => ({
    key: `line ${seq ?? i}`,
    at: AT,
    content: '',
    ref: '',
    ...(seq === undefined ? {} : { seq }),
  })),
});

describe('the rows of a timeline', () => {
  it('are its lines one by one, the first of those that stand together under the sender’s name', () => {
    const rows = rowsOf([{ is: 'new', key: 'new' }, said(4, 5), said(6)]);
    expect(rows.map((row) => (row.is === 'line' ? row.begins : row.is))).toEqual(['new', true, false, true]);
    expect(rows.map(({ key }) => key)).toEqual(['new', 'line 4', 'line 5', 'line 6']);
  });

  it('stand in order: what has no seq at that of what is before it, or else of what comes first', () => {
    const day: Block = { is: 'day', key: 'day', at: AT };
    const happening: Block = { is: 'happening', key: 'happening', seq: 7, text: '' };
    expect(rowsOf([day, said(4), day, happening, said(undefined)]).map(({ seq }) => seq)).toEqual([4, 4, 4, 7, 7]);
    expect(rowsOf([day, said(undefined)]).map(({ seq }) => seq)).toEqual([0, 0]);
  });
});
