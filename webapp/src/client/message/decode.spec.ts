import { decode } from './decode';

describe('decode', () => {
  it('leaves out types that it does not know', () => {
    expect(decode('[{"type":"confetti"},{"type":"ping"}]')).toEqual([{ type: 'ping' }]);
  });

  it('keeps the place of an entry of an unknown kind', () => {
    const frame = '{"type":"vote","recipient":"r_1","seq":7,"mark":"0123456789abcdef","emoji":"+1"}';
    expect(decode(frame)).toEqual([{ type: 'unknown', recipient: 'r_1', seq: 7, mark: '0123456789abcdef' }]);
  });

  it.each(['', '{', 'null', '3', '"text"', '[null, 3, {"type":3}]', '{}'])('finds no message in %j', (frame) => {
    expect(decode(frame)).toEqual([]);
  });
});
