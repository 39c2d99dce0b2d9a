"""What the record does: append, commit texts, sequence, sign, write the log's files, give receipts."""
