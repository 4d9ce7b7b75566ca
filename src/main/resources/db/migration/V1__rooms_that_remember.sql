-- Ids are the protocol's own (p_…, r_…); times are milliseconds since 1970; a mark is its 16 hex digits.

-- A guest is here once they have said or joined something. The digest is what the server keeps in place of their secret.
CREATE TABLE person (
  id        TEXT    NOT NULL PRIMARY KEY,
  digest    ${bytes} NOT NULL,
  name      TEXT    NOT NULL,
  name_key  TEXT    NOT NULL UNIQUE,
  guest     INTEGER NOT NULL,
  heard     INTEGER NOT NULL -- whether under the present name
) ${by_key};

-- Names under which somebody was heard stay theirs; the oldest has the lowest number.
CREATE TABLE former_name (
  person    TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  number    BIGINT  NOT NULL,
  name_key  TEXT    NOT NULL UNIQUE,
  PRIMARY KEY (person, number)
) ${by_key};

-- A public room has a name, a conversation or a group the ids of its people in order, with spaces between.
CREATE TABLE room (
  id        TEXT    NOT NULL PRIMARY KEY,
  kind      TEXT    NOT NULL,
  name      TEXT,
  name_key  TEXT    UNIQUE,
  title     TEXT    NOT NULL,
  topic     TEXT    NOT NULL,
  people    TEXT    UNIQUE,
  owner     TEXT,
  archived  INTEGER NOT NULL,
  last_seq  BIGINT  NOT NULL,
  last_mark TEXT    NOT NULL
) ${by_key};

-- Who is in which public or private room, or invited to it by whom, since which entry; everyone is in the lobby without a row.
CREATE TABLE member (
  person    TEXT    NOT NULL,
  room      TEXT    NOT NULL REFERENCES room (id),
  since     BIGINT  NOT NULL,
  inviter   TEXT, -- of somebody who is invited and not in it yet
  PRIMARY KEY (person, room)
) ${by_key};

-- A room's history, numbered from 1 without a gap. A text stands once, in the row of its message; the row of the edit
-- that it is from has none.
CREATE TABLE entry (
  room      TEXT    NOT NULL REFERENCES room (id),
  seq       BIGINT  NOT NULL,
  mark      TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  sender    TEXT    NOT NULL,
  ref       TEXT,
  at        BIGINT  NOT NULL,
  target    BIGINT,  -- the message that it changes
  detail    TEXT,    -- what it sets
  content   TEXT,    -- a message's present text
  mentions  TEXT,    -- the ids of the people whom that names, and 'here', with spaces between
  thread    BIGINT,  -- the message that a message replies to
  number    BIGINT,  -- of a message that is no reply: which of them it is, from 1, deleted ones too
  edited    BIGINT,  -- the edit that a message's text is from
  deleted   BIGINT,  -- the delete by which a message is gone
  pinned    BIGINT,  -- the pin by which a message is pinned
  PRIMARY KEY (room, seq)
) ${by_key};

-- A ref is used once by each sender in each room, for ever.
CREATE UNIQUE INDEX entry_ref ON entry (room, sender, ref) WHERE ref IS NOT NULL;

-- What a page of a room shows, and the replies to a message.
CREATE INDEX entry_shown ON entry (room, seq) WHERE kind IN ('MESSAGE', 'SETTINGS', 'MEMBERSHIP') AND thread IS NULL;
CREATE INDEX entry_thread ON entry (room, thread, seq) WHERE thread IS NOT NULL;

-- What is unread: how many messages there are is a difference of two numbers, less one's own and the deleted ones.
CREATE INDEX entry_number ON entry (room, seq, number) WHERE number IS NOT NULL;
CREATE INDEX entry_own ON entry (room, sender, seq) WHERE number IS NOT NULL;
CREATE INDEX entry_deleted ON entry (room, seq, sender) WHERE number IS NOT NULL AND deleted IS NOT NULL;

-- Whom a message that is no reply names now; '*' is everyone in the room.
CREATE TABLE mention (
  room      TEXT    NOT NULL,
  seq       BIGINT  NOT NULL,
  person    TEXT    NOT NULL,
  sender    TEXT    NOT NULL,
  PRIMARY KEY (room, seq, person)
) ${by_key};

CREATE INDEX mention_person ON mention (room, person, seq, sender);

-- Who follows a message's thread, from which entry on: its author, who replied, and who was named in it ('*' for everyone).
CREATE TABLE follower (
  room      TEXT    NOT NULL,
  thread    BIGINT  NOT NULL,
  person    TEXT    NOT NULL,
  since     BIGINT  NOT NULL,
  PRIMARY KEY (room, thread, person)
) ${by_key};

CREATE INDEX follower_person ON follower (room, person, thread, since);

-- How far somebody has read a room (thread 0) or a thread. The turn counts how often they took something back.
CREATE TABLE read_mark (
  person    TEXT    NOT NULL,
  room      TEXT    NOT NULL,
  thread    BIGINT  NOT NULL,
  seq       BIGINT  NOT NULL,
  turn      BIGINT  NOT NULL,
  PRIMARY KEY (person, room, thread)
) ${by_key};

-- What a person's client keeps for all of their devices. A note that is gone has no value; the one without a key stands for
-- those whose last traces were thrown away, the newest of which had its version.
CREATE TABLE note (
  person    TEXT    NOT NULL,
  name      TEXT    NOT NULL,
  value     TEXT,
  version   BIGINT  NOT NULL, -- rises over the notes of all people
  PRIMARY KEY (person, name)
) ${by_key};

CREATE INDEX note_version ON note (person, version);

-- Each run of the server, with the version of the newest note at its start.
CREATE TABLE note_run (
  number    BIGINT  NOT NULL PRIMARY KEY,
  mark      TEXT    NOT NULL,
  version   BIGINT  NOT NULL
) ${by_key};

-- The texts that a message had before, each under the entry that it is from; gone when the message is deleted.
CREATE TABLE superseded (
  room      TEXT    NOT NULL,
  target    BIGINT  NOT NULL,
  seq       BIGINT  NOT NULL,
  content   TEXT    NOT NULL,
  PRIMARY KEY (room, target, seq)
) ${by_key};

-- The reactions that stand.
CREATE TABLE reaction (
  room      TEXT    NOT NULL,
  target    BIGINT  NOT NULL,
  emoji     TEXT    NOT NULL,
  person    TEXT    NOT NULL,
  seq       BIGINT  NOT NULL,
  PRIMARY KEY (room, target, emoji, person)
) ${by_key};
