-- Who opened whose fields, when and why. Only ever added to.
CREATE TABLE opening (
    id      INTEGER NOT NULL PRIMARY KEY, -- from 1, without holes
    at      INTEGER NOT NULL,             -- hub clock, milliseconds since 1970 UTC
    device  TEXT    NOT NULL,
    epoch   TEXT    NOT NULL,
    seq     INTEGER NOT NULL,
    opener  TEXT    NOT NULL,
    reason  TEXT    NOT NULL,
    key     TEXT    NOT NULL              -- name of the key that it was opened with
);

CREATE TRIGGER opening_stays BEFORE UPDATE ON opening BEGIN SELECT raise(ABORT, 'openings are only ever added'); END;
CREATE TRIGGER opening_never_goes BEFORE DELETE ON opening BEGIN SELECT raise(ABORT, 'openings are only ever added'); END;
