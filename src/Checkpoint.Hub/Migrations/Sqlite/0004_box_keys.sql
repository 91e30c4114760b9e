-- The key that each box signs with what is carried by hand: the first one heard, or the one that a person said to trust.
CREATE TABLE box_key (
    device TEXT    NOT NULL PRIMARY KEY,
    key    TEXT    NOT NULL, -- DER SubjectPublicKeyInfo, base64
    since  INTEGER NOT NULL  -- hub clock, milliseconds since 1970 UTC
) WITHOUT ROWID;
