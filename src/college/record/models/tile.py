"""Hashes of the tree, 256 to a tile (C2SP tlog-tiles)."""

from django.db import models


class Tile(models.Model):
    """Level 0 holds leaf hashes; a hash at level L+1 is the root of one full tile at level L.

    The rightmost tile of a level grows; a shorter prefix of it is the partial tile of an earlier size.
    ``hashes`` are the published bytes. ``inner`` holds the complete subtrees below the tile's root in the
    order in which they came to be (rules/nodes.py), so that a proof reads hashes instead of computing them.
    """

    level = models.PositiveSmallIntegerField()
    number = models.BigIntegerField()
    hashes = models.BinaryField()
    inner = models.BinaryField(default=b"")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["level", "number"], name="record_tile_once")]

    def __str__(self) -> str:
        return f"tile {self.level}/{self.number} ({len(self.hashes) // 32})"
