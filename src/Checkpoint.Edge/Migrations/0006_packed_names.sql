-- Sixteen digits of a name are stored as their bytes (PackedEntry). A program from before cannot unpack them and would take the journal for damaged:
-- by this number it refuses instead. Nothing else changes.
UPDATE state SET id = id;
