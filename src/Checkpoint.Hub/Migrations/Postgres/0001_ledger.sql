-- Every record, once. The canonical bytes are what was hashed; the columns after them are only read out of it, for queries.
-- Names compare by bytes (COLLATE "C"), as in every other part of the system.
CREATE TABLE ledger (
    device      text COLLATE "C" NOT NULL,
    epoch       text COLLATE "C" NOT NULL,
    seq         bigint  NOT NULL CHECK (seq >= 1),
    receipt     bigint  NOT NULL, -- order of arrival, from 1, without holes
    received_at bigint  NOT NULL, -- hub clock, milliseconds since 1970 UTC
    hash        text    NOT NULL,
    canonical   text    NOT NULL, -- not jsonb: the bytes must stay as they are
    kind        text,
    boot        bigint,
    passage     bigint,
    final       boolean,
    direction   text COLLATE "C",
    verdict     text COLLATE "C",
    time        bigint,           -- box clock, milliseconds since 1970 UTC
    surface     bigint,           -- hundredths of a degree Celsius
    hour        bigint  NOT NULL, -- hours since 1970 UTC, of time, else of received_at
    PRIMARY KEY (device, epoch, seq)
);

CREATE UNIQUE INDEX ledger_receipt ON ledger (receipt);
CREATE INDEX ledger_device_receipt ON ledger (device, receipt);

-- The last final record of a passage decides it.
CREATE INDEX ledger_passage ON ledger (device, epoch, boot, passage, seq) WHERE final;

-- What the ledger holds of each journal.
CREATE TABLE stream (
    device     text COLLATE "C" NOT NULL,
    epoch      text COLLATE "C" NOT NULL,
    upto       bigint NOT NULL,
    ahead      text   NOT NULL, -- runs above the first hole: [[5,7],[9,9]]
    rows       bigint NOT NULL,
    passages   bigint NOT NULL,
    duplicates bigint NOT NULL,
    conflicts  bigint NOT NULL,
    broken     bigint NOT NULL,
    changed_at bigint NOT NULL, -- hub clock, milliseconds since 1970 UTC
    PRIMARY KEY (device, epoch)
);

-- Decided passages by the hour, for reports: always equal to a recount of the ledger.
CREATE TABLE hourly (
    device    text COLLATE "C" NOT NULL,
    hour      bigint NOT NULL,
    direction text COLLATE "C" NOT NULL,
    verdict   text COLLATE "C" NOT NULL,
    passages  bigint NOT NULL,
    PRIMARY KEY (device, hour, direction, verdict)
);

-- The same, over all devices and hours, for the live page.
CREATE TABLE tally (
    direction text COLLATE "C" NOT NULL,
    verdict   text COLLATE "C" NOT NULL,
    passages  bigint NOT NULL,
    PRIMARY KEY (direction, verdict)
);

-- Messages that are no records, as they came; numbered from 1, the oldest go first.
CREATE TABLE aside (
    id      bigint  NOT NULL PRIMARY KEY,
    at      bigint  NOT NULL, -- hub clock, milliseconds since 1970 UTC
    topic   text    NOT NULL,
    reason  text    NOT NULL,
    size    integer NOT NULL, -- bytes that came
    payload bytea   NOT NULL  -- the first of them
);
