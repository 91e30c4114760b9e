-- When entries really were, told by what the same start of the box learned of the time later. The box's own time stays as it is.
ALTER TABLE ledger ADD COLUMN mono INTEGER;          -- milliseconds since the box's program started
ALTER TABLE ledger ADD COLUMN clock INTEGER;         -- how far the box's time could be trusted: 0 unknown, 1 estimated, 2 rtc, 3 synced
ALTER TABLE ledger ADD COLUMN retimed INTEGER;       -- milliseconds since 1970 UTC; hour goes by it
ALTER TABLE ledger ADD COLUMN retimed_mono INTEGER;  -- the anchor that it was told by
ALTER TABLE ledger ADD COLUMN retimed_clock INTEGER;

CREATE INDEX ledger_untimed ON ledger (device, epoch, boot, mono) WHERE clock < 3;

-- What each start of a box said of its clock.
CREATE TABLE anchor (
    device TEXT    NOT NULL,
    epoch  TEXT    NOT NULL,
    boot   INTEGER NOT NULL,
    mono   INTEGER NOT NULL,
    clock  INTEGER NOT NULL,
    time   INTEGER NOT NULL, -- milliseconds since 1970 UTC
    PRIMARY KEY (device, epoch, boot, mono, clock)
) WITHOUT ROWID;
