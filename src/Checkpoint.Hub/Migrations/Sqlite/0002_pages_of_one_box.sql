-- A box with few rows must not cost a scan of everybody's.
CREATE INDEX ledger_device_receipt ON ledger (device, receipt);
