import { NO_NOTES, noted } from './notes';

const mark = '0123456789abcdef';
const first = noted(NO_NOTES, {
  type: 'notes',
  version: 2,
  mark,
  notes: [
    { key: 'a', value: '1' },
    { key: 'b', value: '1' },
  ],
});

describe('notes', () => {
  it('are all that is told without a version before', () => {
    expect(first.position).toEqual({ version: 2, mark });
    const afresh = noted(first, { type: 'notes', version: 5, mark, notes: [{ key: 'c', value: '2' }] });
    expect([...afresh.values]).toEqual([['c', '2']]);
  });

  it('change by what follows, and go where there is no value', () => {
    const next = noted(first, {
      type: 'notes',
      after: 2,
      version: 4,
      mark,
      notes: [{ key: 'a' }, { key: 'b', value: '2' }],
    });
    expect([...next.values]).toEqual([['b', '2']]);
    expect(next.position?.version).toBe(4);
  });

  it('stay as they are as long as something between is missing', () => {
    expect(noted(first, { type: 'notes', after: 3, version: 4, mark, notes: [{ key: 'a' }] })).toBe(first);
  });
});
