import { ANN, AT, conversation, mark, publicRoom, reset, welcome } from '../../testing/frames';
import { apply } from './apply';
import { Draft, draftAt, isOver, withDraft, withoutDraft, WRITING } from './drafts';
import { EMPTY, State } from './state';

const rooms = [publicRoom('tea'), conversation()];
const noted = { type: 'notes', version: 1, mark: mark(1), notes: [{ key: 'draft:r_tea', value: 'noted' }] } as const;
const state = [welcome(...rooms), ...rooms.map((room) => reset(room)), noted].reduce((s, m) => apply(s, m, AT), EMPTY);
const draft: Draft = { place: '#tea', text: 'written', at: 1_000, stage: 'written' };
const having = (one: Draft): State => ({ ...state, drafts: withDraft(state.drafts, one) });

describe('a draft', () => {
  it('is what the server has, and what was written here instead', () => {
    expect(draftAt(state, '#tea')).toBe('noted');
    expect(draftAt(having(draft), '#Tea')).toBe('written');
    expect(draftAt(having({ ...draft, text: '' }), '#tea')).toBe('');
    expect(draftAt({ ...state, drafts: withoutDraft(having(draft).drafts, '#TEA') }, '#tea')).toBe('noted');
  });

  it('is nothing where there is neither', () => {
    expect(draftAt(state, '@bob')).toBe('');
    expect(draftAt(state, '@nobody')).toBe('');
  });

  it('is over once the server has told what it has since, and nobody writes here', () => {
    const over = (is: Partial<Draft>, after = WRITING) => isOver(state, { ...draft, ...is }, draft.at + after);
    expect(over({ stage: 'written' })).toBe(false);
    expect(over({ stage: 'sent' })).toBe(false);
    expect(over({ stage: 'sent', text: 'noted' })).toBe(true);
    expect(over({ stage: 'answered' })).toBe(true);
    expect(over({ stage: 'answered' }, WRITING - 1)).toBe(false);
  });

  it('is not over before the server has told any notes', () => {
    const fresh = apply(EMPTY, welcome(...rooms), AT);
    expect(isOver(fresh, { ...draft, stage: 'answered' }, Infinity)).toBe(false);
  });

  it('is the person’s whose it is', () => {
    expect(apply(having(draft), welcome(...rooms), AT).drafts.size).toBe(1);
    expect(apply(having(draft), { ...welcome(...rooms), person: { ...ANN, id: 'p_new' } }, AT).drafts.size).toBe(0);
  });
});
