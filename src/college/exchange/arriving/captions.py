"""A picture's caption and its credit, told apart by how captions are written."""

import re

LONGEST = 400
_IN_BRACKETS = re.compile(
    r"(?P<words>.*\S)\s*\((?P<credit>[^()]+(?:\([^()]*\)[^()]*)?)\)\.?", re.DOTALL
)
_LABELLED = re.compile(
    r"(?P<words>.*?)(?:^|(?<=[.!?…]\s)|\s[|–—-]\s|\[)"
    r"(?P<credit>(?:Photos?|Pictures?|Images?|Credits?|Photograph|Illustration|Foto|Bild|Crédit|Photographie)"
    r"(?:\s+(?:by|from|courtesy of|von|de)\b|\s*:)\s*[^\]]{2,120}?)\]?",
    re.DOTALL,
)
_SMALL = frozenset("of the de la le du von van der den di da and by for via und et y".split())
_MARKS = re.compile(
    r"/|©|\bCC\b|\b(?:via|courtesy|photo|image|public domain|getty|reuters|afp|ap)\b", re.I
)


def split_caption(text: str) -> tuple[str, str]:
    """``(words, credit)`` of a text known to be a caption; the credit may be empty."""
    for pattern in (_IN_BRACKETS, _LABELLED):
        found = pattern.fullmatch(text)
        if found and (pattern is _LABELLED or _is_credit(found["credit"])):
            words = found["words"].strip(" |–—[")
            if words:
                return words, found["credit"].strip().rstrip(".")
    return text, ""


def as_caption(text: str) -> tuple[str, str] | None:
    """``(words, credit)`` if a paragraph of plain text is written like a caption with a credit.

    A sentence or phrase, then a name or agency in brackets; a sentence that merely ends in
    brackets, ``(ASPI)``, is none.
    """
    if len(text) > LONGEST or text.count("\n") > 2:
        return None
    words, credit = split_caption(text)
    if not credit:
        return None
    if _MARKS.search(credit) or words.endswith((".", "!", "?", "…", "”", '"')):
        return words, credit
    return None


def _is_credit(credit: str) -> bool:
    if credit.endswith((".", "!", "?")) or len(credit) > 200:
        return False
    if _MARKS.search(credit):
        return True
    words = credit.replace(",", " ").split()
    return len(words) <= 6 and all(word[:1].isupper() or word in _SMALL for word in words)
