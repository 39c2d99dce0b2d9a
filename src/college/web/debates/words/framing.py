"""Words for the frame of a debate: questions, stages, viewpoints, holdings, delegates, moderators, drafts."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from college.debates.events import drafts, holdings, objections, questions, stages, viewpoints
from college.debates.rules.delegates import Departure, Outcome
from college.debates.rules.stages import DateGround
from college.web.debates.words.permissions import MAY_NOT

WORDS = {
    DateGround: {
        DateGround.FEW_VIEWPOINTS: _("Fewer than two viewpoints had holders."),
        DateGround.NEW_WORDING: _("The question got a new wording, which needs time to be read."),
        DateGround.LATE_CLOCK: _(
            "The College’s clock had stood still; the debate gets its full time."
        ),
        DateGround.STEWARD: _("A steward moved the dates ahead."),
    },
    Departure: {
        Departure.STEPPED_DOWN: _("stepped down"),
        Departure.CHANGED_VIEWPOINT: _("no longer holds the viewpoint"),
        Departure.SILENT: _("was silent, and replaced"),
        Departure.RESIGNED: _("left the College"),
        Departure.REFUSED: _("an objection was upheld"),
    },
    Outcome: {
        Outcome.STANDS: _("stands"),
        Outcome.REPLACES: _("replaces a silent delegate"),
        Outcome.WAITS: _("waits"),
    },
}

EVENTS = {
    questions.QuestionRegistered.kind: _("A question was put into the register"),
    questions.QuestionProposed.kind: _("A question was proposed for debate"),
    questions.QuestionReworded.kind: _("A question got a new wording"),
    questions.QuestionFiled.kind: _("A question was listed under a subject"),
    questions.SubjectAdded.kind: _("A subject was added"),
    questions.DebateRenamed.kind: _("A debate got a new address"),
    questions.TurnAdded.kind: _("A debate was said to turn on another one"),
    stages.StageBegun.kind: _("A debate entered a stage"),
    stages.DatesMoved.kind: _("Dates of a debate moved ahead"),
    drafts.DraftReceived.kind: _("A draft of wording and viewpoints came in, still hidden"),
    drafts.DraftOpened.kind: _("A draft of wording and viewpoints can be read"),
    objections.ObjectionMade.kind: _("Somebody objected; the committees hear it"),
    objections.ObjectionWithdrawn.kind: _("An objection was taken back"),
    viewpoints.ViewpointProposed.kind: _("A viewpoint was proposed"),
    viewpoints.ViewpointAdmitted.kind: _("A viewpoint was admitted"),
    viewpoints.ViewpointReworded.kind: _("A viewpoint was reworded"),
    holdings.HoldingBegun.kind: _("A member declared which viewpoint they hold"),
    holdings.HoldingEnded.kind: _("A member’s declaration ended"),
    holdings.DelegateOffered.kind: _("A holder offered to speak for a viewpoint"),
    holdings.DelegateStood.kind: _("A delegate now speaks for a viewpoint"),
    holdings.DelegateEnded.kind: _("A delegate, or one who offered, speaks no longer"),
    holdings.ModeratorSeated.kind: _("A moderator’s seat was taken"),
    holdings.ModeratorLeft.kind: _("A moderator’s seat is free again"),
}


def _may_not(params: dict[str, object]) -> str:
    return str(MAY_NOT[str(params["permission"])])


def _too_long_statement(params: dict[str, object]) -> str:
    most, words = int(str(params["most"])), int(str(params["words"]))
    return ngettext(
        "A statement has at most %(most)s word, the same for every viewpoint; yours has %(words)s.",
        "A statement has at most %(most)s words, the same for every viewpoint; yours has %(words)s.",
        most,
    ) % {"most": most, "words": words}


def _dates(name: object) -> str:
    return {
        "open_at": _now("the opening"),
        "closing_at": _now("the closing"),
        "closed_at": _now("the end"),
    }[str(name)]


def _only_ahead(params: dict[str, object]) -> str:
    return _now("Dates only move further ahead, never back: please mend %(date)s.") % {
        "date": _dates(params["date"])
    }


def _passed(params: dict[str, object]) -> str:
    return _now("This date has passed and stays as it is: %(date)s.") % {
        "date": _dates(params["date"])
    }


def _too_short(params: dict[str, object]) -> str:
    return _now(
        "No stage may be shorter than the charter says. A later date is needed for %(date)s, or none:"
        " then it moves as far as it must."
    ) % {"date": _dates(params["date"])}


REFUSALS = {
    "debates.permission.may-not": _may_not,
    "debates.question.too-short": _(
        "A question needs a whole sentence: at least %(least)s characters, please."
    ),
    "debates.question.too-long": _(
        "A question has at most %(most)s characters, so that it can be read at a glance; yours has"
        " %(length)s."
    ),
    "debates.question.no-question": _("Please end the question with a question mark."),
    "debates.question.scope-too-long": _(
        "Place and period have at most %(most)s characters each; one of yours has %(length)s."
    ),
    "debates.question.stale": _(
        "Somebody gave the question a new wording while you wrote. It is shown beside yours: please"
        " take from it what you want and send again."
    ),
    "debates.question.unchanged": _("This is the wording the question has already."),
    "debates.question.already-there": _(
        "This very question is there already, at /debates/%(slug)s/."
    ),
    "debates.question.too-many-a-day": _(
        "You have proposed %(most)s questions within a day, which is the limit. Please come back"
        " tomorrow."
    ),
    "debates.debate.no-address": _(
        "An address has lower-case letters a to z, digits and single hyphens, and at most %(most)s"
        " characters."
    ),
    "debates.debate.address-taken": _("Another debate has, or had, this address."),
    "debates.turn.itself": _("A debate does not turn on itself."),
    "debates.turn.already": _("It is noted already that the one debate turns on the other."),
    "debates.subject.no-name": _("A subject needs a name, of at most %(most)s characters."),
    "debates.subject.already": _("There is such a subject already."),
    "debates.reason.too-short": _(
        "Please give a reason that others can weigh: at least %(least)s characters."
    ),
    "debates.reason.too-long": _("A reason has at most %(most)s characters; yours has %(length)s."),
    "debates.dates.none-ahead": _("No date of this debate can be moved now."),
    "debates.dates.passed": _passed,
    "debates.dates.only-ahead": _only_ahead,
    "debates.dates.too-short": _too_short,
    "debates.dates.unchanged": _("No date was changed."),
    "debates.objection.already": _("Your objection to this is kept already, and will be heard."),
    "debates.viewpoint.no-name": _("Please give the viewpoint a name."),
    "debates.viewpoint.name-too-long": _(
        "The name of a viewpoint has at most %(most)s characters; yours has %(length)s."
    ),
    "debates.viewpoint.too-short": _(
        "Please state the viewpoint in at least %(least)s words; there are %(words)s."
    ),
    "debates.viewpoint.too-long": _too_long_statement,
    "debates.viewpoint.too-late": _(
        "A viewpoint proposed now would be admitted only after the debate stops taking contributions."
    ),
    "debates.viewpoint.too-many": _(
        "This debate has %(most)s viewpoints, which is the most there is room for. You can hold one"
        " of them, or stay undecided."
    ),
    "debates.viewpoint.one-at-a-time": _(
        "A viewpoint you proposed waits to be admitted. Please let that be decided first."
    ),
    "debates.viewpoint.stale": _(
        "Somebody reworded the viewpoint while you wrote. Their words are shown beside yours: please"
        " take from them what you want and send again."
    ),
    "debates.viewpoint.unchanged": _("These are the words the viewpoint has already."),
    "debates.holding.elsewhere": _("This viewpoint cannot be held in this debate."),
    "debates.moderator.both-seated": _("Both moderators’ seats are taken."),
    "debates.moderator.same-viewpoint": _(
        "The two moderators hold different viewpoints; the other one holds yours."
    ),
    "debates.draft.both-there": _("Both drafts are in; there are no more than two."),
    "debates.draft.name-too-long": _(
        "Please name each viewpoint in at most %(most)s characters, one on each line."
    ),
    "debates.draft.viewpoint-twice": _("A viewpoint stands on two lines. Please take one out."),
    "debates.draft.viewpoints": _(
        "A draft lists at least %(least)s and at most %(most)s viewpoints, one on each line."
    ),
}

NOTICES = {
    "debates.question.admitted": _("The question you proposed was admitted: it is being framed."),
    "debates.objection.to-question": _(
        "Somebody objected to the question you proposed. The committees will hear it."
    ),
    "debates.objection.to-viewpoint": _(
        "Somebody objected to the viewpoint you proposed. The committees will hear it."
    ),
    "debates.objection.to-delegate": _(
        "A holder objected to your speaking for the viewpoint. The committees will hear it."
    ),
    "debates.viewpoint.admitted": _("The viewpoint you proposed was admitted, as %(letter)s."),
    "debates.delegate.stands": _("You now speak for viewpoint %(letter)s."),
    "debates.delegate.replaced": _(
        "You were silent for long, and another holder now speaks for viewpoint %(letter)s."
    ),
    "debates.draft.both-in": _("Both drafts of the wording are in and stand side by side."),
}
