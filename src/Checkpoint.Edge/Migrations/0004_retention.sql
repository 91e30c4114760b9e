-- What was purged of the entries that the hub has confirmed: from, up to, when (UTC, ISO 8601), and the link of the last one, from which the
-- chain of what remains follows. One row a day.
CREATE TABLE purge (
    first INTEGER PRIMARY KEY,
    last  INTEGER NOT NULL CHECK (last >= first),
    at    TEXT    NOT NULL,
    hash  BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- From here on journal.body is packed: the entry's common phrases are one byte each. Rows of before stand as they were written.
