import { Link } from 'parley-client/socket/socket';
import { wordsFor } from './banner';

const waiting = (failures: number, code = 1006): Link => ({ is: 'waiting', failures, until: 0, code });

describe('the banner', () => {
  it('says nothing while the connection stands, or is being made for the first time', () => {
    expect(wordsFor({ is: 'open' }, true, undefined)).toBeUndefined();
    expect(wordsFor({ is: 'connecting', failures: 0 }, false, undefined)).toBeUndefined();
    expect(wordsFor({ is: 'open' }, false, undefined)).toBeUndefined();
  });

  it('is calm at first, then says what becomes of what one writes', () => {
    expect(wordsFor(waiting(1), false, undefined)).toMatchObject({ tone: 'passing' });
    expect(wordsFor(waiting(3), false, undefined)).toMatchObject({ tone: 'wrong', action: 'Try now' });
    expect(wordsFor(waiting(3), false, undefined)?.text).toContain('kept');
  });

  it('says what the server says of why it lets nobody in', () => {
    expect(wordsFor(waiting(1), false, 'Set parley.origins.')?.text).toBe('Set parley.origins.');
  });

  it('offers no way around a pause that the server asked for', () => {
    const words = wordsFor(waiting(1, 4008), false, undefined);
    expect(words?.text).toContain('pause');
    expect(words?.action).toBeUndefined();
  });

  it.each([1003, 1007, 1009, 4999])('leaves it to a person to come back after %i', (code) => {
    expect(wordsFor({ is: 'ended', code }, false, undefined)?.action).toBe('Connect again');
  });
});
