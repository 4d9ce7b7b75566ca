import { ANN, AT, BOB, mark } from '../../testing/frames';
import {
  Act,
  ActStage,
  actStaged,
  begun,
  Deed,
  due,
  foreseen,
  frameOf,
  heardActs,
  refusedActs,
  storedActs,
  unansweredActs,
} from './acts';
import { Entry } from './state';

const act = (ref: string, deed: Deed, more: Partial<Act> = {}): Act => ({
  ref,
  room: 'r_1',
  target: 1,
  deed,
  at: AT,
  stage: { is: 'waiting' },
  ...more,
});
const like = (on: boolean): Deed => ({ is: 'reaction', emoji: '👍', on });
const edit: Deed = { is: 'edit', content: 'two' };
const refs = (acts: readonly Act[]) => acts.map(({ ref, stage }) => `${ref} ${stage.is}`);
const staged = (ref: string, is: ActStage['is']) =>
  act(ref, edit, { stage: { is, ms: 1, seq: 9, text: 'No.' } as ActStage });
const stamp = (seq: number) => ({ recipient: 'r_1', seq, mark: mark(seq), sender: ANN.id, at: AT });

describe('what is done to messages', () => {
  it('goes one at a time in a room, in order', () => {
    const acts = [act('a', like(true)), act('b', edit), act('c', edit, { room: 'r_2' })];
    expect(due(acts).map(({ ref }) => ref)).toEqual(['a', 'c']);
    expect(due(actStaged(acts, 'a', { is: 'sent' })).map(({ ref }) => ref)).toEqual(['c']);
    expect(due([staged('x', 'refused'), ...acts]).map(({ ref }) => ref)).toEqual(['a', 'c']);
  });

  it('is undone before it is sent, or after', () => {
    const on = begun([], act('on', like(true)));
    expect(refs(begun(on, act('off', like(false))))).toEqual(['off waiting']);
    expect(refs(begun(actStaged(on, 'on', { is: 'sent' }), act('off', like(false))))).toEqual([
      'on sent',
      'off waiting',
    ]);
    expect(refs(begun(on, act('other', { is: 'reaction', emoji: '🎉', on: true })))).toEqual([
      'on waiting',
      'other waiting',
    ]);
  });

  it('is confirmed by its entry, or by `stored` once that has been heard', () => {
    expect(refs(heardActs([act('a', edit)], { ...stamp(9), type: 'edit', target: 1 }, 'a'))).toEqual([]);
    expect(refs(heardActs([act('a', edit)], { ...stamp(9), type: 'edit', target: 1 }, 'b'))).toEqual(['a waiting']);
    const stored = { type: 'stored', ref: 'a', recipient: 'r_1', seq: 9, at: AT } as const;
    expect(refs(storedActs([act('a', edit)], stored, 9))).toEqual([]);
    const early = storedActs([act('a', edit)], stored, 8);
    expect(refs(early)).toEqual(['a stored']);
    expect(refs(heardActs(early, { ...stamp(9), type: 'edit', target: 1 }, undefined))).toEqual([]);
  });

  it('is sent again under the same ref on the next connection, but for what was refused', () => {
    const acts = (['sent', 'held', 'stored', 'refused'] as const).map((is) => staged(is, is));
    expect(refs(unansweredActs(acts))).toEqual(['sent waiting', 'held waiting', 'stored waiting', 'refused refused']);
  });

  it('waits after a refusal for now; of an edit the words stay', () => {
    const no = (code: string) => ({ type: 'refused', code, text: 'No.' }) as const;
    expect(refs(refusedActs([act('a', like(true))], 'a', no('slow_down')))).toEqual(['a held']);
    expect(refs(refusedActs([act('a', like(true))], 'a', no('archived')))).toEqual([]);
    expect(refs(refusedActs([act('a', edit)], 'a', no('too_long')))).toEqual(['a refused']);
  });

  it('is shown before it is stored', () => {
    const entry: Entry = {
      seq: 1,
      sender: ANN.id,
      content: 'one',
      at: AT,
      asOf: 5,
      reactions: [{ emoji: '👍', people: [BOB.id] }],
    };
    const [now] = foreseen([entry], [act('a', edit), act('b', like(true)), act('c', { is: 'pin', on: true })], ANN.id);
    expect(now).toMatchObject({
      content: 'two',
      edited: true,
      pinned: true,
      reactions: [{ people: [BOB.id, ANN.id] }],
    });
    expect(foreseen([entry], [act('d', { is: 'delete' })], ANN.id)[0]).toMatchObject({ deleted: true, content: '' });
    expect(foreseen([entry], [staged('e', 'refused')], ANN.id)).toEqual([entry]);
  });

  it.each([
    [edit, '{"type":"edit","ref":"r","recipient":"r_1","target":1,"content":"two"}'],
    [{ is: 'delete' }, '{"type":"delete","ref":"r","recipient":"r_1","target":1}'],
    [like(true), '{"type":"reaction","ref":"r","recipient":"r_1","target":1,"emoji":"👍","on":true}'],
    [{ is: 'pin', on: false }, '{"type":"pin","ref":"r","recipient":"r_1","target":1,"on":false}'],
  ] as const)('of the kind %j is sent as %s', (deed, frame) => {
    expect(JSON.stringify(frameOf(act('r', deed)))).toBe(frame);
  });
});
