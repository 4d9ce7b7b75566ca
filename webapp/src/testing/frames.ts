import { Page, Person, Reading, ReadingState, Reset, RoomInfo, Said, Welcome } from 'parley-client/message/message';

export const ANN: Person = { id: 'p_ann', name: 'ann', guest: true };
export const BOB: Person = { id: 'p_bob', name: 'bob', guest: true };
export const AT = '2026-11-23T02:00:00.123Z';

/** The mark of an entry: in these tests it only has to differ. */
export const mark = (seq: number) => seq.toString(16).padStart(16, '0');

/** A public room whose name is that of its id. */
export const publicRoom = (name: string, seq = 0): RoomInfo => ({
  id: `r_${name}`,
  kind: 'public',
  name: `#${name}`,
  seq,
  mark: mark(seq),
});

/** The conversation of ann and bob. */
export const conversation = (seq = 0): RoomInfo => ({
  id: 'r_ann_bob',
  kind: 'direct',
  people: [ANN.id, BOB.id],
  seq,
  mark: mark(seq),
});

/** What the server greets ann with. */
export const welcome = (...rooms: RoomInfo[]): Welcome => ({
  type: 'welcome',
  version: '0.1.0',
  connection: 'c',
  person: ANN,
  limits: { content: 8000, frame: 65536, rate: 5, burst: 20, rooms: 200, presence: 200 },
  heartbeat: { ping: 20_000, dead: 45_000 },
  people: [BOB],
  rooms,
  invitations: [],
});

/** The start of a room's tail, after which `room.seq` − `seq` messages follow. */
export const reset = (room: RoomInfo, seq = room.seq): Reset => ({
  type: 'reset',
  recipient: room.id,
  room,
  seq,
  mark: mark(seq),
  first: 1,
});

/** What the server counts of a room that was read up to `seq`. */
export const reading = (room: string, seq: number, more: Partial<Reading> = {}): ReadingState => ({
  type: 'state',
  rooms: [{ room, seq, turn: 0, asOf: seq, unread: 0, mentions: 0, ...more }],
});

export const said = (recipient: string, seq: number, sender = BOB.id, ref = `ref-${seq}`): Said => ({
  type: 'message',
  recipient,
  seq,
  mark: mark(seq),
  sender,
  content: `number ${seq}`,
  at: AT,
  ref,
});

/** A page of bob's messages with these seqs, as the answer to a ref. */
export const page = (ref: string, recipient: string, seqs: readonly number[], more: Partial<Page> = {}): Page => ({
  type: 'page',
  ref,
  recipient,
  asOf: 100,
  entries: seqs.map((seq) => said(recipient, seq)),
  reactions: [],
  replies: [],
  pins: [],
  ...more,
});
