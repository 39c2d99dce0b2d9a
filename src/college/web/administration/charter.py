"""The public pages of the charter in force, and of what the College decides about itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from college.administration import queries
from college.committees.queries import rosters
from college.committees.rules.feasibility import is_founding
from college.ground.charter import Charter
from college.ground.charter.changes import Value, settings
from college.people.queries import stewards
from college.record.charters import charter_in_force, versions
from college.web.administration.words import OF_A_SIZE, SECTIONS, SETTINGS
from college.web.public_cache import public


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the charter as a table: its title, and for each setting its words, value and reason."""

    id: str
    title: str | Promise
    rows: list[list[str | Promise]]


def duration(length: timedelta) -> str:
    """In the largest unit that needs no fraction."""
    minutes = int(length.total_seconds()) // 60
    if minutes % (24 * 60) == 0:
        days = minutes // (24 * 60)
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    if minutes % 60 == 0:
        return ngettext("%(n)s hour", "%(n)s hours", minutes // 60) % {"n": minutes // 60}
    return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}


def in_words(value: Value) -> str:
    """A value of the charter as people read it."""
    if isinstance(value, bool):
        return _("on") if value else _("when first needed")
    return duration(value) if isinstance(value, timedelta) else str(value)


def sections(charter: Charter) -> Iterator[Section]:
    """Every number of a charter with its reason. No query."""
    values = settings(charter)
    for name, title in SECTIONS.items():
        rows: list[list[str | Promise]] = []
        for setting, value in values.items():
            section, _dot, key = setting.rpartition(".")
            if section == name:
                what, why = OF_A_SIZE[key] if name.startswith("sizes.") else SETTINGS[setting]
                rows.append([what, in_words(value), why])
        yield Section(f"charter-{name.replace('.', '-')}", title, rows)


def is_met() -> bool:
    """Whether redundant panels can be drawn for a reported text. Two queries."""
    roster = rosters.in_force()
    return roster is not None and not is_founding(charter_in_force(), roster.places.count())


@public
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The charter in force, every number with its reason; its history. Five queries."""
    charter = charter_in_force()
    context = {
        "charter": charter,
        "sections": list(sections(charter)),
        "columns": [_("What"), _("Now"), _("Why")],
        "versions": list(versions()),
        "open": list(queries.proposals().filter(ended="")),
        "met": is_met(),
        "stewards": stewards().count(),
    }
    return render(request, "administration/charter.html", context)


@public
@require_safe
def administration(request: HttpRequest) -> HttpResponse:
    """What is asked and was decided about the College itself. Eight queries."""
    context = {
        "proposals": queries.proposals()[:50],
        "removals": queries.removals()[:50],
        "sanctions": queries.sanctions()[:50],
        "holds": queries.holds()[:50],
        "stewards": stewards(),
        "met": is_met(),
    }
    return render(request, "administration/front.html", context)
