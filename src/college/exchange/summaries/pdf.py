"""A PDF that prints like a journal, set by Typst.

The words are handed over as data and never become markup; the template stands beside this file. The same
sheet gives the same bytes: no date of making is written into the file.
"""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from college.exchange.summaries.sheet import Sheet

_TEMPLATE = Path(__file__).with_name("journal.typ")


def to_pdf(sheet: Sheet) -> bytes:
    """The whole version as a PDF, A4, with bookmarks and a title."""
    data = json.dumps(asdict(sheet) | {"dated": f"{sheet.dated:%Y-%m-%d}"}, default=str)
    made = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"sheet": data},
        ignore_system_fonts=True,
    )
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return made
