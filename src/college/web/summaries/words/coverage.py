"""Words for coverage and omissions."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.summaries.events.omissions import OmissionReasoned
from college.summaries.rules.coverage import Omitted

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {
    Omitted: {
        Omitted.EDITORS: _("the editors say why"),
        Omitted.REPEATS: _("says the same as another"),
        Omitted.UNREASONED: _("nobody has said why yet"),
    },
}
EVENTS: dict[str, str | Promise] = {
    OmissionReasoned.kind: _("An editor said why a contribution is not in a summary"),
}
REFUSALS: dict[str, str | Promise] = {
    "summaries.omission.elsewhere": _(
        "This was said in another debate. Choose something from the debate that is summarised."
    ),
    "summaries.omission.no-point": _(
        "A summary owes a reason for claims, arguments and evidence that it leaves out; this is none of them."
    ),
    "summaries.omission.gone": _(
        "This text was withdrawn or restricted meanwhile, so no reason is owed for leaving it out."
    ),
}
NOTICES: dict[str, str | Promise] = {}
PERMISSIONS: dict[str, str | Promise] = {
    "may_reason_omission": _("The editors of a summary say why something was left out of it."),
}
