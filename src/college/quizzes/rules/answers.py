"""Answers: how one is written, whether it is right, and what of it is published (spec/quizzes.md §3).

``""`` is “I don't know”. The right options by number, joined by commas in rising order: ``2``, ``0,3``.
Claims matched: for each the option's number, ``?`` where none was chosen, joined by hyphens: ``1-?-2``.
An estimate is a plain decimal number: ``18.5``.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from college.ground.refusals import Refusal
from college.quizzes.rules.content import Content
from college.quizzes.rules.life import ItemKind

UNKNOWN = ""
#: Characters of an estimate as typed: more are no number that anybody meant.
MOST_DIGITS = 24
#: What a taker may say how sure they are, per cent.
CERTAINTIES = (25, 50, 70, 90, 99)

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
#: Read one way it is a thousand, read another it is one.
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}((,\d{3})+(\.\d+)?|(\.\d{3})+,\d+|(\.\d{3}){2,})")
_BLANKS = str.maketrans(dict.fromkeys(" \t\u00a0\u2009\u202f'’"))


def read(content: Content, chosen: Sequence[str]) -> str:
    """The answer that a form sent, as it is kept. ``chosen``: the numbers of the options that were marked;
    for a MATCH one for each prompt, empty where none was; for an ESTIMATE what was typed.

    Refuses what cannot be an answer to this item, and one without anything chosen.
    """
    if content.kind == ItemKind.ESTIMATE:
        return _read_number(content, "".join(chosen))
    if content.kind == ItemKind.MATCH:
        if len(chosen) > len(content.prompts):
            raise Refusal("quizzes.answer.unknown-option")
        padded = [*chosen, *[""] * (len(content.prompts) - len(chosen))]
        cells = [str(_option(content, one)) if one else "?" for one in padded]
        if set(cells) <= {"?"}:
            raise Refusal("quizzes.answer.nothing-chosen")
        return "-".join(cells)
    marked = sorted({_option(content, one) for one in chosen})
    if not marked:
        raise Refusal("quizzes.answer.nothing-chosen")
    if len(marked) > 1 and not is_multiple(content):
        raise Refusal("quizzes.answer.one-only")
    return ",".join(map(str, marked))


def read_certainty(typed: str) -> int | None:
    """How sure the taker says they are, per cent; ``None`` where nothing was said."""
    if not typed:
        return None
    if typed not in map(str, CERTAINTIES):
        raise Refusal("quizzes.answer.unknown-certainty")
    return int(typed)


def is_multiple(content: Content) -> bool:
    """Whether several options of a choice are right."""
    return content.kind != ItemKind.MATCH and len(content.key) > 1


def is_right(content: Content, given: str) -> bool:
    """Whether an answer is right in all its parts. “I don't know” is not."""
    if given == UNKNOWN:
        return False
    if content.kind == ItemKind.ESTIMATE:
        return published(content, given) == "="
    joint = "-" if content.kind == ItemKind.MATCH else ","
    return given == joint.join(map(str, _key(content)))


def published(content: Content, given: str) -> str:
    """The answer as it stands in published patterns: an estimate is only ``<``, ``=`` or ``>`` (below,
    within, above the tolerance), and “I don't know” is ``?``."""
    if given == UNKNOWN:
        return "?"
    if content.estimate is None:
        return given
    off = Decimal(given) - Decimal(content.estimate.value)
    if abs(off) <= Decimal(content.estimate.tolerance):
        return "="
    return "<" if off < 0 else ">"


def marked(content: Content, given: str) -> list[int | None]:
    """Which options an answer names: of a MATCH one for each prompt, of a choice those marked; none of an
    estimate or of “I don't know”."""
    if given == UNKNOWN or content.kind == ItemKind.ESTIMATE:
        return []
    joint = "-" if content.kind == ItemKind.MATCH else ","
    return [None if cell == "?" else int(cell) for cell in given.split(joint)]


def _key(content: Content) -> list[int]:
    return list(content.key) if content.kind == ItemKind.MATCH else sorted(content.key)


def _option(content: Content, typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 2):
        raise Refusal("quizzes.answer.unknown-option")
    if int(typed) >= len(content.options):
        raise Refusal("quizzes.answer.unknown-option")
    return int(typed)


def _read_number(content: Content, typed: str) -> str:
    text = typed.strip()
    if content.estimate is not None and content.estimate.unit:
        text = text.removesuffix(content.estimate.unit)
    text = text.translate(_BLANKS).replace("\u2212", "-")
    if not text:
        raise Refusal("quizzes.answer.nothing-chosen")
    if len(text) > MOST_DIGITS:
        raise Refusal("quizzes.answer.too-long", most=MOST_DIGITS)
    if _THOUSANDS.fullmatch(text):
        raise Refusal("quizzes.answer.thousands")
    text = text.replace(",", ".")
    if not _NUMBER.fullmatch(text):
        raise Refusal("quizzes.answer.not-a-number")
    return _plain(Decimal(text))


def _plain(number: Decimal) -> str:
    """In digits, without a sign or noughts that mean nothing: ``-0.50`` is ``-0.5``, ``007`` is ``7``."""
    if not number:
        return "0"
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
