"""Words of stating a viewpoint that is not one’s own."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.quizzes.events import retellings

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {}
EVENTS: dict[str, str | Promise] = {
    retellings.RetellingReported.kind: _(
        "A statement of another side’s viewpoint was reported on a conduct ground, and a case hears it"
    ),
    retellings.RetellingRestricted.kind: _(
        "A verdict was enacted: a statement of another side’s viewpoint is given to nobody to read"
    ),
    retellings.RetellingRestored.kind: _(
        "A second look lifted the restriction of a statement of another side’s viewpoint"
    ),
}
NOTICES: dict[str, str | Promise] = {
    "quizzes.retelling.read": _(
        "Holders have read what you wrote of their viewpoint. You can see what came of it"
    ),
    "quizzes.retelling.reported": _(
        "What you wrote of another viewpoint was reported; its holders can read it meanwhile"
    ),
    "quizzes.retelling.kept": _("What you wrote of another viewpoint was heard and stays"),
    "quizzes.retelling.restricted": _(
        "What you wrote of another viewpoint gave way to a verdict. You can see why, and appeal"
    ),
    "quizzes.retelling.restored": _("What you wrote of another viewpoint can be read again"),
}
PERMISSIONS: dict[str, str | Promise] = {
    "may_retell": _(
        "Members state a viewpoint that they do not hold, once the summary of the debate is certified."
    ),
    "may_read_retellings": _(
        "Only those who hold a viewpoint say whether they recognise what was written of it."
    ),
    "may_withdraw_retelling": _("Only its writer takes it back."),
    "may_appeal_retelling": _("Only the writer of what gave way appeals, once."),
}
REFUSALS: dict[str, str | Promise] = {
    "quizzes.retelling.too-short": _(
        "These are %(words)s words. Please state the viewpoint in at least %(least)s, so that its holders"
        " can say whether they recognise it."
    ),
    "quizzes.retelling.too-long": _(
        "These are %(words)s words, or very long ones; there is room for %(most)s. Please keep what the"
        " viewpoint rests on, and shorten the rest."
    ),
    "quizzes.retelling.too-many": _(
        "%(waiting)s of your statements wait to be read in this debate, and that is as many as may. Please"
        " wait until they are, or take one back."
    ),
    "quizzes.retelling.nothing-said": _(
        "Please say of at least one of these texts whether you recognise your viewpoint in it."
    ),
    "quizzes.retelling.gone": _(
        "This text is not there to be read any more: it was taken back, or gave way. Nothing is left to do."
    ),
    "quizzes.report.heard": _(
        "Somebody reported this text on this ground already, and panels will hear it. Nothing is left to do."
    ),
    "quizzes.report.kept": _("Panels heard this text on this ground already, and it stays."),
}
