import { BLOCKED, SIGN_IN, whyNot } from './check';

describe('the check of a socket that won’t open', () => {
  const answers = (answer: () => Promise<Response>) => vi.spyOn(globalThis, 'fetch').mockImplementation(answer);

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('says what the server says', async () => {
    const asked = answers(() =>
      Promise.resolve(Response.json({ ok: false, code: 'origin', text: 'Set parley.origins.' })),
    );
    expect(await whyNot('http://chat.test/team/', 'http://chat.test')).toEqual({
      code: 'origin',
      text: 'Set parley.origins.',
    });
    expect(String(asked.mock.calls[0]?.[0])).toBe('http://chat.test/team/check?origin=http%3A%2F%2Fchat.test');
  });

  it('says that something in between does not let it through, where the server would', async () => {
    answers(() => Promise.resolve(Response.json({ ok: true })));
    expect((await whyNot('http://chat.test/', 'http://chat.test'))?.code).toBe(BLOCKED);
  });

  it('says that somebody has to sign in, where the server asks for that', async () => {
    answers(() => Promise.resolve(new Response('Sign in first.', { status: 401 })));
    expect((await whyNot('http://chat.test/', 'http://chat.test'))?.code).toBe(SIGN_IN);
    const form = new Response('<form>');
    Object.defineProperty(form, 'redirected', { value: true });
    answers(() => Promise.resolve(form));
    expect((await whyNot('http://chat.test/', 'http://chat.test'))?.code).toBe(SIGN_IN);
  });

  it.each([
    ['the server is broken', () => Promise.resolve(new Response('oh no', { status: 500 }))],
    ['something else answers', () => Promise.resolve(new Response('<html>'))],
    ['there is no network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('says nothing when %s', async (_when, answer) => {
    answers(answer);
    expect(await whyNot('http://chat.test/', 'http://chat.test')).toBeUndefined();
  });
});
