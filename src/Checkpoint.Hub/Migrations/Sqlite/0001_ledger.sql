-- Every record, once. The canonical bytes are what was hashed; the columns after them are only read out of it, for queries.
CREATE TABLE ledger (
    device      TEXT    NOT NULL,
    epoch       TEXT    NOT NULL,
    seq         INTEGER NOT NULL CHECK (seq >= 1),
    receipt     INTEGER NOT NULL, -- order of arrival, from 1, without holes
    received_at INTEGER NOT NULL, -- hub clock, milliseconds since 1970 UTC
    hash        TEXT    NOT NULL,
    canonical   TEXT    NOT NULL,
    kind        TEXT,
    boot        INTEGER,
    passage     INTEGER,
    final       INTEGER,
    direction   TEXT,
    verdict     TEXT,
    time        INTEGER,          -- box clock, milliseconds since 1970 UTC
    surface     INTEGER,          -- hundredths of a degree Celsius
    hour        INTEGER NOT NULL, -- hours since 1970 UTC, of time, else of received_at
    PRIMARY KEY (device, epoch, seq)
) WITHOUT ROWID;

-- The key of the table is in it, so reading on from a receipt for one device stays within the index.
CREATE UNIQUE INDEX ledger_receipt ON ledger (receipt);

-- The last final record of a passage decides it.
CREATE INDEX ledger_passage ON ledger (device, epoch, boot, passage, seq) WHERE final = 1;

-- What the ledger holds of each journal.
CREATE TABLE stream (
    device     TEXT    NOT NULL,
    epoch      TEXT    NOT NULL,
    upto       INTEGER NOT NULL,
    ahead      TEXT    NOT NULL, -- runs above the first hole: [[5,7],[9,9]]
    rows       INTEGER NOT NULL,
    passages   INTEGER NOT NULL,
    duplicates INTEGER NOT NULL,
    conflicts  INTEGER NOT NULL,
    broken     INTEGER NOT NULL,
    changed_at INTEGER NOT NULL, -- hub clock, milliseconds since 1970 UTC
    PRIMARY KEY (device, epoch)
) WITHOUT ROWID;

-- Decided passages by the hour, for reports: always equal to a recount of the ledger.
CREATE TABLE hourly (
    device    TEXT    NOT NULL,
    hour      INTEGER NOT NULL,
    direction TEXT    NOT NULL,
    verdict   TEXT    NOT NULL,
    passages  INTEGER NOT NULL,
    PRIMARY KEY (device, hour, direction, verdict)
) WITHOUT ROWID;

-- The same, over all devices and hours, for the live page.
CREATE TABLE tally (
    direction TEXT    NOT NULL,
    verdict   TEXT    NOT NULL,
    passages  INTEGER NOT NULL,
    PRIMARY KEY (direction, verdict)
) WITHOUT ROWID;

-- Messages that are no records, as they came; numbered from 1, the oldest go first.
CREATE TABLE aside (
    id      INTEGER NOT NULL PRIMARY KEY,
    at      INTEGER NOT NULL, -- hub clock, milliseconds since 1970 UTC
    topic   TEXT    NOT NULL,
    reason  TEXT    NOT NULL,
    size    INTEGER NOT NULL, -- bytes that came
    payload BLOB    NOT NULL  -- the first of them
);
