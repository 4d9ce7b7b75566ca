import { Link } from 'parley-client/socket/socket';
import { complaintText, sayingOf } from './banner';
import { Complaint, Room } from 'parley-client/state/state';
import { english } from '../../testing/english';

const waiting = (failures: number, code = 1006): Link => ({ is: 'waiting', failures, until: 0, code });

describe('the banner', () => {
  it('says nothing while the connection stands, or is being made for the first time', () => {
    expect(sayingOf({ is: 'open' }, true, undefined, english)).toBeUndefined();
    expect(sayingOf({ is: 'connecting', failures: 0 }, false, undefined, english)).toBeUndefined();
    expect(sayingOf({ is: 'open' }, false, undefined, english)).toBeUndefined();
  });

  it('is calm at first, then says what becomes of what one writes', () => {
    expect(sayingOf(waiting(1), false, undefined, english)).toMatchObject({ tone: 'passing' });
    expect(sayingOf(waiting(3), false, undefined, english)).toMatchObject({ tone: 'wrong', action: 'now' });
    expect(sayingOf(waiting(3), false, undefined, english)?.text).toContain('kept');
  });

  it('says why the server lets nobody in, in its words where it knows none of its own', () => {
    const why = (code: string) => sayingOf(waiting(1), false, { code, text: 'Because.' }, english)?.text;
    expect(why('origin')).toContain('parley.origins');
    expect(why('a_code_of_the_future')).toBe('Because.');
    expect(why('toString')).toBe('Because.');
  });

  it('offers no way around a pause that the server asked for', () => {
    const saying = sayingOf(waiting(1, 4008), false, undefined, english);
    expect(saying?.text).toContain('pause');
    expect(saying?.action).toBeUndefined();
  });

  it.each([1003, 1007, 1009, 4999])('leaves it to a person to come back after %i', (code) => {
    expect(sayingOf({ is: 'ended', code }, false, undefined, english)?.action).toBe('again');
  });
});

const ROOM: Room = {
  id: 'r_1',
  kind: 'private',
  people: [],
  end: 0,
  from: 0,
  entries: [],
  notices: [],
  happenings: [],
  count: 0,
  here: [],
  seen: 0,
  news: [],
};

describe('a complaint', () => {
  it.each([
    [{ is: 'refused', code: 'archived', text: 'No.' }, 'This room is archived.'],
    [{ is: 'removed', room: { ...ROOM, name: '#tea' } }, 'You are not in #tea any more.'],
    [{ is: 'removed', room: ROOM }, 'You are not in this room any more.'],
    [{ is: 'lost' }, 'The message that this link leads to is not in this room.'],
    [{ is: 'deleted' }, 'The message that this link leads to has been deleted.'],
    [
      { is: 'renamed', name: 'bob', why: { code: 'name_taken', text: '' } },
      'You are bob now. That name is, or was, somebody else’s. Choose another.',
    ],
  ] satisfies [Complaint, string][])('of %j has words', (complaint, text) => {
    expect(complaintText(complaint, english)).toBe(text);
  });
});
