import { orderOf } from './orders';

describe('an order', () => {
  it('is to say what is no command', () => {
    for (const text of ['hello', ' /me', '/', '/ 2', '/5 stars', '/etc/passwd is a file', 'a\n/leave']) {
      expect(orderOf(text)).toEqual({ is: 'say', text });
    }
  });

  it('says a slash where there are two', () => {
    expect(orderOf('//me')).toEqual({ is: 'say', text: '/me' });
    expect(orderOf('// a comment')).toEqual({ is: 'say', text: '/ a comment' });
  });

  it('says what one does in italics', () => {
    expect(orderOf('/me waves')).toEqual({ is: 'say', text: '*waves*' });
    expect(orderOf('/ME is 2 * 2')).toEqual({ is: 'say', text: '_is 2 * 2_' });
  });

  it('names rooms and people with or without their sign', () => {
    expect(orderOf('/join #tea')).toEqual({ is: 'join', place: '#tea' });
    expect(orderOf('/join tea ')).toEqual({ is: 'join', place: '#tea' });
    expect(orderOf('/invite bob')).toEqual({ is: 'invite', person: '@bob' });
    expect(orderOf('/dm @bob')).toEqual({ is: 'dm', person: '@bob', text: '' });
    expect(orderOf('/dm @bob one\ntwo')).toEqual({ is: 'dm', person: '@bob', text: 'one\ntwo' });
  });

  it('needs what it is about', () => {
    for (const [command, text] of Object.entries({
      me: '/me',
      join: '/join a b',
      topic: '/topic ',
      invite: '/invite',
      dm: '/dm',
    })) {
      expect(orderOf(text)).toEqual({ is: 'unclear', command });
    }
  });

  it('is unknown where there is no such command', () => {
    expect(orderOf('/frobnicate all')).toEqual({ is: 'unknown', word: 'frobnicate' });
  });
});
