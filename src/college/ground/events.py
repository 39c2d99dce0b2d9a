"""What an event is: a frozen dataclass with a kind, whose fields become the entry's data."""

from dataclasses import dataclass, fields
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Event:
    """Base of every event. A room's events live in its ``events.py``; their docstrings are public.

    ``kind`` is ``room.noun.past-verb`` and stays for ever. Field values are strings, integers,
    booleans, ``None``, or tuples of them: public ids, links, numbers, moments (RFC 3339 strings),
    and commitments (64 hex digits). Never a name, never a text.
    """

    kind: ClassVar[str]

    def data(self) -> dict[str, object]:
        """The entry's ``data``: every field, tuples as lists."""
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self)}


def _plain(value: object) -> object:
    return [_plain(v) for v in value] if isinstance(value, tuple) else value
