import { ClientMessage } from '../message/message';
import { noted, noteAt } from '../state/notes';
import { Noting } from './noting';
import { EMPTY } from '../state/state';

const mark = '0123456789abcdef';

describe('noting', () => {
  let state = EMPTY;
  let isReady = false;
  let sent: ClientMessage[] = [];
  let noting: Noting;

  beforeEach(() => {
    [state, isReady, sent] = [EMPTY, true, []];
    noting = new Noting({
      state: () => state,
      isReady: () => isReady,
      change: (by) => (state = by(state)),
      send: (message) => sent.push(message),
    });
  });
  const tell = (value: string, version = 1) => {
    const told = { type: 'notes', after: version - 1, version, mark, notes: [{ key: 'a', value }] } as const;
    state = { ...state, notes: noted(state.notes, told) };
  };
  const now = () => noteAt(state.notes, 'a');

  it('has a note say at once what was written, and sends it', () => {
    noting.write('a', '1');
    expect(now()).toBe('1');
    expect(sent).toEqual([{ type: 'note', key: 'a', value: '1' }]);
    noting.write('a', '1');
    expect(sent).toHaveLength(1);
    noting.write('a');
    expect(now()).toBeUndefined();
    expect(sent.at(-1)).toEqual({ type: 'note', key: 'a' });
  });

  it('holds what is written without a connection, the last of each key, and sends it once there is one', () => {
    isReady = false;
    noting.write('a', '1');
    noting.write('a', '2');
    expect(sent).toEqual([]);
    isReady = true;
    noting.tell();
    noting.tell();
    expect(sent).toEqual([{ type: 'note', key: 'a', value: '2' }]);
  });

  it('sends again what was not told when the connection was lost', () => {
    noting.write('a', '1');
    noting.end();
    noting.tell();
    expect(sent).toHaveLength(2);
    tell('1');
    noting.end();
    noting.tell();
    expect(sent).toHaveLength(2);
  });

  it('gives the server the last word', () => {
    noting.write('a', '1');
    tell('from another device');
    expect(now()).toBe('from another device');
  });

  it('does not let go of what was not sent yet', () => {
    isReady = false;
    noting.write('a', '1');
    tell('from another device');
    expect(now()).toBe('1');
  });

  it('gives up what the server can not keep', () => {
    noting.write('a', '1');
    noting.heard([{ type: 'refused', code: 'too_many_notes', text: 'Too many.' }]);
    expect(now()).toBeUndefined();
  });
});
