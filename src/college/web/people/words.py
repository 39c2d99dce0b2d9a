"""The words for the enums, refusals and notices of people."""

from django.utils.translation import gettext_lazy as _

from college.people.events import MemberAdmitted, MemberResigned, TermBegun, TermEnded
from college.people.rules.standing import Office, Standing

WORDS = {
    Standing: {
        Standing.ADMITTED: _("member"),
        Standing.SUSPENDED: _("suspended"),
        Standing.RESIGNED: _("former member"),
    },
    Office: {Office.STEWARD: _("steward")},
}

EVENTS = {
    MemberAdmitted.kind: _("Somebody became a member"),
    MemberResigned.kind: _("A member left"),
    TermBegun.kind: _("A term of office began"),
    TermEnded.kind: _("A term of office ended"),
}

REFUSALS = {
    "people.member.none": _(
        "Only members can do this. Reading needs no account; taking part does."
    ),
    "people.member.may-not-act": _(
        "Your membership is suspended or ended, so you can read but not take part."
    ),
    "people.member.too-often": _(
        "You have done more than %(most)s things within an hour, which is the limit. Please go on later."
    ),
    "people.member.already": _("This account belongs to a member already."),
    "people.name.empty": _("Please choose a public name with at least one letter or digit."),
    "people.name.too-long": _("This public name is too long: at most %(most)s characters, please."),
    "people.name.reserved": _(
        "This name would pass for the College itself. Please choose another."
    ),
    "people.name.address": _(
        "A public name stands beside everything you write: please do not use an address."
    ),
    "people.name.taken": _(
        "Another member has this name, or one that reads like it. Please choose another."
    ),
    "people.term.already": _("This member holds the office already."),
}

NOTICES: dict[str, object] = {}
