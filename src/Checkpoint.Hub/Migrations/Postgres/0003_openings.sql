-- Who opened whose fields, when and why. Only ever added to.
CREATE TABLE opening (
    id      bigint  NOT NULL PRIMARY KEY, -- from 1, without holes
    at      bigint  NOT NULL,             -- hub clock, milliseconds since 1970 UTC
    device  text COLLATE "C" NOT NULL,
    epoch   text COLLATE "C" NOT NULL,
    seq     bigint  NOT NULL,
    opener  text    NOT NULL,
    reason  text    NOT NULL,
    key     text    NOT NULL              -- name of the key that it was opened with
);

CREATE FUNCTION opening_stays() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'openings are only ever added' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER opening_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON opening FOR EACH STATEMENT EXECUTE FUNCTION opening_stays();
