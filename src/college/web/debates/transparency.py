"""The transparency report: what was reported and decided in each month, with a table for programs behind."""

import csv
import re
from datetime import date
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from college.debates.queries import transparency
from college.debates.rules.grounds import Ground
from college.debates.rules.transparency import (
    COLUMNS,
    HoldRow,
    Row,
    by_ground,
    by_hold,
    by_origin,
)
from college.record.charters import charter_in_force
from college.web.debates.words.grounds import GROUNDS
from college.web.public_cache import public
from college.web.words import word

_MONTH = re.compile(r"(2\d{3})-(0[1-9]|1[0-2])")
_HEADS: dict[str, str | Promise] = {
    "heard": _("Heard"),
    "restricted": _("Restricted"),
    "kept": _("Kept"),
    "withdrawn": _("Taken back"),
    "waiting": _("Waiting"),
    "held": _("Held in an emergency"),
    "appealed": _("Appealed"),
    "overturned": _("Turned by a second look"),
    "hours": _("Hours to the effect, median"),
}


_HOLD_HEADS = (_("Held"), _("Not heard yet"), _("Found to break the rule"), _("Let go"))


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The months for which there is a report. Three queries."""
    context = {"months": [(first, f"{first:%Y-%m}") for first in transparency.months()]}
    return render(request, "debates/transparency.html", context)


@public
@require_safe
def month(request: HttpRequest, month: str) -> HttpResponse:
    """One month: by ground, by who asked, and what was held back meanwhile. Six queries."""
    first = _month(month)
    least = charter_in_force().audit.least_cell
    lines = transparency.of_month(first)
    context = {
        "first": first,
        "address": month,
        "least": least,
        "columns": [_("What"), *_HEADS.values()],
        "by_ground": [_cells(row, _ground(row.name)) for row in by_ground(lines, least=least)],
        "hold_columns": [_("Held by"), *_HOLD_HEADS],
        "by_hold": [_held(row) for row in by_hold(transparency.holds_of_month(first))],
        "by_origin": [_cells(row, _origin(row.name)) for row in by_origin(lines, least=least)],
    }
    return render(request, "debates/transparency_month.html", context)


@public
@require_safe
def table(request: HttpRequest, month: str) -> HttpResponse:
    """The same as CSV. An empty cell is too small to be shown."""
    first = _month(month)
    least = charter_in_force().audit.least_cell
    lines = transparency.of_month(first)
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["month", "by", "name", *COLUMNS])
    tables = {"ground": by_ground(lines, least=least), "origin": by_origin(lines, least=least)}
    for by, rows in tables.items():
        for row in rows:
            told = ["" if figure is None else figure for figure in row.figures]
            writer.writerow([month, by, row.name, *told])
    response = HttpResponse(file.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="cases-{month}.csv"'
    return response


def _month(written: str) -> date:
    match = _MONTH.fullmatch(written)
    if match is None:
        raise Http404
    first = date(int(match[1]), int(match[2]), 1)
    if first not in transparency.months():
        raise Http404
    return first


def _cells(row: Row, name: str) -> list[str]:
    return [name, *("·" if figure is None else str(figure) for figure in row.figures)]


def _held(row: HoldRow) -> list[str]:
    figures = (row.held, row.waiting, row.granted, row.let_go)
    return [word(row.name, "debates.Held"), *(str(figure) for figure in figures)]


def _ground(name: str) -> str:
    return str(_("All together") if name == "all" else GROUNDS[Ground(name)].name)


def _origin(name: str) -> str:
    return str(_("All together")) if name == "all" else word(name, "debates.Origin")
