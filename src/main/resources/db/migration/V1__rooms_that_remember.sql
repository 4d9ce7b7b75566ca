-- Ids are the protocol's own (p_…, r_…); times are milliseconds since 1970; a mark is its 16 hex digits. What is looked
-- up is compared byte by byte (${key}), which is several times faster than by the rules of a language.

-- A guest is here once they have said or joined something. The digest is what the server keeps in place of their secret.
CREATE TABLE person (
  id        ${key}  NOT NULL PRIMARY KEY,
  digest    ${bytes} NOT NULL,
  name      TEXT    NOT NULL,
  name_key  ${key}  NOT NULL UNIQUE,
  guest     INTEGER NOT NULL,
  heard     INTEGER NOT NULL -- whether under the present name
) ${by_key};

-- Names under which somebody was heard stay theirs; the oldest has the lowest number.
CREATE TABLE former_name (
  person    ${key}  NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  number    BIGINT  NOT NULL,
  name_key  ${key}  NOT NULL UNIQUE,
  PRIMARY KEY (person, number)
) ${by_key};

-- A public room has a name, a conversation or a group the ids of its people in order, with spaces between.
CREATE TABLE room (
  id        ${key}  NOT NULL PRIMARY KEY,
  kind      ${key}  NOT NULL,
  name      TEXT,
  name_key  ${key}  UNIQUE,
  title     TEXT    NOT NULL,
  topic     TEXT    NOT NULL,
  people    ${key}  UNIQUE,
  owner     ${key},
  archived  INTEGER NOT NULL,
  last_seq  BIGINT  NOT NULL,
  last_mark ${key}  NOT NULL
) ${by_key};

-- Who is in which public or private room, or invited to it by whom, since which entry; everyone is in the lobby without a row.
CREATE TABLE member (
  person    ${key}  NOT NULL,
  room      ${key}  NOT NULL REFERENCES room (id),
  since     BIGINT  NOT NULL,
  inviter   ${key}, -- of somebody who is invited and not in it yet
  PRIMARY KEY (person, room)
) ${by_key};

-- A room's history, numbered from 1 without a gap. A text stands once, in the row of its message; the row of the edit
-- that it is from has none. No foreign key: the transaction that adds entries sets their room's end, and fails without it.
CREATE TABLE entry (
  room      ${key}  NOT NULL,
  seq       BIGINT  NOT NULL,
  mark      ${key}  NOT NULL,
  kind      ${key}  NOT NULL,
  sender    ${key}  NOT NULL,
  ref       ${key},
  at        BIGINT  NOT NULL,
  target    BIGINT,  -- the message that it changes
  detail    TEXT,    -- what it sets
  content   TEXT,    -- a message's present text
  mentions  TEXT,    -- the ids of the people whom that names, and 'here', with spaces between
  thread    BIGINT,  -- the message that a message replies to
  number    BIGINT,  -- of what a page shows: how many messages there are up to it, but for replies, deleted ones too
  edited    BIGINT,  -- the edit that a message's text is from
  deleted   BIGINT,  -- the delete by which a message is gone
  pinned    BIGINT,  -- the pin by which a message is pinned
  PRIMARY KEY (room, seq)
) ${by_key};

-- A ref is used once by each sender in each room, for ever.
CREATE UNIQUE INDEX entry_ref ON entry (room, sender, ref) WHERE ref IS NOT NULL;

-- What a page of a room shows, and the replies to a message.
CREATE INDEX entry_shown ON entry (room, seq, number) WHERE number IS NOT NULL;
CREATE INDEX entry_thread ON entry (room, thread, seq) WHERE thread IS NOT NULL;
CREATE INDEX entry_pinned ON entry (room, seq) WHERE pinned IS NOT NULL;

-- What is unread: how many messages there are is a difference of two numbers, less one's own and the deleted ones.
CREATE INDEX entry_own ON entry (room, sender, seq) WHERE kind = 'MESSAGE' AND thread IS NULL;
CREATE INDEX entry_deleted ON entry (room, seq, sender) WHERE kind = 'MESSAGE' AND thread IS NULL AND deleted IS NOT NULL;

-- Whom a message names now; '*' is everyone in the room.
CREATE TABLE mention (
  room      ${key}  NOT NULL,
  seq       BIGINT  NOT NULL,
  person    ${key}  NOT NULL,
  sender    ${key}  NOT NULL,
  thread    BIGINT,  -- the message that it replies to
  PRIMARY KEY (room, seq, person)
) ${by_key};

CREATE INDEX mention_person ON mention (room, person, seq, sender, thread);

-- Who follows a message's thread, from which entry on: its author, who replied, and who was named in it ('*' for everyone).
CREATE TABLE follower (
  room      ${key}  NOT NULL,
  thread    BIGINT  NOT NULL,
  person    ${key}  NOT NULL,
  since     BIGINT  NOT NULL,
  PRIMARY KEY (room, thread, person)
) ${by_key};

CREATE INDEX follower_person ON follower (room, person, thread, since);

-- How far somebody has read a room (thread 0) or a thread. The turn counts how often they took something back.
CREATE TABLE read_mark (
  person    ${key}  NOT NULL,
  room      ${key}  NOT NULL,
  thread    BIGINT  NOT NULL,
  seq       BIGINT  NOT NULL,
  turn      BIGINT  NOT NULL,
  PRIMARY KEY (person, room, thread)
) ${by_key};

-- What a person's client keeps for all of their devices. A note that is gone has no value; the one without a key stands for
-- those whose last traces were thrown away, the newest of which had its version.
CREATE TABLE note (
  person    ${key}  NOT NULL,
  name      ${key}  NOT NULL,
  value     TEXT,
  version   BIGINT  NOT NULL, -- rises over the notes of all people
  PRIMARY KEY (person, name)
) ${by_key};

CREATE INDEX note_version ON note (person, version);

-- Each run of the server, with the version of the newest note at its start.
CREATE TABLE note_run (
  number    BIGINT  NOT NULL PRIMARY KEY,
  mark      ${key}  NOT NULL,
  version   BIGINT  NOT NULL
) ${by_key};

-- The texts that a message had before, each under the entry that it is from; gone when the message is deleted.
CREATE TABLE superseded (
  room      ${key}  NOT NULL,
  target    BIGINT  NOT NULL,
  seq       BIGINT  NOT NULL,
  content   TEXT    NOT NULL,
  PRIMARY KEY (room, target, seq)
) ${by_key};

-- The reactions that stand.
CREATE TABLE reaction (
  room      ${key}  NOT NULL,
  target    BIGINT  NOT NULL,
  emoji     ${key}  NOT NULL,
  person    ${key}  NOT NULL,
  seq       BIGINT  NOT NULL,
  PRIMARY KEY (room, target, emoji, person)
) ${by_key};
