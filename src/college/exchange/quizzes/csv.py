"""CSV (RFC 4180), a row to an item: to be looked through and sorted. It is not read back."""

import csv
from io import StringIO

from college.exchange.quizzes.sheet import Entry, Sheet
from college.quizzes.rules.content import Content

COLUMNS = (
    "item", "kind", "viewpoint", "question", "right", "tolerance", "unit", "explanation", "words", "url",
    "version", "document",
)  # fmt: skip
_ANSWER = "answer_"
#: What makes spreadsheets take a cell for a formula, in wide forms too.
_FORMULAE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write(sheet: Sheet) -> bytes:
    """UTF-8 with its mark, which spreadsheets need to see it; lines end in CR LF.

    A cell that would be a formula begins with an apostrophe. ``right``: the numbers of the right answers
    from 1, or of a match the answer's number for each prompt, with ``;`` between; of an estimate, the
    number itself.
    """
    most = max((len(_answers(one.content)) for one in sheet.entries), default=0)
    columns = [*COLUMNS, *(f"{_ANSWER}{number}" for number in range(1, most + 1))]
    file = StringIO(newline="")
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    names = {side.public_id: side.name for side in sheet.sides}
    for entry in sheet.entries:
        row = _row(entry, names.get(entry.content.viewpoint, ""))
        writer.writerow({name: _defused(words) for name, words in row.items()})
    return file.getvalue().encode("utf-8-sig", "replace")


def _row(entry: Entry, viewpoint: str) -> dict[str, str]:
    content, estimate = entry.content, entry.content.estimate
    # No comma and no hyphen: spreadsheets would see a number or a date.
    key = ";".join(str(number + 1) for number in content.key)
    cells = {
        "item": entry.public_id,
        "kind": content.kind.value,
        "viewpoint": viewpoint,
        "question": _question(content),
        "right": estimate.value if estimate else key,
        "tolerance": estimate.tolerance if estimate else "",
        "unit": estimate.unit if estimate else "",
        "explanation": content.explanation,
        "words": " … ".join(source.exact for source in content.sources),
        "url": entry.url,
        "version": entry.version,
        "document": entry.document,
    }
    answers = enumerate(_answers(content), 1)
    return cells | {f"{_ANSWER}{number}": words for number, words in answers}


def _question(content: Content) -> str:
    """The stem, and the prompts below it, numbered."""
    prompts = (f"({number}) {words}" for number, words in enumerate(content.prompts, 1))
    return "\n".join([content.stem, *prompts])


def _answers(content: Content) -> tuple[str, ...]:
    return tuple(option.words for option in content.options)


def _defused(words: str) -> str:
    return f"'{words}" if words.lstrip(" \u00a0").startswith(_FORMULAE) else words
