"""The debate, the work and the version that an address names, and the way to them."""

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from college.debates.queries import questions
from college.summaries.queries import work as queries
from college.summaries.rules import addresses
from college.web.prose import line

if TYPE_CHECKING:
    from college.debates.models import QuestionWording
    from college.summaries.models import Version
    from college.summaries.queries.work import Work


def find(slug: str) -> "tuple[QuestionWording | None, Work | None]":
    """The debate at an address and the work on its summary; either may be missing. Five queries."""
    asked = questions.asked(slug)
    return (asked, queries.work(asked.debate)) if asked else (None, None)


def version_or_404(work: "Work | None", number: int) -> "Version":
    """No query."""
    found = work.version(number) if work else None
    if found is None:
        raise Http404
    return found


def trail(asked: "QuestionWording", version: "Version | None" = None) -> list[tuple[str, str]]:
    """The way to a summary, or to what belongs to one of its versions."""
    slug = asked.debate.slug
    above = [(_("Debates"), "/debates/"), (line(asked.text), f"/debates/{slug}/")]
    if version is None:
        return above
    return [
        *above,
        (_("Summary"), addresses.summary(slug)),
        (_("Version %s") % version.number, addresses.version(slug, version.number)),
    ]
