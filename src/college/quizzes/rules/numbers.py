"""The first number that a sentence names, as an estimate to make."""

import re
from dataclasses import dataclass
from decimal import Decimal

from college.quizzes.rules.content import Estimate

#: Thousands may be parted by a comma, an apostrophe or a space that does not break; a point or a comma
#: before one or two digits parts what is less than one. A number inside a word, a date or a version is none.
_NUMBER = re.compile(
    r"(?<![\w.,/–-])(?P<whole>[0-9]{1,3}(?:[,'’\u00a0\u2009\u202f][0-9]{3})+|[0-9]{1,9})"
    r"(?P<less>[.,][0-9]{1,2})?(?![\w/–-]|[.,][0-9])"
)
_PARTING = re.compile("[^0-9]")
#: Years are missed by a few; of other numbers a tenth is near enough.
_YEARS = range(1500, 2200)
_YEARS_MISSED = 2
_SMALL = 10
_GAP = "[…]"


@dataclass(frozen=True, slots=True)
class Named:
    """A number that a text names, and the text with a gap in its place."""

    estimate: Estimate
    blanked: str


def first_in(words: str) -> Named | None:
    """The first number of a sentence, with a tolerance to begin with; ``None`` if it names none."""
    found = _NUMBER.search(words)
    if found is None:
        return None
    value = _PARTING.sub("", found["whole"]) + (found["less"] or "").replace(",", ".")
    value = str(Decimal(value))
    per_cent = words[found.end() :].lstrip().startswith("%")
    estimate = Estimate(value, _tolerance(value), "%" if per_cent else "")
    return Named(estimate, words[: found.start()] + _GAP + words[found.end() :])


def _tolerance(value: str) -> str:
    number = Decimal(value)
    if "." not in value and int(value) in _YEARS:
        return str(_YEARS_MISSED)
    if number <= _SMALL:
        return "0"
    return str((number / 10).quantize(number) if "." in value else round(number / 10))
