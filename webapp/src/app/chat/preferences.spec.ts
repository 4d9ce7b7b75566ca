import { NO_NOTES, noteWritten } from 'parley-client/state/notes';
import { noteOf, Preference, preferencesOf } from './preferences';

const TEA = { id: 'r_tea', kind: 'public' };
const wanted = (...which: Preference[]) =>
  which.reduce((notes, one) => {
    const { key, value } = noteOf(TEA.id, one, preferencesOf(notes, TEA));
    return noteWritten(notes, key, value);
  }, NO_NOTES);

describe('preferences', () => {
  it('are as usual at first: a conversation tells of everything, a room of what is for one', () => {
    expect(preferencesOf(NO_NOTES, TEA)).toEqual({ isFavourite: false, isMuted: false, level: 'mentions' });
    expect(preferencesOf(NO_NOTES, { id: 'r_bob', kind: 'direct' }).level).toBe('all');
  });

  it('are turned on and off, each by itself and room by room', () => {
    expect(preferencesOf(wanted('favourite', 'mute', 'nothing'), TEA)).toEqual({
      isFavourite: true,
      isMuted: true,
      level: 'nothing',
    });
    expect(preferencesOf(wanted('favourite', 'favourite', 'mute'), TEA)).toMatchObject({
      isFavourite: false,
      isMuted: true,
    });
    expect(preferencesOf(wanted('favourite'), { ...TEA, id: 'r_zoo' }).isFavourite).toBe(false);
  });

  it('are as usual where a note says what nobody understands', () => {
    expect(preferencesOf(noteWritten(NO_NOTES, 'level:r_tea', 'loud'), TEA).level).toBe('mentions');
  });
});
