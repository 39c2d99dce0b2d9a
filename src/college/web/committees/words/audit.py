"""The words for re-trials, controls, charts, the breaker, and the figures of an area."""

from django.utils.translation import gettext_lazy as _

from college.committees.events import audit as events
from college.committees.rules.breaker import Breaker
from college.committees.rules.charts import Direction, Reference
from college.committees.rules.identity import Identity
from college.committees.rules.retrials import Sample
from college.web.committees.rules_in_words import RuleWords

WORDS = {
    Breaker: {
        Breaker.ROSTER: _("too large a part of the roster is flagged"),
        Breaker.VIEWPOINT: _("far more holders of one viewpoint than of another are flagged"),
    },
    Direction: {
        Direction.TOO_HARD: _("granted what others kept"),
        Direction.TOO_LENIENT: _("kept what others granted"),
    },
    Reference: {
        Reference.RETRIAL: _("a blind re-trial"),
        Reference.CONTROL: _("a control case"),
        Reference.REVIEW: _("a review"),
        Reference.OTHERS: _("the others of the same review"),
    },
    Identity: {
        Identity.EMAIL: _("Members are known by an e-mail address alone"),
        Identity.INSTITUTION: _("An institution vouches for each member"),
        Identity.PERSON: _("Each member was seen in person"),
    },
    Sample: {
        Sample.RETRIAL: _("settled cases to be tried again"),
        Sample.CONTROL: _("cases that bring a control case along"),
    },
}

EVENTS = {
    events.SampleDrawn.kind: _("A seed chose cases for the audit"),
    events.RetrialEnded.kind: _("A fresh panel tried a settled case again"),
    events.ControlCertified.kind: _("Panels confirmed the answer of a control case"),
    events.ControlRefused.kind: _("Panels did not confirm the answer of a control case"),
    events.ControlOpened.kind: _("A decided case was a control case"),
    events.BreakerTripped.kind: _("Nobody is taken off the lottery any more in this term"),
    events.AbsenceBegun.kind: _("A panel member is off the lottery by a verdict"),
    events.AbsenceEnded.kind: _("A panel member can be drawn again"),
    events.AbsenceHeld.kind: _("A verdict to take somebody off the lottery has no effect for now"),
}

REFUSALS = {
    "committees.control.no-epoch": _(
        "No epoch takes cases yet, so nothing can be put to panels. Please try again in a few minutes."
    ),
    "committees.control.empty": _("A control case needs a text. Please write one."),
    "committees.control.sides": _(
        "A control case is given to one side of its debate, or as a pair to two. Please choose one or two."
    ),
}

RULES = {
    "deviation": RuleWords(
        _("Ballots that depart from what others found"),
        _(
            "A chart of somebody’s ballots reached its alarm. Grant if the ballots show that a side was "
            "taken, again and again, where others who could not know of it found otherwise. Keep if hard "
            "cases and honest doubt explain them. Granting takes the member off the lottery for a time, "
            "never out of the debate."
        ),
    ),
}

NOTICES = {
    "committees.alarm.raised": _(
        "Your ballots departed from what others found so often that a panel is asked to look. You can see "
        "all of it; it decides nothing by itself."
    ),
    "committees.absence.begun": _(
        "By a panel’s verdict you are off the lottery for a time. You can appeal, and you take part in "
        "debates as before."
    ),
}
