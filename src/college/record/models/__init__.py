"""Entries, committed texts, tiles, checkpoints, charters. None is ever deleted; only texts change state."""

from college.record.models.charter import CharterVersion
from college.record.models.checkpoint import Checkpoint
from college.record.models.entry import Entry
from college.record.models.text import Text, TextState
from college.record.models.tile import Tile

__all__ = ["CharterVersion", "Checkpoint", "Entry", "Text", "TextState", "Tile"]
