-- The journal is also the outbox: what lies above state.released has not been confirmed by the hub. One table, so that an entry,
-- its link in the chain and its place in the outbox are one row and one commit.
CREATE TABLE journal (
    seq  INTEGER PRIMARY KEY,
    body BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE state (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    device   TEXT    NOT NULL,
    epoch    TEXT    NOT NULL,
    boot     INTEGER NOT NULL,
    released INTEGER NOT NULL
) STRICT;
