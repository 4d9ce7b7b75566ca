import { ServerMessage } from 'parley-client/message/message';
import { apply } from 'parley-client/state/apply';
import { withDraft } from 'parley-client/state/drafts';
import { Place } from 'parley-client/state/place';
import { EMPTY } from 'parley-client/state/state';
import { ANN, AT, BOB, conversation, publicRoom, reading, reset, said, welcome } from '../../testing/frames';
import { doorsOf, doorsToPeople } from './doors';
import { english } from '../../testing/english';

const rooms = [publicRoom('zoo'), publicRoom('art'), publicRoom('lobby'), conversation()];
const heard = (...messages: ServerMessage[]) =>
  [welcome(...rooms), ...rooms.map((room) => reset(room)), ...messages].reduce((s, m) => apply(s, m, AT), EMPTY);
const doors = (current: Place, ...messages: ServerMessage[]) =>
  doorsOf(heard(...messages), current, (place) => place, english);

describe('the doors', () => {
  it('stand in order, the lobby first', () => {
    expect(doors('#lobby').map(({ place }) => place)).toEqual(['#lobby', '#art', '@bob', '#zoo']);
  });

  it('say which one is open, without regard to case', () => {
    expect(
      doors('#Art')
        .filter(({ isCurrent }) => isCurrent)
        .map(({ place }) => place),
    ).toEqual(['#art']);
  });

  it('say behind which there is something new', () => {
    const news = doors(
      '#lobby',
      reading('r_zoo', 0),
      reading('r_ann_bob', 0, { unread: 2, mentions: 1 }),
      said('r_zoo', 1),
    );
    expect(news.filter(({ unread }) => unread).map(({ place, unread }) => `${place} ${unread}`)).toEqual([
      '@bob 2',
      '#zoo 1',
    ]);
    expect(news.filter(({ mentions }) => mentions).map(({ place }) => place)).toEqual(['@bob']);
  });

  it('say where something is begun, unless one is there', () => {
    const noted = { type: 'notes', version: 1, mark: 'm', notes: [{ key: 'draft:r_zoo', value: 'so' }] } as const;
    const state = heard(noted);
    const drafts = withDraft(state.drafts, { place: '@cat', text: 'hello', at: 0, stage: 'written' });
    const begun = (current: Place) =>
      doorsOf({ ...state, drafts }, current, (place) => place, english).flatMap(({ hasDraft, place }) =>
        hasDraft ? [place] : [],
      );
    expect(begun('#lobby')).toEqual(['@cat', '#zoo']);
    expect(begun('#zoo')).toEqual(['@cat']);
  });

  it('show the place where one is before it is a room', () => {
    const door = doors('@cat').find(({ isCurrent }) => isCurrent);
    expect(door).toMatchObject({ place: '@cat', unread: 0, isHere: false, person: undefined });
  });

  it('show who of the others is here', () => {
    const present = { type: 'presence', recipient: 'r_lobby', count: 2, here: [ANN.id, BOB.id] } as const;
    expect(doors('#lobby').find(({ place }) => place === '@bob')?.isHere).toBe(false);
    expect(doors('#lobby', present).find(({ place }) => place === '@bob')?.isHere).toBe(true);
  });

  it('lead to people whom one has not talked to yet, too', () => {
    const cat = { type: 'person', id: 'p_cat', name: 'cat', guest: true } as const;
    const state = heard(cat, { type: 'presence', recipient: 'r_art', count: 1, here: ['p_cat'] });
    const others = doorsToPeople(state, doorsOf(state, '#lobby', String, english), String, english);
    expect(others.map(({ place, isHere }) => `${place} ${isHere}`)).toEqual(['@cat true']);
  });

  it('have the names of those who are in a group, and the title of a private room', () => {
    const group = { id: 'r_g', kind: 'group', people: [ANN.id, BOB.id, 'p_cat'], seq: 0, mark: '' };
    const hidden = { id: 'r_h', kind: 'private', title: 'Plans', seq: 0, mark: '' };
    const all = doors('#lobby', reset(group), reset(hidden), { type: 'person', id: 'p_cat', name: 'cat', guest: true });
    expect(all.find(({ place }) => place === 'r_g')).toMatchObject({ label: 'bob and cat', kind: 'group' });
    expect(all.find(({ place }) => place === 'r_h')).toMatchObject({ label: 'Plans', kind: 'private' });
  });
});
