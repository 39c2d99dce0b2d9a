"""Words for what is asked of the committees: reports, notices, objections heard, labels, mergers."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from college.debates.events import evidence_labels, hearings, mergers, objections
from college.debates.rules.grounds import Origin, SecondLook, Settled
from college.debates.rules.transparency import Held

WORDS = {
    Origin: {
        Origin.MEMBER: _("reported by a member"),
        Origin.OUTSIDE: _("a notice from somebody without an account"),
    },
    Settled: {
        Settled.GRANTED: _("granted"),
        Settled.KEPT: _("kept as it is"),
        Settled.WITHDRAWN: _("taken back before it was decided"),
    },
    Held: {
        Held.EMERGENCY: _("the member on emergency duty, before the case"),
        Held.LEGAL: _("a steward, naming the law"),
    },
    SecondLook: {
        SecondLook.REVIEW: _("the review"),
        SecondLook.RETRIAL: _("a second trial"),
    },
}

EVENTS = {
    hearings.TextReported.kind: _("A text was reported on a conduct ground, and a case hears it"),
    hearings.ReportWithdrawn.kind: _("A report was taken back"),
    hearings.TextRestricted.kind: _("A verdict was enacted: a text gave way"),
    hearings.TextRestored.kind: _("A second look lifted a restriction"),
    hearings.TextAppealed.kind: _("The author of a restricted text asked for a second look"),
    hearings.TextRephrased.kind: _("The author of a restricted text said it in other words"),
    hearings.TextHeld.kind: _("A duty member held a text back until it is heard"),
    hearings.ReplyPublished.kind: _("Somebody without an account answered a text in public"),
    objections.ObjectionsHeard.kind: _("The objections to something were decided"),
    mergers.MergerAsked.kind: _("Somebody asked whether two viewpoints are one"),
    mergers.SplitAsked.kind: _("Somebody asked that part of a viewpoint stand by itself"),
    mergers.ViewpointsMerged.kind: _("Two viewpoints became one"),
    mergers.ViewpointsParted.kind: _("Two viewpoints are two again"),
    mergers.ViewpointSplit.kind: _("A part of a viewpoint stands by itself"),
    evidence_labels.EvidenceLabelAsked.kind: _("Somebody asked for a label beside evidence"),
    evidence_labels.EvidenceLabelPut.kind: _("A label was put beside evidence"),
    evidence_labels.EvidenceLabelTaken.kind: _("A label beside evidence was taken away again"),
}

REFUSALS = {
    "debates.report.own": _(
        "This text is your own. If you no longer stand by it, withdraw it or reword it instead."
    ),
    "debates.report.already": _(
        "You have reported this text already, and it is being heard. You can take that report back."
    ),
    "debates.report.kept": _(
        "This wording was heard on this ground already, and stays. The notice at the text leads to the"
        " whole story."
    ),
    "debates.report.restricted-already": _(
        "This wording was decided on this ground already. The notice at the text leads to the story."
    ),
    "debates.report.too-often": _(
        "You can report %(most)s texts a day, so that each is heard properly. Please come back tomorrow."
    ),
    "debates.report.no-thread": _(
        "An imported comment stands in no thread: it can be neither off topic nor a duplicate here."
    ),
    "debates.report.no-law": _("Please name the law that the text breaks."),
    "debates.report.no-kept": _("Please name the earlier text that this one repeats."),
    "debates.report.kept-elsewhere": _(
        "The text that is kept must stand in this debate and be older than the one that repeats it."
    ),
    "debates.report.not-urgent": _(
        "Only a threat or private data can be held back before it is heard. Everything else stays"
        " visible until it is decided."
    ),
    "debates.report.too-many-marks": _("Please mark at most %(most)s passages of a text."),
    "debates.text.same-words": _(
        "These are the very words that gave way. Please say it otherwise."
    ),
    "debates.objection.sitting": _(
        "A panel is hearing this objection already, so it can no longer be taken back."
    ),
    "debates.merger.heard-already": _(
        "It is being heard already whether one of these viewpoints is part of another."
    ),
    "debates.merger.decided": _("It was decided already that these two viewpoints are not one."),
    "debates.split.heard-already": _(
        "It is being heard already whether a part of this viewpoint should stand by itself."
    ),
    "debates.evidence-label.already": _(
        "This label was asked for already. The evidence shows what came of it."
    ),
    "debates.hold.over": _("This case is over, so there is nothing to hold."),
    "debates.hold.once": _(
        "This text was held once already, and once is all: the case decides now."
    ),
    "debates.hold.nobody": _("Nobody is on emergency duty now."),
    "debates.notice.ground": _(
        "Only a ground on which a text can harm somebody can be given here; what is off topic or said"
        " twice is for those who take part."
    ),
    "debates.notice.too-often": _(
        "%(most)s notices came from this address within a day, which is the limit. Please come back"
        " tomorrow."
    ),
    "debates.notice.too-often-here": _(
        "Many notices came from where you are. Please wait an hour; what you typed is kept here until"
        " you leave the page."
    ),
    "debates.notice.wrong-code": _("This is not the code that was sent. Please look again."),
    "debates.notice.confirmed-already": _("This notice is confirmed, or over, already."),
    "debates.notice.not-confirmed": _(
        "Please confirm the notice with the code from the mail first."
    ),
    "debates.notice.replied-already": _(
        "You have answered this text already; once is what there is room for."
    ),
}


def _merged(params: dict[str, object]) -> str:
    return (
        _now("Your viewpoint was found to be the same as %(letter)s: you hold that one now")
        % params
    )


NOTICES = {
    "debates.text.reported": _(
        "A text of yours was reported. It stays visible until panels drawn by lot have heard it"
    ),
    "debates.report.joined": _(
        "The text you reported is being heard already; your report joined that case"
    ),
    "debates.text.kept": _("A text of yours was heard, and stays as it is"),
    "debates.text.restricted": _(
        "A text of yours gave way to a notice. You can appeal, or say it in other words"
    ),
    "debates.text.restored": _("A second look turned it: a text of yours is back"),
    "debates.text.held": _(
        "A text of yours is held back for a short time, until it is heard. It comes back by itself"
    ),
    "debates.text.held-by-law": _(
        "A steward holds a text of yours as unlawful. A case decides; without one it comes back by itself"
    ),
    "debates.hold.asked": _(
        "You are on emergency duty: somebody asks that a text be held back at once"
    ),
    "debates.objection.upheld": _("Your objection was upheld"),
    "debates.objection.overruled": _("Your objection was heard and did not hold"),
    "debates.objection.refused": _(
        "An objection to something of yours was upheld. You can see why, and appeal"
    ),
    "debates.objection.stands": _(
        "An objection to something of yours did not hold: it takes effect"
    ),
    "debates.merger.asked": _(
        "Somebody asked whether your viewpoint is the same as another. Until it is decided both share one"
        " budget"
    ),
    "debates.viewpoint.merged": _merged,
    "debates.split.asked": _("Somebody asked that a part of your viewpoint stand by itself"),
    "debates.evidence-label.asked": _("Somebody asked for a label beside evidence of yours"),
    "debates.evidence-label.put": _(
        "A label was put beside evidence of yours; the evidence stays. You can appeal"
    ),
}

MAY_NOT = {
    "may_report": _("Members can report texts of others that can be read."),
    "may_withdraw_report": _("Only the member who made a report takes it back, while it waits."),
    "may_appeal": _("Only the author of a restricted text appeals, once."),
    "may_appeal_decision": _(
        "Whoever proposed it, speaks for it or brought it appeals, once, while no review has seen it."
    ),
    "may_rephrase": _(
        "Only its author says a restricted text in other words, where other words can mend it, until"
        " the debate is closed. A source with its quotation is brought anew."
    ),
    "may_hold_text": _(
        "Only the member on emergency duty holds a text back, and only a threat or private data that is"
        " being heard."
    ),
    "may_give_notice": _(
        "A notice is for people without an account; members report a text instead."
    ),
    "may_ask_label": _("Members ask for labels beside evidence that others brought."),
    "may_ask_merger": _(
        "Holders of one of the two viewpoints, and the moderators, ask whether they are one."
    ),
    "may_ask_split": _("Holders of a viewpoint, and the moderators, ask for it to be split."),
}
