-- Who was let through, as keyed hashes that this file alone can make: for counting entries and outings, here and nowhere else. They stand
-- in the entry's own row, so that they cost no page more and are there exactly when the entry is. Cleared after a week; visits_cleared
-- says up to where.
ALTER TABLE journal ADD COLUMN visit BLOB;
ALTER TABLE state ADD COLUMN visit_key BLOB;
ALTER TABLE state ADD COLUMN visits_cleared INTEGER NOT NULL DEFAULT 0;
