"""The text of a checkpoint (C2SP tlog-checkpoint): origin, size, root. This log writes no extension lines."""

import re
from dataclasses import dataclass

from college.record.rules.notes import NotANote, decode64, encode64, is_key_name
from college.record.rules.tree import HASH_LENGTH

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_MOST = 2**63


@dataclass(frozen=True, slots=True)
class Head:
    """What a checkpoint says: the log of that origin has that root at that size."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The bytes that are signed, newline at the end."""
        return f"{self.origin}\n{self.size}\n{encode64(self.root)}\n"


def parse_text(text: str) -> Head:
    """The head in a checkpoint's text; anything but three lines is refused."""
    lines = text.split("\n")
    if len(lines) != 4 or lines[3]:
        raise NotANote("a checkpoint here has three lines: origin, size, root")
    origin, size, root = lines[:3]
    if not is_key_name(origin) or not _SIZE.fullmatch(size) or int(size) >= _MOST:
        raise NotANote("a checkpoint's origin and size")
    data = decode64(root)
    if len(data) != HASH_LENGTH:
        raise NotANote("a root is 32 bytes")
    return Head(origin, int(size), data)
