"""The charter in words: what each setting is for, and why it is what it is; what can be wrong with one."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.ground.charter import Fault

#: Sections of the charter, in its order.
SECTIONS: dict[str, str | Promise] = {
    "clocks": _("Clocks"),
    "budgets": _("Word budgets"),
    "lengths": _("Lengths"),
    "limits": _("Limits"),
    "areas": _("Areas of administration"),
    "roster": _("The roster"),
    "sizes.standard": _("Size “standard”: conduct and admissions"),
    "sizes.small": _("Size “small”: the same where fewer people can be drawn"),
    "sizes.labels": _("Size “labels”: evidence"),
    "sizes.summaries": _("Size “summaries”: sections and form of a summary"),
    "sizes.items": _("Size “items”: quiz items that their figures flag"),
    "sizes.persons": _("Size “persons”: sanctions and officials"),
    "sizes.bodies": _("Size “bodies”: offices of the charter"),
    "quizzes": _("Quizzes"),
    "audit": _("The audit"),
}

FAULTS: dict[Fault, str | Promise] = {
    Fault.NOT_READABLE: _(
        "These lines cannot be read. Write them as in charter.toml: a section in brackets, then name = value."
    ),
    Fault.UNKNOWN: _("The charter has no setting of this name."),
    Fault.MISSING: _("This setting is missing."),
    Fault.NOT_A_DURATION: _('It must be a duration such as "7 days", in quotation marks.'),
    Fault.NOT_A_NUMBER: _("It must be a whole number from 1."),
    Fault.NOT_A_FLAG: _("It must be true or false."),
    Fault.NOT_A_SHARE: _("It must be a per cent from 1 to 100."),
    Fault.EPOCH_TOO_SHORT: _("Lodging and revealing together must be shorter than an epoch."),
    Fault.VOTING_TOO_SHORT: _("There must be at least as much time to vote as to accept a seat."),
    Fault.TERM_TOO_SHORT: _("A term must be longer than an epoch, accepting and voting together."),
    Fault.DUTY_TOO_LONG: _("Duty must not last longer than a term."),
    Fault.NEWCOMERS_FIRST: _("Newcomers must not be allowed more than others."),
    Fault.ONE_PANEL: _("There must be two panels at least: nothing is decided by one."),
    Fault.OUT_OF_REACH: _("The threshold is more than the seats: no panel could ever reach it."),
    Fault.TWO_COULD_REACH: _(
        "The threshold must be more than half of the seats, or two grounds could both reach it."
    ),
    Fault.REVIEW_TOO_SMALL: _("A review must have more seats than a first panel."),
    Fault.CAP_OF_NO_USE: _("The cap must not be more than the seats of the panel."),
    Fault.CAP_TOO_LOW: _("With this cap seats stay empty however many viewpoints a debate has."),
    Fault.PANELS_OVERLAP: _(
        "So few people cannot fill panels and a review that have no member in common."
    ),
    Fault.NO_RESERVES: _("There must be a reserve for every seat: twice the seats."),
    Fault.QUIZ_TOO_SHORT: _("A quiz cannot need more items than it has."),
    Fault.TRIAL_FIRST: _("A finding is on trial before it counts."),
    Fault.NOT_SEATED: _("The area is switched on, but no roster is large enough for its panels."),
    Fault.NO_SECOND_LOOK: _("The area restricts, so the area Appeals must be switched on too."),
    Fault.ALARM_TOO_LOW: _(
        "The alarm must be higher than one step, or a single ballot would raise it."
    ),
    Fault.BREAKER_AT_ONCE: _(
        "It must be more than the unevenness that is allowed, or the first alarms would stop the audit."
    ),
}
