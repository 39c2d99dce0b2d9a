"""Factories without surprises, one file per room: what they make is what their arguments say."""
