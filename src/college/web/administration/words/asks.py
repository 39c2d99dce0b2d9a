"""The words for what the College asks about itself: grounds, events, refusals, notices, rules."""

from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from college.administration import events
from college.administration.rules.grounds import (
    CHANGE,
    Ending,
    RemovalGround,
    SanctionGround,
)
from college.ground.charter import Fault, Preset
from college.web.administration.words.charter import FAULTS
from college.web.committees.rules_in_words import RuleWords

WORDS = {
    Preset: {
        Preset.CLASS: _("class: a debate within lessons"),
        Preset.NEWSROOM: _("newsroom: a debate within a week"),
        Preset.ASSEMBLY: _("assembly: a debate within months"),
    },
    Ending: {
        Ending.KEPT: _("not granted: everything stays"),
        Ending.GRANTED: _("granted"),
        Ending.LAPSED: _("over, its time being up"),
        Ending.OVERTURNED: _("overturned"),
    },
    RemovalGround: {
        RemovalGround.NEGLECT: _("The office is neglected"),
        RemovalGround.ABUSE: _("The office is abused"),
        RemovalGround.INTEREST: _("A conflict of interest"),
    },
    SanctionGround: {
        SanctionGround.REPEATED: _("Texts restricted again and again"),
        SanctionGround.FLOODING: _("Flooding again and again"),
        SanctionGround.SECOND_NAME: _("A second membership"),
        SanctionGround.TAMPERING: _("Tampering with a case"),
    },
}

EVENTS: dict[str, str | Promise] = {
    events.CharterProposed.kind: _("Another charter was proposed"),
    events.CharterSupported.kind: _("A member stands behind a proposed charter"),
    events.CharterAsked.kind: _("A proposed charter was put to panels"),
    events.CharterGranted.kind: _("A proposed charter was granted; its notice began"),
    events.CharterPutInForce.kind: _("A changed charter came into force"),
    events.CharterEnded.kind: _("A proposed charter does not come into force"),
    events.CharterExtended.kind: _("The charter was extended by settings of a new version"),
    events.RemovalAsked.kind: _("Somebody asked that a term of office end"),
    events.RemovalEnded.kind: _("A verdict on a term of office took effect"),
    events.SanctionAsked.kind: _("A steward asked for a suspension"),
    events.SanctionBegun.kind: _("A member was suspended for a time, by verdict"),
    events.SanctionEnded.kind: _("A suspension is over, or was not granted"),
    events.HoldMade.kind: _("A steward withheld a text, naming the law"),
    events.HoldExtended.kind: _("A text found unlawful stays withheld while it can be appealed"),
    events.HoldEnded.kind: _("A legal hold is over"),
}

_PERMISSIONS = {
    "may_appeal_sanction": _("Only the member whose suspension it is can appeal it."),
    "may_ask_again": _(
        "Only those whom a case concerns can ask that panels try it again, and only while the verdict is"
        " provisional."
    ),
    "may_ask_removal": _(
        "You can ask that somebody else’s office end, while it runs, and once at a time."
    ),
    "may_ask_sanction": _(
        "Only a steward can ask for a suspension, of somebody else, and once at a time."
    ),
    "may_hold_text": _("Only a steward can withhold a text, and only one that is published."),
    "may_propose_charter": _("Members can propose a charter, one at a time each."),
    "may_support_charter": _(
        "Each other member can stand behind a proposed charter once, until panels are asked."
    ),
}


def _may_not(params: dict[str, object]) -> str:
    """Who may do it, by the permission that was asked for."""
    return str(_PERMISSIONS[str(params["permission"])])


def _fault(params: dict[str, object]) -> str:
    """The line and the setting at fault, and what is wrong with it."""
    sentence = str(FAULTS[Fault[str(params["fault"])]])
    place = now("Line %(line)s, %(setting)s:") if params["line"] else "%(setting)s:"
    return f"{place % params} {sentence}"


REFUSALS = {
    "administration.college.already-founded": _(
        "A College stands here already. Set COLLEGE_HOME or DATABASE_URL to another place for a new one."
    ),
    "administration.permission.may-not": _may_not,
    "administration.charter.fault": _fault,
    "administration.charter.same": _(
        "These lines change nothing: the charter says so already. Please write what is to be different."
    ),
    "administration.provisional.nobody-serves": _(
        "No panel can be drawn yet, or one is at it already. Please try again when a roster serves."
    ),
    "administration.reason.length": _(
        "Please give a reason, in at most %(most)s characters: panels read it."
    ),
    "administration.sanction.length": _(
        "A suspension lasts from one day to one term on the roster, here %(most)s days."
    ),
    "administration.hold.once": _(
        "This text was held once already, and once is all: its case decides."
    ),
    "administration.hold.law": _(
        "Please name the law, as it is cited, in at most %(most)s characters."
    ),
}

NOTICES: dict[str, str | Promise] = {
    "administration.sanction.asked": _("A steward asked that you be suspended; panels decide."),
    "administration.sanction.begun": _("By verdict you are suspended for a time. You can appeal."),
    "administration.sanction.ended": _("The case about your suspension is over."),
}

RULES = {
    CHANGE: RuleWords(
        _("A change of the charter"),
        _(
            "Grant if these numbers serve every viewpoint alike and the College better than those in force. "
            "Keep if they would help one side, or if the reason given does not bear them out."
        ),
    ),
    RemovalGround.NEGLECT: RuleWords(
        _("The office is neglected"),
        _("Grant if what the office asks for was left undone, again and again, and others waited."),
    ),
    RemovalGround.ABUSE: RuleWords(
        _("The office is abused"),
        _("Grant if the office was used for a side, or for what it gives no power over."),
    ),
    RemovalGround.INTEREST: RuleWords(
        _("A conflict of interest"),
        _(
            "Grant if the holder gains or loses by what the office decides, and did not stand aside."
        ),
    ),
    SanctionGround.REPEATED: RuleWords(
        _("Texts restricted again and again"),
        _(
            "Grant if several texts of this member were restricted, and each next one knew of the last."
        ),
    ),
    SanctionGround.FLOODING: RuleWords(
        _("Flooding again and again"),
        _("Grant if the member goes on filling debates or case lists after being told."),
    ),
    SanctionGround.SECOND_NAME: RuleWords(
        _("A second membership"),
        _("Grant if one person takes part under two memberships: each has one ticket."),
    ),
    SanctionGround.TAMPERING: RuleWords(
        _("Tampering with a case"),
        _("Grant if somebody who sat or was to sit was pressed, paid or sought out about a case."),
    ),
}
