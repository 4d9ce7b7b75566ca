-- Ids are the protocol's own (p_…, r_…); times are milliseconds since 1970; a mark is its 16 hex digits.

-- A guest is here once they have said or joined something. The digest is what the server keeps in place of their secret.
CREATE TABLE person (
  id        TEXT    NOT NULL PRIMARY KEY,
  digest    BLOB    NOT NULL,
  name      TEXT    NOT NULL,
  name_key  TEXT    NOT NULL UNIQUE,
  guest     INTEGER NOT NULL,
  heard     INTEGER NOT NULL -- whether under the present name
) WITHOUT ROWID;

-- Names under which somebody was heard stay theirs; the oldest has the lowest number.
CREATE TABLE former_name (
  person    TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  number    INTEGER NOT NULL,
  name_key  TEXT    NOT NULL UNIQUE,
  PRIMARY KEY (person, number)
) WITHOUT ROWID;

-- A public room has a name, a conversation the ids of its one or two people in order, with a space between.
CREATE TABLE room (
  id        TEXT    NOT NULL PRIMARY KEY,
  kind      TEXT    NOT NULL,
  name      TEXT,
  name_key  TEXT    UNIQUE,
  pair      TEXT    UNIQUE,
  last_seq  INTEGER NOT NULL,
  last_mark TEXT    NOT NULL
) WITHOUT ROWID;

-- Who has joined or opened which room; everyone is in the lobby without a row.
CREATE TABLE member (
  person    TEXT    NOT NULL,
  room      TEXT    NOT NULL REFERENCES room (id),
  PRIMARY KEY (person, room)
) WITHOUT ROWID;

-- A room's history, numbered from 1 without a gap.
CREATE TABLE entry (
  room      TEXT    NOT NULL REFERENCES room (id),
  seq       INTEGER NOT NULL,
  mark      TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  sender    TEXT    NOT NULL,
  ref       TEXT,
  at        INTEGER NOT NULL,
  content   TEXT    NOT NULL,
  PRIMARY KEY (room, seq)
) WITHOUT ROWID;

-- A ref is used once by each sender in each room, for ever.
CREATE UNIQUE INDEX entry_ref ON entry (room, sender, ref) WHERE ref IS NOT NULL;
