-- The key that each box signs with what is carried by hand: the first one heard, or the one that a person said to trust.
CREATE TABLE box_key (
    device text COLLATE "C" NOT NULL PRIMARY KEY,
    key    text   NOT NULL, -- DER SubjectPublicKeyInfo, base64
    since  bigint NOT NULL  -- hub clock, milliseconds since 1970 UTC
);
