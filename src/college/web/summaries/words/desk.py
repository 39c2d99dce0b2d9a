"""Words for what lies beside a section at the editor's desk."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.summaries.queries.skeleton import Bundle

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {
    Bundle: {
        Bundle.PROPOSED: _("Claims about what should be done"),
        Bundle.SENSES: _("Terms as they were defined"),
        Bundle.WORDS_ASKED: _("Questions about words"),
        Bundle.CLAIMS: _("Claims that are no reason for another"),
        Bundle.REASONS: _("Reasons and objections"),
        Bundle.EVIDENCE: _("Evidence"),
        Bundle.GRANTED: _("What was granted"),
        Bundle.LIMITED: _("What was limited"),
        Bundle.CONTESTED: _("Claims on which viewpoints part"),
        Bundle.OBJECTIONS: _("Objections and reservations"),
        Bundle.UNANSWERED: _("Asked, and not answered"),
    },
}
EVENTS: dict[str, str | Promise] = {}
REFUSALS: dict[str, str | Promise] = {}
NOTICES: dict[str, str | Promise] = {}
PERMISSIONS: dict[str, str | Promise] = {}
