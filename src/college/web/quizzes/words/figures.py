"""Words of the figures about items."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.quizzes.rules.remarks import Difference, ItemRemark

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {
    ItemRemark: {
        ItemRemark.HARD: _("hardly anybody gets it right"),
        ItemRemark.EASY: _("nearly everybody gets it right"),
        ItemRemark.WEAK: _("it says little about who read the summary"),
        ItemRemark.NEGATIVE: _(
            "those who are right elsewhere get it wrong: the key may be wrong, or there are two readings"
        ),
    },
    Difference: {
        Difference.NEGLIGIBLE: _("too small, or too uncertain, to speak of"),
        Difference.MODERATE: _("moderate"),
        Difference.LARGE: _("large"),
    },
}
EVENTS: dict[str, str | Promise] = {}
NOTICES: dict[str, str | Promise] = {}
PERMISSIONS: dict[str, str | Promise] = {}
REFUSALS: dict[str, str | Promise] = {}
