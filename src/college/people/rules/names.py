"""Which public names may stand beside a text."""

import unicodedata

from college.ground.prose import clean

#: Names that would pass for the College itself.
RESERVED = frozenset(
    {
        "admin",
        "administrator",
        "anonymous",
        "clock",
        "college",
        "import",
        "moderator",
        "steward",
        "system",
    }
)


def tidy_name(name: str) -> str:
    """NFC, one space between words, no control characters."""
    return " ".join(clean(name).split())


def folded(name: str) -> str:
    """The form in which two names are compared: compatibility-folded, without case, marks or spaces.

    So that nobody passes for another by a space, an accent or a look-alike width.
    """
    decomposed = unicodedata.normalize("NFKD", tidy_name(name)).casefold()
    return "".join(c for c in decomposed if c.isalnum())


def fault(name: str, *, longest: int) -> str:
    """The code of the refusal of a tidied name that cannot be used, or ``""``."""
    if not folded(name):
        return "people.name.empty"
    if len(name) > longest:
        return "people.name.too-long"
    if folded(name) in RESERVED:
        return "people.name.reserved"
    return "people.name.address" if "@" in name or "://" in name else ""
