"""What every page is given. No query and nothing of the reader's: the anonymous page is the same for all."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Way:
    """One place of the navigation. ``here`` when the page asked for lies under it."""

    path: str
    words: str | Promise
    here: bool = False


EVERYBODY = (
    ("/debates/", _("Debates")),
    ("/questions/", _("Questions")),
    ("/committees/", _("Committees")),
    ("/search/", _("Search")),
    ("/record/", _("Record")),
    ("/help/", _("Help")),
)
MEMBERS = (("/desk/", _("My desk")), ("/notices/", _("Notices")))
VISITORS = (("/accounts/login/", _("Sign in")), ("/join/", _("Join")))


def college(request: HttpRequest) -> dict[str, object]:
    """``college``: demo flag and navigation (everybody, members, visitors), as lists of ``Way``."""
    path = request.path
    return {
        "college": {
            "demo": settings.DEMO,
            "everybody": [Way(to, words, path.startswith(to)) for to, words in EVERYBODY],
            "members": [Way(to, words, path.startswith(to)) for to, words in MEMBERS],
            "visitors": [Way(to, words, path.startswith(to)) for to, words in VISITORS],
        }
    }
