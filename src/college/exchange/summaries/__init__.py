"""A summary in the formats of others: one file per format, each made from the same sheet."""
