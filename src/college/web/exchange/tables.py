"""What would come of a file, row by row: the same table on the page and on the terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from college.exchange.formats.recognise import Format
from college.exchange.unplaced import Reason
from college.web.words import word

if TYPE_CHECKING:
    from college.exchange.report import Report

Row = tuple[str, str]


def figures(report: "Report") -> list[Row]:
    """Names and values of the table of a dry run."""
    return [
        (_("Format"), word(Format(report.format))),
        (_("Title"), report.title or _("none found")),
        (_("Author"), report.author or _("none found")),
        (_("Source"), report.source or _("none found")),
        (_("Published"), report.published or _("none found")),
        (_("Section headings"), _counted(report.sections)),
        (_("Paragraphs"), str(report.paragraphs)),
        (_("List items"), str(report.items)),
        (_("Captions"), _counted([_caption(*caption) for caption in report.captions])),
        (_("Notes"), str(report.notes)),
        (_("Comments"), _comments(report)),
        (_("Threads"), str(report.threads)),
        (_("Replies"), str(report.replies)),
        (_("Levels"), str(report.depth)),
        (_("Without a name"), str(report.unnamed)),
        (_("Without a date"), str(report.undated)),
        (_("Dates"), _dates(report)),
        (_("Found no place"), str(len(report.unplaced))),
    ]


def leftovers(report: "Report", most: int) -> list[tuple[str, str, str]]:
    """Line, reason and words of what found no place."""
    return [
        (str(row.line or "–"), word(Reason(row.reason)), row.words)
        for row in report.unplaced[:most]
    ]


def _counted(several: Sequence[str]) -> str:
    named = "; ".join(several)
    return f"{len(several)}: {named}" if several else "0"


def _caption(words: str, credit: str) -> str:
    return f"{words} ({credit})" if credit else words


def _comments(report: "Report") -> str:
    if report.announced is None:
        return str(report.comments)
    return ngettext(
        "%(found)s (the page announces %(announced)s)",
        "%(found)s (the page announces %(announced)s)",
        report.announced,
    ) % {"found": report.comments, "announced": report.announced}


def _dates(report: "Report") -> str:
    if report.first is None or report.last is None:
        return _("none")
    first, last = (date_format(at, "DATE_FORMAT") for at in (report.first, report.last))
    return first if first == last else f"{first} – {last}"
