import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from './decode';
import { ClientMessage, ServerMessage } from './message';

const GOLDEN = join(process.cwd(), '../src/test/resources/golden');
const files = (side: string) =>
  readdirSync(join(GOLDEN, side)).map((name) => [name, readFileSync(join(GOLDEN, side, name), 'utf8').trim()] as const);
const server = Object.fromEntries(files('server'));
const client = Object.fromEntries(files('client'));

function only<T extends ServerMessage['type']>(file: string, type: T): Extract<ServerMessage, { type: T }> {
  const [message] = decode(server[file] ?? '');
  expect(message?.type).toBe(type);
  return message as Extract<ServerMessage, { type: T }>;
}

describe('the golden frames', () => {
  it.each(files('server'))('the server’s %s is a message that this client knows', (_name, text) => {
    expect(decode(text)).toEqual([JSON.parse(text)]);
  });

  it('a frame may be an array, applied in order', () => {
    const both = decode(`[${server['joined.json'] ?? ''},${server['left.json'] ?? ''}]`);
    expect(both.map((m) => m.type)).toEqual(['joined', 'left']);
  });

  it('a welcome names limits, rooms and where each ends', () => {
    const welcome = only('welcome.json', 'welcome');
    expect(welcome.limits.content).toBe(8000);
    expect(welcome.rooms.map((room) => [room.kind, room.name, room.seq])).toEqual([
      ['public', '#lobby', 42],
      ['private', undefined, 3],
      ['direct', undefined, 3],
    ]);
    expect(welcome.rooms[1]?.title).toBe('The surprise');
    expect(welcome.rooms[2]?.people).toContain(welcome.people[0]?.id);
  });

  it('a reset starts afresh before what follows', () => {
    const reset = only('reset.json', 'reset');
    expect(reset.seq + 1).toBe(reset.room.seq);
  });

  it('a refusal of a frame without a readable ref has none', () => {
    expect(only('refused-malformed.json', 'refused').ref).toBeUndefined();
    expect(only('refused.json', 'refused').retryAfter).toBe(200);
  });

  it('what is deleted has no content', () => {
    expect(only('message-deleted.json', 'message').content).toBeUndefined();
    expect(only('message-deleted.json', 'message').deleted).toBe(true);
  });

  const sent: Record<string, ClientMessage> = {
    'create-group.json': {
      type: 'create',
      ref: 'n1Pz7RkG4cWs9LtX',
      kind: 'group',
      people: ['p_3n8v6t1r5y2d9f4g', 'p_9k4w1q8z3h7c2m5x'],
    },
    'create-private.json': { type: 'create', ref: 'y5Dq8TwM3fHx6BvJ', kind: 'private', title: 'The surprise' },
    'create.json': { type: 'create', ref: 'h9Lb4NcV7jSz2KgR', kind: 'public', name: '#tea', title: 'Tea and cake' },
    'remove.json': {
      type: 'remove',
      ref: 's8Mk1QbD6yJf4XzG',
      recipient: 'r_t4w8y2k6q1z5m9c3',
      person: 'p_3n8v6t1r5y2d9f4g',
    },
    'owner.json': {
      type: 'owner',
      ref: 'e2Wn5HtK9vCp7LrS',
      recipient: 'r_t4w8y2k6q1z5m9c3',
      person: 'p_3n8v6t1r5y2d9f4g',
    },
    'rooms.json': { type: 'rooms', ref: 'j6Ts1WqK8vDm3XhB', query: 'cake' },
    'rooms-after.json': { type: 'rooms', ref: 'c9Ye4NpR2gLk7ZfU', after: '#tea' },
    'members.json': { type: 'members', ref: 'o3Bv8JxM5tHs1QdW', recipient: 'r_t4w8y2k6q1z5m9c3' },
    'members-after.json': {
      type: 'members',
      ref: 'i5Ga2CzP9wKr6YnF',
      recipient: 'r_t4w8y2k6q1z5m9c3',
      after: 'p_3n8v6t1r5y2d9f4g',
    },
    'mentions.json': { type: 'mentions', ref: 'l7Uk4HbS1mVe8TjQ' },
    'typing.json': { type: 'typing', recipient: 'r_h5k2m9q4w7x1z8b3' },
    'decline.json': { type: 'decline', ref: 'z3Tc9VxL5gRw7HnP', recipient: 'r_t4w8y2k6q1z5m9c3' },
    'join.json': { type: 'join', ref: 'm5Dw9KzF2qTj6VaB', recipient: '#tea' },
    'leave.json': { type: 'leave', ref: 'p8Ls3HnC0yRx7EgU', recipient: '#tea' },
    'message-person.json': {
      type: 'message',
      ref: 'c0Yt4RbN1sXe8GuH',
      recipient: '@bob',
      content: 'have you a minute?',
    },
    'message.json': { type: 'message', ref: 'Jx3kQ0aV7mPz2LwY', recipient: '#lobby', content: 'hello' },
    'note-gone.json': { type: 'note', key: 'draft:r_h5k2m9q4w7x1z8b3' },
    'note.json': { type: 'note', key: 'draft:r_h5k2m9q4w7x1z8b3', value: 'hello all, and' },
    'page-around.json': { type: 'page', ref: 'g7Qd3MfZ8pYj5TcK', recipient: '#lobby', around: 42 },
    'page-date.json': { type: 'page', ref: 'a2Wv6NhX9rLs4BkG', recipient: '#lobby', date: '2026-11-23T00:00:00.000Z' },
    'page-pinned.json': { type: 'page', ref: 'r5Zq8WdN3xKc7LbY', recipient: '#lobby', pinned: true },
    'person.json': { type: 'person', people: ['p_7c2m5x9k4w1q8z3h', 'p_3n8v6t1r5y2d9f4g'] },
    'message-reply.json': {
      type: 'message',
      ref: 'q7Gs2WvC4nJd9ZtH',
      recipient: 'r_h5k2m9q4w7x1z8b3',
      content: 'hello yourself, @ann',
      thread: 42,
    },
    'unread.json': { type: 'unread', recipient: 'r_h5k2m9q4w7x1z8b3', seq: 42 },
    'ping.json': { type: 'ping' },
    'pong.json': { type: 'pong' },
    'presence.json': { type: 'presence', recipient: 'r_h5k2m9q4w7x1z8b3', people: ['p_7c2m5x9k4w1q8z3h'] },
    'read.json': { type: 'read', recipient: 'r_h5k2m9q4w7x1z8b3', seq: 42, turn: 0 },
    'read-thread.json': { type: 'read', recipient: 'r_h5k2m9q4w7x1z8b3', seq: 43, thread: 42 },
    'resume-new.json': { type: 'resume', positions: [] },
    'resume.json': {
      type: 'resume',
      positions: [{ room: 'r_h5k2m9q4w7x1z8b3', seq: 41, mark: '5b1f0c2e9a7d4438' }],
      notes: { version: 17, mark: 'c4e81f6b29d7a053' },
    },
  };

  it.each(Object.entries(sent))('this client’s %s is what it sends', (name, message) => {
    expect(JSON.stringify(message)).toBe(client[name]);
  });
});
