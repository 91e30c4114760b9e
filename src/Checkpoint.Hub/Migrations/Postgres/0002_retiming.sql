-- When entries really were, told by what the same start of the box learned of the time later. The box's own time stays as it is.
ALTER TABLE ledger
    ADD COLUMN mono bigint,          -- milliseconds since the box's program started
    ADD COLUMN clock integer,        -- how far the box's time could be trusted: 0 unknown, 1 estimated, 2 rtc, 3 synced
    ADD COLUMN retimed bigint,       -- milliseconds since 1970 UTC; hour goes by it
    ADD COLUMN retimed_mono bigint,  -- the anchor that it was told by
    ADD COLUMN retimed_clock integer;

CREATE INDEX ledger_untimed ON ledger (device, epoch, boot, mono) WHERE clock < 3;

-- What each start of a box said of its clock.
CREATE TABLE anchor (
    device text COLLATE "C" NOT NULL,
    epoch  text COLLATE "C" NOT NULL,
    boot   bigint  NOT NULL,
    mono   bigint  NOT NULL,
    clock  integer NOT NULL,
    time   bigint  NOT NULL, -- milliseconds since 1970 UTC
    PRIMARY KEY (device, epoch, boot, mono, clock)
);
