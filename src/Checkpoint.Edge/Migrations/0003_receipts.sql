-- The hub's clock when it committed what state.released says: the date of the last receipt. Null before the first, and from a hub that
-- does not say it.
ALTER TABLE state ADD COLUMN receipt_at TEXT;
