"""The settings of the charter that summaries live by, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SUMMARIES: dict[str, tuple[str | Promise, str | Promise]] = {
    "budgets.summary_comments": (
        _("Words of comments of each viewpoint on a summary"),
        _("The same for each, and for those without a viewpoint."),
    ),
    "lengths.statement": (
        _("Characters of a statement of a summary"),
        _("One sentence, which can be linked and disputed by itself."),
    ),
    "lengths.attestation": (
        _("Words beside an attestation, and of its answer"),
        _("The same for both."),
    ),
    "lengths.comment": (
        _("Words of a comment on a summary"),
        _("A note in the margin."),
    ),
    "limits.statements": (
        _("Statements of one draft, at most"),
        _("A ten-minute read has about sixty."),
    ),
    "limits.statement_links": (
        _("Contributions that a statement rests on, at most"),
        _("More than that, nobody follows."),
    ),
    "limits.editors": (
        _("Editors of one team, at most"),
        _("From different viewpoints, so that a team is mixed by itself."),
    ),
    "limits.cruxes": (
        _("Cruxes between two viewpoints, at most"),
        _("The few on which they part."),
    ),
}
