"""Addresses of debates, made from the wording."""

import re
import unicodedata
from collections.abc import Container

LONGEST = 60
_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: Words that say nothing about what is asked. Left out only while enough others remain.
_SMALL = frozenset(
    "a an the of in on at to for and or be is are was were should shall would could can may must will "
    "do does did how what which who whom whose when where why whether if by with from as it its that "
    "this these those".split()
)
_ENOUGH = 3
#: Words of the addresses beside those of debates.
_TAKEN = frozenset({"from"})


def is_slug(text: str) -> bool:
    return len(text) <= LONGEST and _PATTERN.fullmatch(text) is not None and text not in _TAKEN


def stem(wording: str) -> str:
    """A readable address for a wording: ``night-buses-lindhaven``; ``question`` when nothing is left."""
    plain = unicodedata.normalize("NFKD", wording).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    telling = [word for word in words if word not in _SMALL]
    chosen, slug = telling if len(telling) >= _ENOUGH else words, ""
    for word in chosen:
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug if slug and slug not in _TAKEN else "question"


def free(wanted: str, taken: Container[str]) -> str:
    """``wanted``, or ``wanted-2``, ``wanted-3``…: the first that is not taken."""
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
