-- How a face was judged is packed by phrases of its own (EntryPhrases), and four digits of a number as two bytes (PackedNumber). A program from
-- before cannot unpack them and would take the journal for damaged: by this number it refuses instead. Nothing else changes.
UPDATE state SET id = id;
