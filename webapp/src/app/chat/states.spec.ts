import { Link } from 'parley-client/socket/socket';
import { Complaint, Room } from 'parley-client/state/state';
import { english } from '../../testing/english';
import { complaintText, sayingOf, Standing } from './states';

const waiting = (failures: number, code = 1006): Link => ({ is: 'waiting', failures, until: 7_000, code });
const connecting = (failures: number, code = 1006): Link => ({ is: 'connecting', failures, code });
const of = (more: Partial<Standing> = {}) =>
  sayingOf(
    {
      link: { is: 'open' },
      ready: more.link === undefined,
      whyClosed: undefined,
      hold: undefined,
      isOnline: true,
      complaint: undefined,
      isOutdated: false,
      ...more,
    },
    english,
  );

describe('what is said of how things stand', () => {
  it('is nothing while the connection stands, or is being made for the first time', () => {
    expect(of()).toBeUndefined();
    expect(of({ link: { is: 'connecting', failures: 0 } })).toBeUndefined();
    expect(of({ link: { is: 'open' } })).toBeUndefined();
  });

  it('is calm at first, then says what becomes of what one writes, and when it is tried again', () => {
    expect(of({ link: waiting(1) })).toMatchObject({ tone: 'passing' });
    expect(of({ link: waiting(3) })).toMatchObject({ tone: 'wrong', action: 'now', until: 7_000 });
    expect(of({ link: waiting(3) })?.text).toContain('kept');
  });

  it('does not change with each try', () => {
    for (const failures of [1, 2, 3, 9]) {
      expect(of({ link: connecting(failures) })?.text).toBe(of({ link: waiting(failures) })?.text);
    }
  });

  it.each([1001, 1012])('tells a server that is started anew (%i) from a lost connection', (code) => {
    expect(of({ link: waiting(1, code) })).toMatchObject({ text: 'The server is being restarted…', tone: 'passing' });
    expect(of({ link: connecting(1, code) })?.text).toBe('The server is being restarted…');
  });

  it('gives a server that is started anew more tries than one that is lost', () => {
    expect(of({ link: waiting(5, 1001) })).toMatchObject({ text: 'The server is being restarted…', tone: 'passing' });
    expect(of({ link: waiting(6, 1001) })?.text).toContain('kept');
  });

  it('tells that there is no network', () => {
    expect(of({ link: waiting(1), isOnline: false })?.text).toContain('You are offline');
  });

  it('is why the server lets nobody in, in its words where the page knows none of its own', () => {
    const why = (code: string) => of({ link: waiting(1), whyClosed: { code, text: 'Because.' } })?.text;
    expect(why('origin')).toContain('parley.origins');
    expect(why('a_code_of_the_future')).toBe('Because.');
    expect(why('toString')).toBe('Because.');
  });

  it('is that something lets no socket through, once that has been tried several times', () => {
    const whyClosed = { code: 'blocked', text: '' };
    expect(of({ link: waiting(1), whyClosed })?.text).toContain('Reconnecting');
    expect(of({ link: waiting(3), whyClosed })).toMatchObject({ tone: 'wrong', action: 'now' });
    expect(of({ link: waiting(3), whyClosed })?.text).toContain('WebSockets');
  });

  it('is the way to sign in, where that is what the server wants', () => {
    expect(of({ link: waiting(1), whyClosed: { code: 'sign_in', text: '' } })?.action).toBe('signIn');
  });

  it('offers no way around a pause that the server asked for', () => {
    const saying = of({ link: waiting(1, 4008) });
    expect(saying?.text).toContain('pause');
    expect(saying?.until).toBe(7_000);
    expect(saying?.action).toBeUndefined();
  });

  it.each([1003, 1007, 1009, 4999])('leaves it to a person to come back after %i', (code) => {
    expect(of({ link: { is: 'ended', code } })?.action).toBe('again');
  });

  it.each([
    ['slow_down', 'faster'],
    ['storage_full', 'is full'],
    ['busy', 'busy'],
  ])('is why what was written waits: %s', (code, part) => {
    expect(of({ hold: { code, until: 9_000 } })).toMatchObject({ tone: 'passing', until: 9_000 });
    expect(of({ hold: { code, until: 9_000 } })?.text).toContain(part);
  });

  it('is what takes a connection, where somebody wants that without one', () => {
    expect(of({ link: waiting(3), complaint: { is: 'offline' } })).toMatchObject({ action: 'seen' });
    expect(of({ link: waiting(3), complaint: { is: 'offline' } })?.text).toContain('no connection');
  });

  it('is a new version only where nothing else is to be said, and that can wait', () => {
    expect(of({ isOutdated: true })).toMatchObject({ action: 'reload', canWait: true });
    expect(of({ isOutdated: true, complaint: { is: 'deleted' } })?.action).toBe('seen');
    expect(of({ isOutdated: true, link: waiting(1) })?.text).toContain('Reconnecting');
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
  readThreads: new Map(),
  news: [],
};

describe('a complaint', () => {
  it.each([
    [{ is: 'refused', code: 'archived', text: 'No.' }, 'This room is archived.'],
    [{ is: 'removed', room: { ...ROOM, name: '#tea' } }, 'You are not in #tea any more.'],
    [{ is: 'removed', room: ROOM }, 'You are not in this room any more.'],
    [{ is: 'lost' }, 'The message that this link leads to is not in this room.'],
    [{ is: 'offline' }, 'There is no connection to the server right now. Try again in a moment.'],
    [{ is: 'deleted' }, 'The message that this link leads to has been deleted.'],
    [
      { is: 'renamed', name: 'bob', why: { code: 'name_taken', text: '' } },
      'You are bob now. That name is, or was, somebody else’s. Choose another.',
    ],
  ] satisfies [Complaint, string][])('of %j has words', (complaint, text) => {
    expect(complaintText(complaint, english)).toBe(text);
  });
});
