"""Quiz items in the formats of others: one file per format, written from and read into
the same questions."""
