"""Where a room's words are found: ``web/<room>/words.py`` holds ``WORDS``, a table per enum.

The rooms below know codes only. A member of an enum that has no words is a programming error, loud.
"""

from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

from django.utils.functional import Promise

Table = dict[type[Enum], dict[Any, str | Promise]]


@cache
def table(room: str) -> dict[str, tuple[type[Enum], dict[Any, str | Promise]]]:
    """The enums of one room by class name, each with its words."""
    words: Table = import_module(f"college.web.{room}.words").WORDS
    return {enum.__name__: (enum, sentences) for enum, sentences in words.items()}


def word(value: Enum | str, enum: str = "") -> str:
    """The words for ``value`` in the reader's language.

    ``value`` is an enum member; or the stored text of one, when ``enum`` names it: ``"debates.Kind"``.
    """
    if enum:
        room, _, name = enum.partition(".")
    elif isinstance(value, Enum):
        room, name = type(value).__module__.split(".")[1], type(value).__name__
    else:
        raise TypeError(f"{value!r} is no enum member: name its enum, as in 'debates.Kind'")
    members, sentences = table(room)[name]
    return str(sentences[members(value)])
