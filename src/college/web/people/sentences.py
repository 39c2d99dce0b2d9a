"""A notice's code and parameters as a sentence; the words stand in each room's ``words.py``."""

from functools import cache
from importlib import import_module

from college.web.refusals import Sentence


@cache
def _sentences(room: str) -> dict[str, Sentence]:
    table: dict[str, Sentence] = import_module(f"college.web.{room}.words").NOTICES
    return table


def notice_sentence(code: str, params: dict[str, object]) -> str:
    """A code without words is a programming error, loud."""
    words = _sentences(code.split(".", 1)[0])[code]
    return words(params) if callable(words) else str(words) % params
