"""The words for rosters, cases, draws, seats and verdicts."""

from django.utils.translation import gettext_lazy as _

from college.committees.rules.areas import Area, Procedure, SizeName
from college.committees.rules.feasibility import Unmet
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.seats import OutGround
from college.committees.rules.tally import Choice

WORDS = {
    Area: {
        Area.AGENDA: _("Agenda"),
        Area.MEMBERSHIP: _("Membership"),
        Area.CONDUCT: _("Conduct"),
        Area.EVIDENCE: _("Evidence"),
        Area.SUMMARIES: _("Summaries"),
        Area.EXAMINATION: _("Examination"),
        Area.EVALUATION: _("Evaluation"),
        Area.APPEALS: _("Appeals"),
        Area.AUDIT: _("Audit"),
        Area.CHARTER: _("Charter"),
    },
    Procedure: {
        Procedure.CONDUCT: _("a text reported on a conduct ground"),
        Procedure.REFUSAL: _("an objection to what would take effect by itself"),
        Procedure.MERGE: _("making one viewpoint of two"),
        Procedure.SPLIT: _("making two viewpoints of one"),
        Procedure.LABEL: _("a label on a piece of evidence"),
        Procedure.OFFICE: _("removing somebody from an office"),
        Procedure.SANCTION: _("suspending somebody for a time"),
        Procedure.CHARTER: _("another charter"),
        Procedure.ALARM: _("an alarm of the audit"),
        Procedure.UNSEAL: _("opening a pseudonym"),
        Procedure.CHOICE: _("a section of a summary with two drafts"),
        Procedure.SECTION: _("a viewpoint’s section of a summary"),
        Procedure.FORM: _("the form of a summary"),
        Procedure.KEY: _("the key of a quiz item"),
        Procedure.ITEM: _("a quiz item that its figures flag"),
        Procedure.CERTIFY: _("the answer of a control case"),
    },
    SizeName: {
        SizeName.STANDARD: _("standard"),
        SizeName.SMALL: _("small"),
        SizeName.LABELS: _("labels"),
        SizeName.SUMMARIES: _("summaries"),
        SizeName.ITEMS: _("items"),
        SizeName.PERSONS: _("persons"),
        SizeName.BODIES: _("bodies"),
    },
    CaseState: {
        CaseState.FILED: _("waiting for the lot"),
        CaseState.SITTING: _("panels are sitting"),
        CaseState.STEWARDS: _("before two stewards, provisionally"),
        CaseState.SETTLED: _("decided"),
        CaseState.WITHDRAWN: _("withdrawn"),
    },
    Step: {
        Step.FIRST: _("first panels"),
        Step.REVIEW: _("review"),
        Step.RETRIAL: _("blind re-trial"),
    },
    Choice: {
        Choice.GRANT: _("grant what is asked"),
        Choice.KEEP: _("keep everything as it is"),
    },
    OutGround: {
        OutGround.REFUSED: _("refused the seat"),
        OutGround.SILENT: _("did not answer in time"),
        OutGround.LATE: _("cast no ballot in time"),
        OutGround.RECUSED: _("turned out to be a party"),
        OutGround.LEFT: _("left the lottery"),
        OutGround.UNNEEDED: _("the panel was settled before"),
    },
    Unmet: {
        Unmet.TOO_FEW: _("too few people serve"),
        Unmet.OFF_DUTY: _("too few of them are on duty this week"),
        Unmet.PARTIES: _("too many of them have to do with the case"),
        Unmet.OWN_SIDE: _("the seats of the author's own side cannot be filled"),
        Unmet.ONE_SIDED: _("the seats of the other sides cannot be filled"),
        Unmet.A_SIDE: _("the seats of one of the sides cannot be filled"),
    },
}

EVENTS: dict[str, object] = {
    "committees.roster.announced": _("It was announced who can be drawn for the next term"),
    "committees.roster.begun": _("A term began: its roster was drawn"),
    "committees.roster.ended": _("A term ended"),
    "committees.place.left": _("A pseudonym left the lottery"),
    "committees.case.filed": _("A question was put to panels"),
    "committees.case.withdrawn": _("A case was withdrawn"),
    "committees.draw.announced": _("A draw was announced, sealed"),
    "committees.draw.made": _("The seats of a case were drawn"),
    "committees.draw.unmet": _("No lawful panels could be seated"),
    "committees.seat.changed": _("A seat passed on to the next in the order"),
    "committees.ballot.sealed": _("A ballot was cast, sealed"),
    "committees.case.closed": _("Everything sealed in a case was opened"),
    "committees.verdict.given": _("A verdict was given"),
    "committees.verdict.enacted": _("A verdict was carried out"),
    "committees.case.appealed": _("A review was asked for"),
    "committees.steward.voted": _("A steward voted on a case that no panel could be seated for"),
}

REFUSALS: dict[str, object] = {
    "committees.case.one-viewpoint": _(
        "This is decided by panels with a seat for every viewpoint, and the debate has fewer than two. Ask"
        " again when it has another."
    ),
    "committees.seat.not-yours": _("This seat is somebody else's. Yours are on your desk."),
    "committees.seat.over": _(
        "This seat is no longer needed: the panel has ruled, or the seat passed on."
    ),
    "committees.seat.too-late": _(
        "The time for this seat is over; it passes on to the next in the order. Nothing is held against you."
    ),
    "committees.ballot.already-cast": _(
        "A ballot has been cast from this seat. It cannot be changed."
    ),
    "committees.ballot.not-accepted": _("Accept the seat first; then the ballot can be cast."),
    "committees.appeal.not-yet": _("There is no verdict of panels yet that could be appealed."),
    "committees.appeal.final": _(
        "A review has decided this, or nothing was restricted. The text may still be rephrased."
    ),
    "committees.appeal.too-late": _(
        "The time for an appeal is over. The text may still be rephrased."
    ),
    "committees.appeal.under-way": _("A second look is under way already."),
    "committees.appeal.nobody-serves": _(
        "Nobody serves who could be drawn for a review now. Ask again when the next term has begun."
    ),
    "committees.steward.already-voted": _("You have voted on this case. A vote cannot be changed."),
    "committees.steward.no-reason": _("Say why, in a sentence: it is published with your vote."),
    "committees.steward.unknown-ground": _("Tick one of the grounds that this case is about."),
    "committees.permission.may-not": lambda params: _PERMISSIONS[str(params["permission"])],
}

_PERMISSIONS = {
    "may_appeal_alarm": _("Only the one whose ballots it is about can appeal this verdict."),
    "may_vote_as_steward": _(
        "Only a steward who has nothing to do with the case may vote on it, and only while no panel can be"
        " seated."
    ),
}

NOTICES: dict[str, object] = {
    "committees.roster.drawn": _("You were drawn to serve on panels this term"),
    "committees.seat.called": _("A case waits for you in your docket"),
    "committees.case.for-stewards": _("A case waits for two stewards: no panel can be seated"),
}
